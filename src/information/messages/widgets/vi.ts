import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const vi = {
  reviewed: [],
  words: {
    'widget.upcoming': 'Sự kiện sắp tới',
    'widget.none': 'Hiện chưa có gì để hiển thị. Mục mới sẽ tự xuất hiện ở đây.',
    'widget.all': 'Xem toàn bộ danh sách trên {house}',
    'widget.unknown': 'Tiện ích này không hiểu “{value}” cho “{parameter}”. Hãy tạo lại tại {address}.',
    'widget.offer': 'Hiển thị danh sách này trên trang của bạn',
    'widgets.title': 'Hiển thị trên trang của bạn',
    'widgets.lead':
      'Một danh sách nhỏ cho trang của bạn, luôn cập nhật. Không đặt cookie, không cần script và nhẹ hơn 10 KB.',
    'widgets.kind': 'Nội dung hiển thị',
    'widgets.filter': 'Chọn nội dung hiển thị',
    'widgets.rows': 'Số dòng',
    'widgets.theme': 'Màu sắc',
    'widgets.theme.auto': 'Theo thiết bị của người đọc',
    'widgets.theme.light': 'Sáng',
    'widgets.theme.dark': 'Tối',
    'widgets.preview': 'Danh sách sẽ trông như thế này',
    'widgets.previewOf': 'Xem trước: {title}',
    'widgets.language': 'Danh sách dùng ngôn ngữ của trang này; hãy chọn ngôn ngữ khác ở đầu trang.',
    'widgets.code': 'Sao chép đoạn này vào trang của bạn',
    'widgets.codeHint': 'HTML; bạn có thể đổi chiều cao.',
    'widgets.policy':
      'Nếu trang của bạn có Content Security Policy, hãy cho phép {origin} trong frame-src. Không cần gì thêm.',
  },
} satisfies Catalogue<typeof en>
