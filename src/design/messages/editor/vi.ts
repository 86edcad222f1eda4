import type { Catalogue } from '../../words.ts'
import type { en } from './en.ts'

export const vi = {
  reviewed: [],
  words: {
    'editor.tools': 'Công cụ văn bản',
    'editor.bold': 'Đậm',
    'editor.italic': 'Nghiêng',
    'editor.heading': 'Tiêu đề',
    'editor.list': 'Danh sách',
    'editor.numbers': 'Danh sách đánh số',
    'editor.quote': 'Trích dẫn',
    'editor.undo': 'Hoàn tác',
    'editor.redo': 'Làm lại',
    'editor.link': 'Liên kết',
    'editor.address': 'Địa chỉ liên kết',
    'editor.set': 'Đặt',
    'editor.refused':
      'Không thể liên kết tới địa chỉ này. Hãy bắt đầu bằng https://, http://, mailto: hoặc /.',
    'editor.plain': 'Sửa dạng văn bản thuần',
    'editor.rich': 'Sửa bằng công cụ',
    'editor.kept':
      'Văn bản này có phần mà chỉ ô thuần mới chứa được, như bảng. Hãy sửa tại đây bằng Markdown.',
  },
} satisfies Catalogue<typeof en>
