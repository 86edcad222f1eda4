import type { Catalogue } from '../../words.ts'
import type { en } from './en.ts'

export const ur = {
  reviewed: [],
  words: {
    'editor.tools': 'متن کے اوزار',
    'editor.bold': 'موٹا',
    'editor.italic': 'ترچھا',
    'editor.heading': 'سرخی',
    'editor.list': 'فہرست',
    'editor.numbers': 'نمبر وار فہرست',
    'editor.quote': 'اقتباس',
    'editor.undo': 'واپس لیں',
    'editor.redo': 'دوبارہ کریں',
    'editor.link': 'ربط',
    'editor.address': 'ربط کا پتہ',
    'editor.set': 'لگائیں',
    'editor.refused':
      'اس پتے کا ربط نہیں بن سکتا۔ اسے \u2066https://، http://، mailto:\u2069 یا \u2066/\u2069 سے شروع کریں۔',
    'editor.plain': 'سادہ متن میں لکھیں',
    'editor.rich': 'اوزاروں سے لکھیں',
    'editor.kept':
      'اس متن میں ایسا حصہ ہے جو صرف سادہ خانے میں آ سکتا ہے، جیسے جدول۔ اسے یہاں \u2066Markdown\u2069 میں لکھیں۔',
  },
} satisfies Catalogue<typeof en>
