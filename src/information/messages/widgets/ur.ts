import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const ur = {
  reviewed: [],
  words: {
    'widget.upcoming': 'آنے والی تقریبات',
    'widget.none': 'اس وقت دکھانے کے لیے کچھ نہیں۔ جو نیا ہوگا وہ یہاں خود ظاہر ہو جائے گا۔',
    'widget.all': 'پوری فہرست {house} پر دیکھیں',
    'widget.unknown': 'یہ ویجٹ ”{parameter}“ کے لیے ”{value}“ کو نہیں جانتا۔ اسے {address} پر دوبارہ بنائیں۔',
    'widget.offer': 'یہ فہرست اپنی سائٹ پر دکھائیں',
    'widgets.title': 'اپنی سائٹ پر دکھائیں',
    'widgets.lead':
      'آپ کے اپنے صفحات کے لیے ایک چھوٹی فہرست، ہمیشہ تازہ۔ یہ کوئی کوکی نہیں رکھتی، اسے اسکرپٹ درکار نہیں اور اس کا حجم \u206610 KB\u2069 سے کم ہے۔',
    'widgets.kind': 'کیا دکھایا جائے',
    'widgets.filter': 'چنیں کہ کیا دکھایا جائے',
    'widgets.rows': 'سطریں',
    'widgets.theme': 'رنگ',
    'widgets.theme.auto': 'قاری کے آلے کے مطابق',
    'widgets.theme.light': 'روشن',
    'widgets.theme.dark': 'گہرے',
    'widgets.preview': 'یہ ایسی نظر آئے گی',
    'widgets.previewOf': 'پیش منظر: {title}',
    'widgets.language': 'یہ اسی صفحے کی زبان بولتی ہے؛ دوسری زبان صفحے کے اوپر سے چنیں۔',
    'widgets.code': 'اسے اپنے صفحے میں نقل کریں',
    'widgets.codeHint': 'یہ HTML ہے؛ اونچائی آپ بدل سکتے ہیں۔',
    'widgets.policy':
      'اگر آپ کی سائٹ کی \u2066Content Security Policy\u2069 ہے تو اس کے \u2066frame-src\u2069 میں {origin} کی اجازت دیں۔ اور کچھ درکار نہیں۔',
  },
} satisfies Catalogue<typeof en>
