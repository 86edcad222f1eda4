import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const zh = {
  reviewed: [],
  words: {
    'held.drafts.name': '您在工作台输入的内容',
    'held.drafts.what': '您已输入但尚未保存的记录文本；收到您预览链接的人也能看到。',
    'held.drafts.why': '以免您输入的内容丢失。',
    'held.previews.name': '您创建的预览链接',
    'held.previews.what': '您让他人在发布前查看的记录及有效期。',
    'held.previews.why': '以便终止此类链接，并显示您输入的内容。',
  },
} satisfies Catalogue<typeof en>
