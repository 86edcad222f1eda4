import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const ur = {
  reviewed: [],
  words: {
    'desk.pictures': 'ڈیسک',
    'pictures.title': 'تصاویر',
    'pictures.lead':
      'پہلی تصویر صفحے کے اوپر آتی ہے۔ مقام اور دوسری معلومات جو کیمرے تصویروں میں لکھتے ہیں شائع شدہ تصویروں سے نکال دی جاتی ہیں۔',
    'pictures.none': 'اس ریکارڈ کی ابھی کوئی تصویر نہیں؛ اس کا صفحہ اپنی ٹائل دکھاتا ہے۔',
    'pictures.published': 'یہ ریکارڈ شائع ہو چکا ہے: اس کی تصاویر وہی بدلتے ہیں جو اسے شائع کر سکتے ہیں۔',
    'pictures.wordsOnly':
      'یہاں آپ لکھتے ہیں کہ تصاویر میں کیا ہے، {languages} میں۔ کون سی تصاویر ہوں، یہ ریکارڈ رکھنے والے طے کرتے ہیں۔',
    'pictures.add': 'تصویر شامل کریں',
    'pictures.file': 'تصویر',
    'pictures.fileHint':
      '\u2066JPEG، PNG، WebP\u2069 یا \u2066AVIF\u2069، زیادہ سے زیادہ \u206620 MB\u2069 اور 50 میگا پکسل۔',
    'pictures.upload': 'اپ لوڈ کریں',
    'pictures.one': 'تصویر {number}',
    'pictures.creditOf': 'تصویر: {credit}',
    'pictures.first': 'تصویر {number} پہلے دکھائیں',
    'pictures.remove': 'تصویر {number} ہٹائیں',
    'pictures.stage.missing': 'یہاں نہیں',
    'pictures.stage.making': 'تیار ہو رہی ہے',
    'pictures.stage.failed': 'خراب',
    'pictures.why.missing':
      'اس تصویر کی فائل موجود نہیں، اس لیے یہ نہیں دکھائی جاتی۔ اسے دوبارہ اپ لوڈ کریں۔',
    'pictures.why.making': 'یہ تصویر تیار ہو رہی ہے۔ تیار ہوتے ہی دکھائی جائے گی، عموماً ایک منٹ کے اندر۔',
    'pictures.why.failed':
      'اس فائل سے کچھ نہ بن سکا، اس لیے یہ نہیں دکھائی جاتی۔ شاید فائل خراب ہے: دوبارہ اپ لوڈ کریں۔',
    'pictures.silent': '{languages} میں نہیں دکھائی جاتی: وہاں متبادل متن نہیں۔',
    'pictures.focusHint': 'جہاں سے تصویر نہیں کٹنی چاہیے وہاں کلک کریں، یا نقطہ فیصد میں لکھیں۔',
    'pictures.across': 'بائیں سے، فیصد میں',
    'pictures.down': 'اوپر سے، فیصد میں',
    'pictures.alt': 'اس میں کیا ہے، {language} میں',
    'pictures.altHint':
      'ان کے لیے جو اسے نہیں دیکھ سکتے: ایک دو جملے۔ ان کے بغیر تصویر اس زبان میں نہیں دکھائی جاتی۔',
    'pictures.credit': 'تصویر کس کی ہے',
    'pictures.creditHint': 'جیسے نیچے چھپنا چاہیے۔',
    'pictures.save': 'محفوظ کریں',
    'pictures.meanwhile':
      'اس دوران کسی اور نے یہ تصویر بدل دی ہے۔ اب جو لکھا ہے وہ یہاں ہے؛ آپ کا لکھا ہوا نیچے ہے۔',
    'pictures.done.added': 'تصویر مل گئی۔ بتائیں کہ اس میں کیا ہے۔',
    'pictures.done.saved': 'اس تصویر کے بارے میں آپ کا لکھا ہوا محفوظ ہو گیا۔',
    'pictures.done.first': 'اب یہ تصویر سب سے پہلے ہے۔',
    'pictures.done.removed': 'تصویر اس ریکارڈ سے ہٹا دی گئی۔',
    'pictures.fault.file': 'تصویر چنیں',
    'pictures.fault.large':
      'یہ فائل \u206620 MB\u2069 سے بڑی ہے۔ تصویر چھوٹی کر کے محفوظ کریں اور دوبارہ اپ لوڈ کریں۔',
    'pictures.fault.svg':
      'یہ \u2066SVG\u2069 خاکہ ہے جس میں اسکرپٹ ہو سکتا ہے، اس لیے قبول نہیں۔ اسے \u2066PNG\u2069 میں محفوظ کریں۔',
    'pictures.fault.other-format':
      'اس شکل کی تصویریں قبول نہیں کی جاتیں۔ اسے \u2066JPEG، PNG، WebP\u2069 یا \u2066AVIF\u2069 میں محفوظ کریں۔',
    'pictures.fault.no-picture':
      'نام کچھ بھی ہو، یہ فائل تصویر نہیں۔ \u2066JPEG، PNG، WebP\u2069 یا \u2066AVIF\u2069 چنیں۔',
    'pictures.fault.too-many-pixels':
      'اس تصویر میں 50 میگا پکسل سے زیادہ ہیں، یا یہ 16,000 پکسل سے لمبی ہے۔ اسے چھوٹا کر کے دوبارہ اپ لوڈ کریں۔',
    'pictures.fault.damaged': 'یہ تصویر پڑھی نہیں جا سکتی؛ فائل خراب لگتی ہے۔ اصل سے دوبارہ محفوظ کریں۔',
    'pictures.fault.too-many': 'اس ریکارڈ کی تصویریں حد تک پہنچ چکی ہیں۔ پہلے ایک ہٹائیں۔',
    'pictures.fault.there-already': 'یہ تصویر اس ریکارڈ میں پہلے سے ہے۔',
    'pictures.fault.record':
      'دوسرے خانوں کی وجہ سے ریکارڈ محفوظ نہیں ہو سکتا: {fields}۔ پہلے انہیں درست کریں۔',
    'pictures.fault.point': 'نقطہ 0 سے 100 تک دو پورے عددوں میں لکھیں',
    'pictures.fault.meanwhile':
      'کسی اور نے یہ تصویر بدل دی ہے۔ موازنہ کریں، پھر اپنا لکھا اس کی جگہ رکھنے کے لیے دوبارہ محفوظ کریں۔',
  },
} satisfies Catalogue<typeof en>
