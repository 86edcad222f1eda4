import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const ur = {
  reviewed: [],
  words: {
    'held.drafts.name': 'میز پر جو آپ نے ٹائپ کیا',
    'held.drafts.what':
      'ریکارڈوں کا متن جو آپ نے ٹائپ کیا اور ابھی محفوظ نہیں کیا؛ جسے آپ پیش منظر کا لنک دیں وہ بھی دیکھتا ہے۔',
    'held.drafts.why': 'تاکہ آپ کا ٹائپ کیا ہوا ضائع نہ ہو۔',
    'held.previews.name': 'آپ کے بنائے ہوئے پیش منظر کے لنک',
    'held.previews.what': 'کون سا ریکارڈ آپ نے اشاعت سے پہلے دوسروں کو دکھایا، اور کب تک۔',
    'held.previews.why': 'تاکہ ایسا لنک ختم کیا جا سکے، اور وہ آپ کا ٹائپ کیا ہوا دکھائے۔',
  },
} satisfies Catalogue<typeof en>
