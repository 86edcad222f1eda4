import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const vi = {
  reviewed: [],
  words: {
    'desk.pictures': 'Bàn làm việc',
    'pictures.title': 'Hình ảnh',
    'pictures.lead':
      'Hình đầu tiên nằm ở đầu trang. Vị trí và các dữ liệu khác mà máy ảnh ghi vào hình được bỏ khỏi những gì được công bố.',
    'pictures.none': 'Bản ghi này chưa có hình; trang của nó hiện ô hoa văn.',
    'pictures.published': 'Bản ghi này đã công bố: chỉ người được quyền công bố mới đổi được hình của nó.',
    'pictures.wordsOnly':
      'Tại đây bạn viết hình ảnh cho thấy gì, bằng {languages}. Chọn hình nào là việc của người phụ trách bản ghi.',
    'pictures.add': 'Thêm hình',
    'pictures.file': 'Hình ảnh',
    'pictures.fileHint': 'JPEG, PNG, WebP hoặc AVIF, tối đa 20 MB và 50 megapixel.',
    'pictures.upload': 'Tải lên',
    'pictures.one': 'Hình {number}',
    'pictures.creditOf': 'Hình: {credit}',
    'pictures.first': 'Đưa hình {number} lên đầu',
    'pictures.remove': 'Bỏ hình {number}',
    'pictures.stage.missing': 'Không có ở đây',
    'pictures.stage.making': 'Đang xử lý',
    'pictures.stage.failed': 'Bị hỏng',
    'pictures.why.missing': 'Tệp của hình này không có trong hệ thống nên không được hiện. Hãy tải lên lại.',
    'pictures.why.making': 'Hình này đang được xử lý. Nó sẽ hiện ngay khi xong, thường trong vòng một phút.',
    'pictures.why.failed':
      'Không làm được gì từ tệp này nên nó không được hiện. Có thể tệp bị hỏng: hãy tải lên lại.',
    'pictures.silent': 'Không hiện trong {languages}: chưa có văn bản thay thế.',
    'pictures.focusHint': 'Bấm vào chỗ không được cắt mất, hoặc ghi điểm đó theo phần trăm.',
    'pictures.across': 'Tính từ bên trái, phần trăm',
    'pictures.down': 'Tính từ trên xuống, phần trăm',
    'pictures.alt': 'Hình cho thấy gì, bằng {language}',
    'pictures.altHint':
      'Dành cho người không nhìn thấy hình: một hai câu. Thiếu thì hình không hiện trong ngôn ngữ này.',
    'pictures.credit': 'Ghi công',
    'pictures.creditHint': 'Hình của ai, đúng như cần in bên dưới.',
    'pictures.save': 'Lưu',
    'pictures.meanwhile':
      'Người khác vừa thay đổi hình này. Nội dung hiện nay ở đây; những gì bạn đã gõ ở bên dưới.',
    'pictures.done.added': 'Hình đã được nhận. Hãy cho biết hình cho thấy gì.',
    'pictures.done.saved': 'Những gì bạn viết về hình này đã được lưu.',
    'pictures.done.first': 'Hình này giờ đứng đầu.',
    'pictures.done.removed': 'Hình đã được bỏ khỏi bản ghi này.',
    'pictures.fault.file': 'Hãy chọn một hình',
    'pictures.fault.large': 'Tệp này lớn hơn 20 MB. Hãy lưu hình nhỏ hơn rồi tải lên lại.',
    'pictures.fault.svg': 'Đây là hình vẽ SVG, có thể chứa mã lệnh nên không được nhận. Hãy lưu thành PNG.',
    'pictures.fault.other-format': 'Định dạng này không được nhận. Hãy lưu thành JPEG, PNG, WebP hoặc AVIF.',
    'pictures.fault.no-picture':
      'Tệp này không phải là hình, dù tên của nó nói gì. Hãy chọn JPEG, PNG, WebP hoặc AVIF.',
    'pictures.fault.too-many-pixels':
      'Hình này có hơn 50 megapixel, hoặc dài hơn 16.000 pixel. Hãy lưu nhỏ hơn rồi tải lên lại.',
    'pictures.fault.damaged': 'Không đọc được hình này; có vẻ tệp bị hỏng. Hãy lưu lại từ bản gốc.',
    'pictures.fault.too-many': 'Bản ghi này đã có đủ số hình tối đa. Hãy bỏ bớt một hình trước.',
    'pictures.fault.there-already': 'Bản ghi này đã có hình này rồi.',
    'pictures.fault.record':
      'Không lưu được bản ghi vì các trường khác: {fields}. Hãy sửa những trường đó trước.',
    'pictures.fault.point': 'Ghi điểm bằng hai số nguyên từ 0 đến 100',
    'pictures.fault.meanwhile':
      'Người khác đã thay đổi hình này. Hãy so sánh, rồi lưu lại để thay bằng nội dung của bạn.',
  },
} satisfies Catalogue<typeof en>
