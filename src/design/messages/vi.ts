import type { Catalogue } from '../words.ts'
import type { en } from './en.ts'

export const vi = {
  reviewed: [],
  words: {
    'page.skip': 'Chuyển đến nội dung',
    'page.menu': 'Trình đơn chính',
    'page.languages': 'Ngôn ngữ',
    'page.search': 'Tìm kiếm',
    'page.searchLabel': 'Tìm trong toàn bộ cổng thông tin',
    'page.door': 'Tài khoản của bạn',
    'page.footer': 'Về cổng thông tin này',
    'page.crumbs': 'Bạn đang ở đây',
    'page.demonstration':
      'Bản trình diễn từ dữ liệu công khai, một số ngày đã được dời. Đây không phải trang web của quỹ nào.',

    'filter.apply': 'Xem kết quả',
    'filter.any': 'Bất kỳ',
    'filter.chosen': 'Bộ lọc đang áp dụng',
    'filter.inForce': { other: 'đang áp dụng {count}' },
    'filter.remove': 'Bỏ bộ lọc: {filter}',
    'filter.clear': 'Xóa tất cả',
    'filter.option': '{name} ({number})',

    'paging.label': 'Các trang',
    'paging.previous': 'Trang trước',
    'paging.next': 'Trang sau',
    'paging.place': 'Trang {page} / {pages}',
    'paging.latest': 'Mới nhất',
    'paging.older': 'Cũ hơn',

    'language.in': 'bằng {language}',
    'language.readHere': 'Đọc trang này bằng tiếng Việt',

    'month.today': 'hôm nay',
    'month.continued': 'tiếp diễn',

    'form.problem': 'Có lỗi cần sửa',
    'form.error': 'Lỗi:',
    'form.optional': '{label} (không bắt buộc)',
    'form.kept': 'Đã giữ làm nháp của bạn, {time}',
    'form.waits': 'Chưa giữ được: mất mạng. Phần bạn gõ đang chờ trong cửa sổ này.',
    'form.ended': 'Bạn đã bị đăng xuất. Phần bạn gõ chờ trong cửa sổ này: hãy đăng nhập, nó sẽ trở lại.',
    'form.day': 'Ngày',
    'form.month': 'Tháng',
    'form.year': 'Năm',

    'print.page': 'In trang này',
  },
} satisfies Catalogue<typeof en>
