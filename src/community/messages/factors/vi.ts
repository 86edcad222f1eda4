import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const vi = {
  reviewed: [],
  words: {
    'passkey.title': 'Khóa truy cập',
    'passkey.lead':
      'Đăng nhập bằng vân tay, khuôn mặt hoặc khóa màn hình. Một khóa truy cập được tính là hai yếu tố và không thể bị gõ vào một trang giả.',
    'passkey.yours': 'Các khóa truy cập của bạn',
    'passkey.none': 'Bạn chưa có khóa truy cập nào.',
    'passkey.script': 'Thêm khóa truy cập cần có JavaScript.',
    'passkey.nowhere': 'Khóa truy cập cần một trang có tên miền: trang này chỉ có địa chỉ IP.',
    'passkey.head.name': 'Tên',
    'passkey.head.added': 'Thêm lúc (UTC)',
    'passkey.head.used': 'Dùng lần cuối (UTC)',
    'passkey.never': 'chưa bao giờ',
    'passkey.name': 'Tên của khóa truy cập',
    'passkey.nameHint': 'Để bạn nhận ra nó, chẳng hạn “Điện thoại của tôi”.',
    'passkey.add': 'Thêm khóa truy cập',
    'passkey.signIn': 'Đăng nhập bằng khóa truy cập',
    'passkey.rename': 'Lưu tên',
    'passkey.remove': 'Gỡ khóa truy cập này',
    'passkey.removeText':
      'Không ai có thể đăng nhập bằng nó nữa, và mọi phiên khác của bạn kết thúc. Hãy xóa nó cả trên thiết bị của bạn.',
    'passkey.removeButton': 'Gỡ khóa truy cập',
    'passkey.done.added': 'Đã thêm khóa truy cập.',
    'passkey.done.renamed': 'Đã lưu tên.',
    'passkey.done.removed': 'Đã gỡ khóa truy cập, và mọi phiên khác đã kết thúc.',
    'passkey.fault.name': { other: 'Nhập một tên dài tối đa {count} ký tự' },
    'passkey.fault.stopped':
      'Thiết bị của bạn không đưa ra khóa truy cập nào. Chưa có gì thay đổi; bạn có thể thử lại.',
    'passkey.fault.failed':
      'Khóa truy cập này không được biết ở đây, hoặc đã quá lâu. Hãy thử lại, hoặc đăng nhập cách khác.',

    'codes.title': 'Mã từ ứng dụng',
    'codes.lead':
      'Một ứng dụng xác thực trên điện thoại hiện mã mới mỗi 30 giây. Khi bật mã, đăng nhập bằng liên kết hoặc mật khẩu sẽ hỏi thêm một mã.',
    'codes.since': 'Mã được bật từ {since} (UTC).',
    'codes.left': { other: 'Còn {count} mã khôi phục.' },
    'codes.setUp': 'Thiết lập mã',
    'codes.manage': 'Mã và mã khôi phục',
    'codes.scan':
      'Quét hình này bằng ứng dụng xác thực, hoặc gõ khóa vào đó. Rồi nhập mã mà ứng dụng hiện ra.',
    'codes.picture': 'Khóa dưới dạng mã QR',
    'codes.key': 'Khóa',
    'codes.code': 'Mã',
    'codes.codeHint': 'Sáu chữ số mà ứng dụng của bạn đang hiện.',
    'codes.on': 'Bật mã',
    'codes.off': 'Tắt mã',
    'codes.offText':
      'Đăng nhập sẽ không hỏi mã nữa, các mã khôi phục bị xóa, và mọi phiên khác của bạn kết thúc.',
    'codes.done.off': 'Mã đã tắt, và mọi phiên khác đã kết thúc.',
    'codes.fault.wrong': 'Mã này không đúng, hoặc đã được dùng. Hãy nhập mã tiếp theo mà ứng dụng hiện ra.',
    'codes.fault.gone': 'Khóa này đã hết hạn. Hãy bắt đầu lại.',

    'recovery.title': 'Mã khôi phục',
    'recovery.text':
      'Nếu bạn mất điện thoại, mỗi mã này cho bạn vào một lần thay cho mã từ ứng dụng. Hãy in hoặc chép lại ngay: chúng sẽ không được hiện lại.',
    'recovery.on': 'Mã đã bật, và mọi phiên khác đã kết thúc.',
    'recovery.renew': 'Tạo mã khôi phục mới',
    'recovery.renewText':
      'Hãy tạo mười mã mới khi chỉ còn ít, hoặc khi có người có thể đã thấy. Các mã cũ sẽ không dùng được nữa.',
    'recovery.kept': 'Tôi đã giữ chúng',

    'step.title': 'Còn một bước nữa',
    'step.lead': 'Tài khoản của bạn còn hỏi một mã.',
    'step.lost': 'Không có điện thoại bên mình?',
    'step.recovery': 'Mã khôi phục',
    'step.recoveryHint': 'Một trong mười mã bạn đã giữ. Mỗi mã dùng được một lần.',
    'step.recoveryButton': 'Dùng mã khôi phục',
    'step.recoveryFault': 'Đây không phải mã khôi phục nào của bạn, hoặc nó đã được dùng',
    'step.gone': 'Hãy đăng nhập lại',
    'step.goneText': 'Mã đến quá muộn, hoặc sai quá nhiều lần.',

    'factors.again': 'Để thay đổi điều này, trước hết hãy đăng nhập lại: đã quá mười lăm phút.',
    'factors.second':
      'Để thay đổi điều này, trước hết hãy đăng nhập lại bằng những gì bạn đã thiết lập ở đây.',
    'factors.againLink': 'Đăng nhập lại',
    'factors.needed':
      'Vai trò của bạn ở đây cần yếu tố thứ hai. Hãy thêm khóa truy cập hoặc thiết lập mã bên dưới, rồi mọi thứ lại mở cho bạn.',
    'factors.neededHere':
      'Vai trò của bạn ở đây cần yếu tố thứ hai. Hãy đăng nhập lại bằng khóa truy cập của bạn.',

    'way.passkey': 'khóa truy cập',
    'way.code': '{way} và mã',
    'way.recovery-code': '{way} và mã khôi phục',
    'way.new-passkey': '{way} và khóa truy cập mới',

    'letter.factor.subject': 'Việc đăng nhập vào tài khoản của bạn',
    'letter.factor.passkeyAdded': 'Một khóa truy cập đã được thêm vào tài khoản của bạn lúc {at} (UTC).',
    'letter.factor.passkeyRemoved': 'Một khóa truy cập đã được gỡ khỏi tài khoản của bạn lúc {at} (UTC).',
    'letter.factor.codesOn': 'Mã từ ứng dụng đã được bật cho tài khoản của bạn lúc {at} (UTC).',
    'letter.factor.codesOff': 'Mã từ ứng dụng đã được tắt cho tài khoản của bạn lúc {at} (UTC).',
    'letter.factor.recoveryUsed':
      'Một mã khôi phục đã được dùng để đăng nhập vào tài khoản của bạn lúc {at} (UTC).',
    'letter.factor.recoveryRenewed': 'Các mã khôi phục mới đã được tạo cho tài khoản của bạn lúc {at} (UTC).',
    'letter.factor.not':
      'Nếu không phải bạn, hãy đăng nhập, chọn mật khẩu khác, kết thúc mọi phiên khác và xem lại khóa truy cập cùng mã của bạn:',
  },
} satisfies Catalogue<typeof en>
