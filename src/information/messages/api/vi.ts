import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const vi = {
  reviewed: [],
  words: {
    'api.title': 'Dành cho chương trình: API',
    'api.lead': 'Mọi nội dung trên các trang công khai, dưới dạng dữ liệu (JSON). Việc đọc không cần khóa.',
    'api.english': 'Tên và ý nghĩa của các trường viết bằng tiếng Anh.',
    'api.document': 'Bản mô tả đầy đủ cho chương trình (OpenAPI 3.1)',
    'api.how': 'Cách trả lời',
    'api.languages':
      'Địa chỉ quyết định ngôn ngữ, như với các trang: trước /api/v1 là /fr, /vi, /zh, /th, /km hoặc /ur. Mỗi văn bản cho biết nó viết bằng ngôn ngữ nào.',
    'api.paging':
      'Một danh sách trả về “items” và “next”. Hãy hỏi tiếp bằng “cursor” với giá trị của “next”, cho đến khi nó là null. Những gì được thêm hoặc bớt trong lúc đó không làm xê dịch phần bạn chưa đọc, trừ khi chính vị trí của nó trong thứ tự thay đổi.',
    'api.counts':
      'Với “counts=true”, danh sách cho biết có bao nhiêu mục và mỗi giá trị của mỗi bộ lọc sẽ cho bao nhiêu mục.',
    'api.changes':
      'Mỗi câu trả lời có một ETag. Hãy hỏi kèm If-None-Match: những gì không thay đổi được trả lời bằng 304 và không gì khác.',
    'api.limits':
      'Quá nhiều yêu cầu sẽ nhận 429; Retry-After cho biết cần chờ bao nhiêu giây. Mọi từ chối đều là một vấn đề ở dạng JSON (RFC 9457).',
    'api.tokens':
      'Với một mã, chương trình thấy những gì chủ của nó được thấy, kể cả bản nháp. Mã được tạo ở trang tài khoản.',
    'api.others': 'Trang của bất kỳ trang web nào cũng có thể đọc nội dung này mà không cần mã.',
    'api.parameters': 'Tham số',
    'api.fields': 'Các trường của một mục trong danh sách',
    'api.wholeFields': 'Các trường của một bản ghi',
    'api.example': 'Một ví dụ',
    'api.badCursor': 'Con trỏ này không phải do danh sách này cấp. Hãy bắt đầu lại không dùng nó.',
  },
} satisfies Catalogue<typeof en>
