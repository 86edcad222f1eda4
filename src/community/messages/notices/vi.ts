import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const vi = {
  reviewed: [],
  words: {
    'account.page.notices': 'Thông báo',
    'notices.title': 'Thông báo',
    'notices.lead': 'Những gì bạn đã được báo ở đây, mới nhất trước.',
    'notices.none':
      'Chưa có thông báo nào cho bạn. Những gì liên quan đến bạn sẽ ở đây, như vai trò được trao hay câu trả lời bạn chờ.',
    'notices.new': 'mới',
    'notices.read': 'Đánh dấu đã đọc',
    'notices.readAll': 'Đánh dấu tất cả đã đọc',
    'notices.done.read': 'Đã đánh dấu đã đọc.',
    'notices.gone': 'Thông báo từ một phần không còn ở đây',
    'notices.goneText': 'Nội dung của nó không còn hiển thị được.',
    'notices.mail': 'Thông báo qua thư',
    'notices.mail.question': 'Chúng tôi nên viết cho bạn thế nào?',
    'notices.mail.hint':
      'Những gì bạn đã đọc ở đây sẽ không được gửi thư nữa. Những gì liên quan đến an toàn tài khoản, và vai trò bạn nhận hay mất, luôn được gửi ngay.',
    'notices.mail.at-once': 'Ngay lập tức',
    'notices.mail.daily': 'Mỗi ngày một lần',
    'notices.mail.dailyHint': 'Một thư với tất cả điều mới, lúc {time} UTC; không có gì thì không gửi.',
    'notices.mail.never': 'Không gửi',
    'notices.mail.save': 'Lưu lựa chọn',
    'notices.mail.fault': 'Hãy chọn một mục',
    'notices.done.mail': 'Đã lưu lựa chọn của bạn.',
    'notices.letters.title': 'Thư về thông báo của bạn',
    'notices.letters.lead':
      'Bạn đã mở liên kết trong thư của chúng tôi. Ở đây bạn chỉ có thể chọn cách chúng tôi viết cho bạn.',
    'notices.letters.gone':
      'Liên kết này không dùng được. Hãy đăng nhập để chọn cách chúng tôi viết cho bạn.',
    'notices.letter.subject': { other: '{count} thông báo cho bạn' },
    'notices.letter.open': 'Đọc thêm tại đây:',
    'notices.letter.all': 'Tất cả thông báo của bạn:',
    'notices.letter.more': { other: 'Và {count} thông báo nữa.' },
    'notices.letter.change': 'Đổi cách chúng tôi viết cho bạn, không cần đăng nhập:',
    'notices.letter.always': 'Điều này luôn được gửi ngay, dù bạn đã chọn thế nào cho thông báo.',
    'notice.role.title': 'Vai trò của bạn: {name}',
    'notice.role.text': 'Bạn được trao một vai trò ở đây: {name}. Với vai trò này bạn có thể:',
    'notice.role.open': 'Đăng nhập bằng địa chỉ này, qua liên kết hoặc mật khẩu:',
    'notice.roleEnded.title': 'Vai trò của bạn đã kết thúc: {name}',
    'notice.roleEnded.text': 'Bạn không còn giữ vai trò này ở đây: {name}. Lý do được nêu là:',
  },
} satisfies Catalogue<typeof en>
