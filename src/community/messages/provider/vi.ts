import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const vi = {
  reviewed: [],
  words: {
    'provider.title': 'Hoặc bằng tài khoản ở nơi khác',
    'provider.text':
      'Bạn đăng nhập tại {provider} rồi quay lại đây. Nơi đó cho chúng tôi biết tên và địa chỉ thư điện tử của bạn; mật khẩu của bạn vẫn ở đó.',
    'provider.button': 'Đăng nhập bằng {provider}',
    'provider.leaving': 'Chuyển đến {provider}',
    'provider.leavingText': 'Trình duyệt sẽ tự chuyển đến đó. Nếu không có gì xảy ra, hãy theo liên kết.',
    'provider.goOn': 'Tiếp tục đến {provider}',
    'provider.again': 'Quay lại đăng nhập',
    'provider.fault.gone': 'Lần đăng nhập này không còn dùng được',
    'provider.cure.gone':
      'Đã quá lâu, đã được dùng, hoặc được bắt đầu trong trình duyệt khác. Hãy bắt đầu lại.',
    'provider.fault.cancelled': 'Bạn chưa được đăng nhập',
    'provider.cure.cancelled':
      'Việc đăng nhập đã bị hủy tại {provider}. Hãy bắt đầu lại, hoặc xin liên kết qua thư điện tử.',
    'provider.fault.away': 'Trang kia không trả lời',
    'provider.cure.away':
      'Hiện không thể kết nối đến {provider}. Hãy thử lại sau vài phút, hoặc xin liên kết qua thư điện tử.',
    'provider.fault.nonsense': 'Câu trả lời của trang kia không đúng',
    'provider.cure.nonsense':
      'Câu trả lời của {provider} không đáng tin nên không ai được đăng nhập. Hãy bắt đầu lại; nếu vẫn vậy, hãy xin liên kết qua thư điện tử và báo cho chúng tôi.',
    'provider.fault.no-address': 'Thiếu địa chỉ thư điện tử của bạn',
    'provider.cure.no-address':
      '{provider} không cho chúng tôi biết địa chỉ thư điện tử của bạn. Hãy cho phép tại đó rồi bắt đầu lại, hoặc xin liên kết qua thư điện tử.',
    'provider.fault.unverified': 'Địa chỉ thư điện tử của bạn chưa được xác nhận',
    'provider.cure.unverified':
      '{provider} chưa xác minh địa chỉ thư điện tử là của bạn. Hãy xác nhận tại đó rồi bắt đầu lại, hoặc xin liên kết qua thư điện tử.',
    'provider.fault.barred': 'Không thể dùng tài khoản này ở đây',
    'provider.cure.barred':
      'Tài khoản có địa chỉ của một người trong bản trình diễn, và không ai đăng nhập thay họ bằng cách này. Hãy chọn tài khoản khác tại {provider}.',
    'account.provider': 'Tài khoản ở nơi khác',
    'account.provider.none':
      'Hãy đăng nhập một lần bằng {provider} với cùng địa chỉ thư điện tử, và tài khoản đó được liên kết với tài khoản của bạn.',
    'account.provider.text':
      'Bạn có thể đăng nhập ở đây bằng các tài khoản này. Đăng nhập bằng tài khoản đã hủy liên kết sẽ liên kết lại nó. Liên kết qua thư điện tử luôn dùng được.',
    'account.provider.list': 'Các tài khoản đã liên kết',
    'account.provider.host': 'Tại',
    'account.provider.since': 'Từ (UTC)',
    'account.provider.end': 'Hủy liên kết',
    'account.provider.unlink': 'Hủy liên kết {provider}',
    'account.provider.unlinked': 'Tài khoản đã được hủy liên kết, và các phiên khác mở bằng nó đã kết thúc.',
    'account.way.provider': 'tài khoản ở nơi khác',
    'letter.provider.subject': 'Từ nay bạn có thể đăng nhập bằng {provider}',
    'letter.provider.text':
      'Có người đã đăng nhập tại {provider} bằng địa chỉ thư điện tử của bạn, và tài khoản đó nay được liên kết với tài khoản của bạn ở đây. Nếu không phải bạn, hãy hủy liên kết trên trang của bạn:',
  },
} satisfies Catalogue<typeof en>
