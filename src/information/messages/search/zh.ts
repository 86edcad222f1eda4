import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const zh: Catalogue<typeof en> = {
  words: {
    'search.title': '搜索',
    'search.calls': '征集',
    'search.found': { other: '找到与“{words}”相关的记录{count}条' },
    'search.nothing': '没有找到与“{words}”相关的内容。',
    'search.ask': '输入几个词，即可搜索征集、活动、文章、项目和机构名录，包括以往的内容。',
    'search.tabs': '记录类型',
    'search.all': '全部',
    'search.meant': '含有这些词的记录很少。另外找到：{words}。',
    'search.closest': { other: '显示最接近的{count}条；增加关键词或使用筛选可看到其他记录。' },
    'search.unfiltered': { other: '不筛选：{count}条记录' },
    'search.suggested': { other: '{count}条建议' },
    'search.place': '国家',
    'search.hint': '请减少或更换关键词，或换一种语言。搜索范围包括记录的全部文字，不限语言。',
  },
  reviewed: [],
}
