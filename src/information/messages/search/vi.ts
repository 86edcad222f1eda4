import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const vi: Catalogue<typeof en> = {
  words: {
    'search.title': 'Tìm kiếm',
    'search.calls': 'Các đợt kêu gọi',
    'search.found': { other: '{count} mục cho “{words}”' },
    'search.nothing': 'Không tìm thấy gì cho “{words}”.',
    'search.ask':
      'Nhập vài từ để tìm trong các đợt kêu gọi, sự kiện, bài viết, chương trình và danh bạ, kể cả những mục đã qua.',
    'search.tabs': 'Loại mục',
    'search.all': 'Tất cả',
    'search.meant': 'Ít mục có những từ này. Cũng tìm thấy: {words}.',
    'search.closest': { other: 'Hiển thị {count} mục gần nhất; thêm từ hoặc bộ lọc để thấy các mục khác.' },
    'search.unfiltered': { other: 'Không có bộ lọc: {count} mục' },
    'search.suggested': { other: '{count} gợi ý' },
    'search.place': 'Quốc gia',
    'search.hint':
      'Hãy thử ít từ hơn, từ khác hoặc ngôn ngữ khác. Toàn bộ nội dung các mục đều được tìm, bằng bất kỳ ngôn ngữ nào.',
  },
  reviewed: [],
}
