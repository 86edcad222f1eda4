import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const vi: Catalogue<typeof en> = {
  reviewed: [],
  words: {
    'calls.title': 'Các đợt nhận hồ sơ của quỹ',
    'calls.lead':
      'Mỗi đợt nhận hồ sơ nói rõ bằng những câu đơn giản ai có thể nộp đơn, và một bước kiểm tra hai phút cho biết bạn có đủ điều kiện không.',
    'calls.empty': 'Chưa có đợt nhận hồ sơ nào được công bố.',
    'calls.open': 'Đang mở',
    'calls.closed': 'Đã đóng',
    'calls.full': 'Đã hết chỗ',
    'calls.cancelled': 'Đã hủy',
    'calls.opensLater': 'Sẽ mở sau',
    'calls.rolling': 'Không có hạn chót',
    'calls.edition': 'Kỳ {edition}',
    'calls.badPage': 'Danh sách này không có trang đó.',
  },
}
