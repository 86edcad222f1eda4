import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const zh: Catalogue<typeof en> = {
  reviewed: [],
  words: {
    'calls.title': '基金会的征集',
    'calls.lead': '每项征集都用简明的句子说明谁可以申请，只需两分钟即可查看自己是否符合条件。',
    'calls.empty': '尚未发布任何征集。',
    'calls.open': '开放中',
    'calls.closed': '已截止',
    'calls.full': '名额已满',
    'calls.cancelled': '已取消',
    'calls.opensLater': '稍后开放',
    'calls.rolling': '无截止日期',
    'calls.edition': '{edition} 届',
    'calls.badPage': '此列表没有这一页。',
  },
}
