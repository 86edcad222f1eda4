import type { Catalogue } from '../../design/index.ts'
import type { en } from './en.ts'

export const vi = {
  reviewed: [],
  words: {
    'nav.opportunities': 'Kêu gọi hồ sơ',
    'nav.events': 'Sự kiện',
    'nav.articles': 'Bài viết',
    'nav.organisations': 'Danh bạ',
    'nav.programmes': 'Chương trình',
    'nav.partners': 'Đối tác',
    'nav.languages': 'Ngôn ngữ',
    'nav.privacy': 'Quyền riêng tư',
    'nav.widgets': 'Cho trang của bạn',
    'nav.api': 'Dành cho chương trình (API)',
    'nav.signIn': 'Đăng nhập',
    'nav.account': 'Tài khoản',
    'nav.signOut': 'Đăng xuất',
    'nav.notices': { other: '{count} thông báo mới' },
    'nav.noticesMany': 'Hơn {count} thông báo mới',
    'nav.desk': 'Bàn làm việc',

    'ask.title': 'Bạn đến từ đâu và bạn làm gì?',
    'ask.lead':
      'Xem các đợt kêu gọi, tài trợ và sự kiện giữa châu Á và châu Âu dành cho bạn, được chi trả những gì và khi nào hết hạn.',
    'ask.citizenship': 'Quốc tịch',
    'ask.residence': 'Nơi cư trú',
    'ask.discipline': 'Lĩnh vực',
    'ask.any': 'Chọn…',
    'ask.show': 'Xem kết quả',

    'front.title': 'Kêu gọi hồ sơ, sự kiện và con người giữa châu Á và châu Âu',
    'front.closingSoon': 'Sắp hết hạn',
    'front.onNow': 'Đang diễn ra',
    'front.coming': 'Sắp diễn ra',
    'front.written': 'Bài viết mới',
    'front.allCalls': 'Tất cả các đợt kêu gọi hồ sơ',
    'front.allEvents': 'Tất cả sự kiện',
    'front.allArticles': 'Tất cả bài viết',
    'front.noCalls': 'Hiện không có đợt kêu gọi nào đang mở có hạn nộp.',
    'front.noEvents': 'Hiện không có sự kiện nào đang hoặc sắp diễn ra.',
    'front.noArticles': 'Chưa có bài viết nào ở đây.',
    'front.byPartner': 'Theo quốc gia',

    'languages.title': 'Ngôn ngữ của cổng thông tin này',
    'languages.lead':
      'Lời văn của các trang, và mức độ được người nói ngôn ngữ đó rà soát. Các mục dữ liệu có ngôn ngữ riêng.',
    'languages.language': 'Ngôn ngữ',
    'languages.translated': 'Đã dịch',
    'languages.reviewed': 'Có người rà soát',
    'languages.of': '{count} trên {total}',
    'languages.source': 'bản gốc',
    'languages.unreviewed':
      'Bản dịch chưa được ai rà soát có thể có chỗ sai. Nếu bạn thấy lỗi, xin báo cho chúng tôi.',

    'failure.400': 'Không đọc được địa chỉ này',
    'failure.403': 'Bạn không có quyền truy cập',
    'failure.404': 'Không có gì ở địa chỉ này',
    'failure.404.text':
      'Trang có thể đã được chuyển đi, hoặc chưa từng có ở đây. Ô tìm kiếm và các danh sách dưới đây có thể giúp bạn.',
    'failure.405': 'Không thể làm việc này ở đây',
    'failure.409': 'Nội dung này vừa thay đổi trong lúc đó',
    'failure.413': 'Quá nhiều dữ liệu trong một lần',
    'failure.429': 'Quá nhiều yêu cầu',
    'failure.429.text': { other: 'Vui lòng đợi {count} giây rồi thử lại.' },
    'failure.500': 'Đã có lỗi xảy ra ở đây',
    'failure.500.text':
      'Lỗi này là do chúng tôi và đã được ghi lại. Nếu bạn báo cho chúng tôi, hãy kèm theo số này: {reference}',
    'failure.503': 'Cổng thông tin đang tạm nghỉ',
    'failure.503.text': 'Cổng thông tin sẽ tự hoạt động trở lại. Vui lòng thử lại sau một phút.',
    'failure.home': 'Về trang chủ',
  },
} satisfies Catalogue<typeof en>
