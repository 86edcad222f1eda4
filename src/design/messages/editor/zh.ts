import type { Catalogue } from '../../words.ts'
import type { en } from './en.ts'

export const zh = {
  reviewed: [],
  words: {
    'editor.tools': '文字工具',
    'editor.bold': '粗体',
    'editor.italic': '斜体',
    'editor.heading': '标题',
    'editor.list': '列表',
    'editor.numbers': '编号列表',
    'editor.quote': '引文',
    'editor.undo': '撤销',
    'editor.redo': '重做',
    'editor.link': '链接',
    'editor.address': '链接地址',
    'editor.set': '设定',
    'editor.refused': '不能链接到此地址。请以 https://、http://、mailto: 或 / 开头。',
    'editor.plain': '以纯文本编辑',
    'editor.rich': '用工具编辑',
    'editor.kept': '此文含有只有纯文本栏才能容纳的部分，例如表格。请在此以 Markdown 编辑。',
  },
} satisfies Catalogue<typeof en>
