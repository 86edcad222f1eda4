import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const zh = {
  reviewed: [],
  words: {
    'widget.upcoming': '即将举行的活动',
    'widget.none': '目前没有可显示的内容。新内容会自动出现在这里。',
    'widget.all': '在 {house} 查看完整列表',
    'widget.unknown': '此小组件不认识“{parameter}”的值“{value}”。请在 {address} 重新生成。',
    'widget.offer': '在您的网站上显示此列表',
    'widgets.title': '在您的网站上显示',
    'widgets.lead': '供您自己的网页使用的小列表，始终保持最新。不设 cookie，无需脚本，小于 10 KB。',
    'widgets.kind': '显示内容',
    'widgets.filter': '选择显示内容',
    'widgets.rows': '行数',
    'widgets.theme': '颜色',
    'widgets.theme.auto': '跟随读者的设备',
    'widgets.theme.light': '浅色',
    'widgets.theme.dark': '深色',
    'widgets.preview': '显示效果',
    'widgets.previewOf': '预览：{title}',
    'widgets.language': '列表使用本页的语言；可在页面顶部选择其他语言。',
    'widgets.code': '将此代码复制到您的网页',
    'widgets.codeHint': 'HTML 代码；高度可自行更改。',
    'widgets.policy':
      '如果您的网站设有 Content Security Policy，请在 frame-src 中允许 {origin}。无需其他设置。',
  },
} satisfies Catalogue<typeof en>
