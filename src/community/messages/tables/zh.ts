import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const zh = {
  reviewed: [],
  words: {
    'held.tableViews.name': '您保存的表格视图',
    'held.tableViews.what':
      '在工作台：每个视图的名称、所保留的筛选、排序和列，以及您是否共享；还有您负责哪些记录。',
    'held.tableViews.why': '便于您重新找到表格，也让他人知道谁负责某条记录。',
    'held.bulks.name': '您对多条记录所做的更改',
    'held.bulks.what': '您在工作台要求一次更改多条记录的内容、时间，以及更改了哪些记录。',
    'held.bulks.why': '用于向您显示结果并可撤销。每条记录现有内容由谁撰写，随记录保存。',
  },
} satisfies Catalogue<typeof en>
