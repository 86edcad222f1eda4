import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const vi = {
  reviewed: [],
  words: {
    'life.notice.sentBack': 'Gửi trả lại: {title}',
    'life.notice.sentBackText': '{who} gửi trả lại cho bạn bản viết bằng “{lang}”:',
    'life.notice.handedIn': 'Cần duyệt: {title}',
    'life.notice.handedInText': '{who} đã gửi bản viết bằng “{lang}” để duyệt.',
    'life.notice.remark': 'Về {title}',
    'life.notice.remarkText': '{who} viết:',
    'life.notice.assigned': 'Giao cho bạn: {title}',
    'life.notice.assignedText': '{who} đã giao bản ghi này cho bạn.',
    'life.notice.failed.published': 'Chưa đăng: {title}',
    'life.notice.failed.archived': 'Chưa lưu trữ: {title}',
    'life.notice.failedText':
      'Việc bạn hẹn vào {wall} ({zone}) cho bản viết bằng “{lang}” đã không được thực hiện.',
    'life.failure.archived': 'Trong lúc đó nó đã được lưu trữ.',
    'life.failure.changed': 'Nó không còn ở trạng thái như khi được hẹn giờ.',
    'life.failure.checks': 'Nó không qua được các kiểm tra khi đăng và lại đang chờ duyệt:',
    'life.failure.gone': 'Bản ghi không còn nữa.',
    'held.deskWork.name': 'Việc bạn làm ở bàn biên tập',
    'held.deskWork.what':
      'Các phiên bản bản ghi bạn viết và lý do, những gì bạn hẹn giờ, nhận xét của bạn về bản ghi, và các bản ghi bạn phụ trách',
    'held.deskWork.why': 'Để đồng nghiệp biết hỏi ai và thấy bản ghi đã thành ra như vậy bằng cách nào',
    'held.deskWork.stays':
      'Các phiên bản và lịch hẹn được giữ, không có tên và lý do của bạn; nhận xét chưa giải quyết được giữ mà không có tên bạn',
  },
} satisfies Catalogue<typeof en>
