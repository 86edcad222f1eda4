import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const ur = {
  reviewed: [],
  words: {
    'provider.title': 'یا کسی اور جگہ کے کھاتے سے',
    'provider.text':
      'آپ {provider} پر سائن اِن کرتے ہیں اور یہاں واپس آتے ہیں۔ وہ ہمیں آپ کا نام اور ای میل پتا بتاتا ہے؛ آپ کا پاس ورڈ وہیں رہتا ہے۔',
    'provider.button': '{provider} سے سائن اِن کریں',
    'provider.leaving': '{provider} کی طرف',
    'provider.leavingText': 'آپ کا براؤزر خود وہاں چلا جائے گا۔ اگر کچھ نہ ہو تو لنک پر جائیں۔',
    'provider.goOn': '{provider} پر جائیں',
    'provider.again': 'سائن اِن پر واپس',
    'provider.fault.gone': 'یہ سائن اِن اب کام کا نہیں رہا',
    'provider.cure.gone':
      'اس میں بہت دیر لگی، یہ استعمال ہو چکا ہے، یا کسی اور براؤزر میں شروع ہوا تھا۔ دوبارہ شروع کریں۔',
    'provider.fault.cancelled': 'آپ سائن اِن نہیں ہوئے',
    'provider.cure.cancelled':
      '{provider} پر سائن اِن منسوخ کر دیا گیا۔ دوبارہ شروع کریں، یا ای میل سے لنک منگوائیں۔',
    'provider.fault.away': 'دوسری سائٹ جواب نہیں دے رہی',
    'provider.cure.away':
      'اس وقت {provider} تک رسائی نہیں ہو رہی۔ چند منٹ بعد پھر کوشش کریں، یا ای میل سے لنک منگوائیں۔',
    'provider.fault.nonsense': 'دوسری سائٹ کا جواب درست نہیں تھا',
    'provider.cure.nonsense':
      '{provider} کے جواب پر بھروسا نہیں کیا جا سکتا تھا، اس لیے کوئی سائن اِن نہیں ہوا۔ دوبارہ شروع کریں؛ اگر پھر بھی ایسا ہو تو ای میل سے لنک منگوائیں اور ہمیں بتائیں۔',
    'provider.fault.no-address': 'آپ کا ای میل پتا موجود نہیں',
    'provider.cure.no-address':
      '{provider} نے ہمیں آپ کا ای میل پتا نہیں بتایا۔ وہاں اجازت دے کر دوبارہ شروع کریں، یا ای میل سے لنک منگوائیں۔',
    'provider.fault.unverified': 'آپ کے ای میل پتے کی تصدیق نہیں ہوئی',
    'provider.cure.unverified':
      '{provider} نے یہ یقینی نہیں بنایا کہ یہ ای میل پتا آپ ہی کا ہے۔ وہاں تصدیق کر کے دوبارہ شروع کریں، یا ای میل سے لنک منگوائیں۔',
    'provider.fault.barred': 'یہ کھاتا یہاں استعمال نہیں ہو سکتا',
    'provider.cure.barred':
      'اس کا پتا نمائشی لوگوں میں سے کسی کا ہے، اور اس طرح کوئی ان کے نام سے سائن اِن نہیں کر سکتا۔ {provider} پر کوئی اور کھاتا چنیں۔',
    'account.provider': 'دوسری جگہ کے کھاتے',
    'account.provider.none':
      '{provider} سے اسی ای میل پتے کے ساتھ ایک بار سائن اِن کریں، تو وہ آپ کے کھاتے سے جڑ جائے گا۔',
    'account.provider.text':
      'ان سے آپ یہاں سائن اِن کر سکتے ہیں۔ الگ کیے گئے کھاتے سے سائن اِن کرنا اسے پھر جوڑ دیتا ہے۔ ای میل کا لنک ہمیشہ کام کرتا ہے۔',
    'account.provider.list': 'جڑے ہوئے کھاتے',
    'account.provider.host': 'جگہ',
    'account.provider.since': 'کب سے (UTC)',
    'account.provider.end': 'الگ کریں',
    'account.provider.unlink': '{provider} کو الگ کریں',
    'account.provider.unlinked': 'کھاتا الگ کر دیا گیا، اور اس سے کھلے دوسرے سیشن ختم کر دیے گئے۔',
    'account.way.provider': 'دوسری جگہ کا کھاتا',
    'letter.provider.subject': 'اب آپ {provider} سے سائن اِن کر سکتے ہیں',
    'letter.provider.text':
      'کسی نے {provider} پر آپ کے ای میل پتے سے سائن اِن کیا ہے، اور وہ کھاتا اب یہاں آپ کے کھاتے سے جڑ گیا ہے۔ اگر یہ آپ نہیں تھے تو اپنے صفحے پر اسے الگ کر دیں:',
  },
} satisfies Catalogue<typeof en>
