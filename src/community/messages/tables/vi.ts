import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const vi = {
  reviewed: [],
  words: {
    'held.tableViews.name': 'Các bảng bạn đã lưu',
    'held.tableViews.what':
      'Tại bàn làm việc: tên của từng bảng, bộ lọc, thứ tự và các cột được giữ, bạn có chia sẻ hay không; và bạn phụ trách những bản ghi nào.',
    'held.tableViews.why': 'Để bạn tìm lại bảng của mình, và để người khác biết ai phụ trách một bản ghi.',
    'held.bulks.name': 'Những thay đổi bạn đã làm với nhiều bản ghi',
    'held.bulks.what':
      'Điều bạn đã yêu cầu thay đổi cùng lúc trong nhiều bản ghi tại bàn làm việc, khi nào, và những bản ghi nào đã thay đổi.',
    'held.bulks.why':
      'Để cho bạn thấy kết quả và để hoàn tác. Ai đã viết từng bản ghi như hiện nay được giữ cùng bản ghi.',
  },
} satisfies Catalogue<typeof en>
