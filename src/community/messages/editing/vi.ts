import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const vi = {
  reviewed: [],
  words: {
    'held.drafts.name': 'Những gì bạn đã gõ ở bàn làm việc',
    'held.drafts.what':
      'Văn bản của bản ghi mà bạn đã gõ nhưng chưa lưu; người được bạn gửi liên kết xem trước cũng thấy.',
    'held.drafts.why': 'Để không mất gì bạn đã gõ.',
    'held.previews.name': 'Liên kết xem trước bạn đã tạo',
    'held.previews.what': 'Bản ghi nào bạn cho người khác xem trước khi công bố, và đến khi nào.',
    'held.previews.why': 'Để có thể chấm dứt liên kết đó, và để nó hiện những gì bạn đã gõ.',
  },
} satisfies Catalogue<typeof en>
