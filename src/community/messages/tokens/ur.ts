import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const ur = {
  reviewed: [],
  words: {
    'account.page.tokens': 'ٹوکن',
    'tokens.title': 'پروگراموں کے لیے ٹوکن',
    'tokens.lead':
      'ٹوکن سے آپ کا پروگرام اس گھر کی API سے آپ کے نام پر پوچھ سکتا ہے۔ جس کے پاس یہ ہو وہ سب کر سکتا ہے جس کی یہ اجازت دیتا ہے، اس لیے کسی کو نہ دیں۔',
    'tokens.none': 'آپ کا کوئی ٹوکن نہیں۔',
    'tokens.list': 'آپ کے ٹوکن',
    'tokens.head.name': 'نام',
    'tokens.head.scopes': 'اجازت',
    'tokens.head.made': 'بنایا گیا',
    'tokens.head.until': 'آخری دن (UTC)',
    'tokens.head.used': 'آخری استعمال',
    'tokens.head.end': 'ختم کریں',
    'tokens.over': 'میعاد ختم ہو گئی',
    'tokens.unused': 'کبھی نہیں',
    'tokens.end': '{name} ختم کریں',
    'tokens.ended': 'ٹوکن ختم کر دیا گیا۔',
    'tokens.make': 'ٹوکن بنائیں',
    'tokens.name': 'نام',
    'tokens.nameHint': 'یہ کس لیے ہے، جیسے ”ہماری ویب سائٹ“۔',
    'tokens.scopes': 'یہ کیا کر سکتا ہے',
    'tokens.until': 'آخری دن',
    'tokens.untilHint': 'یہ اس دن کے اختتام پر (UTC) خود ختم ہو جاتا ہے، زیادہ سے زیادہ {last} کو۔',
    'tokens.button': 'ٹوکن بنائیں',
    'tokens.made': 'آپ کا نیا ٹوکن',
    'tokens.madeText':
      'یہ صرف اسی بار دکھایا جاتا ہے۔ ابھی وہاں نقل کر لیں جہاں آپ کا پروگرام اپنے راز رکھتا ہے۔',
    'tokens.token': 'ٹوکن',
    'tokens.tokenHint': 'پروگرام اسے ہیڈر ”Authorization: Bearer …“ میں بھیجتے ہیں۔',
    'tokens.back': 'میں نے نقل کر لیا: اپنے ٹوکنوں پر واپس',
    'tokens.scope.read': 'پڑھنا',
    'tokens.does.read': 'وہ دیکھتا ہے جو آپ دیکھ سکتے ہیں، اور کچھ نہیں بدلتا',
    'tokens.fault.name': 'اسے کوئی نام دیں',
    'tokens.fault.name-long': { one: 'زیادہ سے زیادہ {count} حرف', other: 'زیادہ سے زیادہ {count} حروف' },
    'tokens.fault.name-same': 'اس نام کا ٹوکن آپ کے پاس ہے۔ اسے ختم کریں، یا کوئی اور نام چنیں۔',
    'tokens.fault.many': {
      one: 'آپ کے پاس پہلے ہی {count} ٹوکن ہے۔ پہلے ایک ختم کریں۔',
      other: 'آپ کے پاس پہلے ہی {count} ٹوکن ہیں۔ پہلے ایک ختم کریں۔',
    },
    'tokens.fault.scopes': 'چنیں کہ یہ کیا کر سکتا ہے',
    'tokens.fault.until': 'اس کا آخری دن لکھیں',
    'tokens.fault.until-past': 'آنے والا کوئی دن چنیں',
    'tokens.fault.until-far': 'ایک سال کے اندر کا دن چنیں',
    'notice.tokenMade.title': 'آپ کے کھاتے کے لیے ایک ٹوکن بنایا گیا',
    'notice.tokenMade.text':
      '”{name}“ {until} تک استعمال ہو سکتا ہے۔ اگر آپ نے نہیں بنایا تو اسے ختم کریں اور اپنا پاس ورڈ بدلیں۔',
    'notice.tokenEnding.title': 'ایک ٹوکن جلد ختم ہو رہا ہے',
    'notice.tokenEnding.text':
      '”{name}“ {until} تک استعمال ہو سکتا ہے۔ اگر آپ کا پروگرام جاری رہے تو دوسرا بنا لیں۔',
  },
} satisfies Catalogue<typeof en>
