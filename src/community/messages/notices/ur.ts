import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const ur = {
  reviewed: [],
  words: {
    'account.page.notices': 'اطلاعات',
    'notices.title': 'اطلاعات',
    'notices.lead': 'جو کچھ آپ کو یہاں بتایا گیا، تازہ ترین پہلے۔',
    'notices.none':
      'ابھی تک آپ کو کچھ نہیں بتایا گیا۔ جو آپ سے متعلق ہو گا یہاں آئے گا، جیسے کوئی کردار جو آپ کو ملے یا کوئی جواب جس کا آپ کو انتظار ہو۔',
    'notices.new': 'نیا',
    'notices.read': 'پڑھا ہوا نشان زد کریں',
    'notices.readAll': 'سب کو پڑھا ہوا نشان زد کریں',
    'notices.done.read': 'پڑھا ہوا نشان زد ہو گیا۔',
    'notices.gone': 'ایک ایسے حصے کی اطلاع جو اب نہیں رہا',
    'notices.goneText': 'اس میں جو لکھا تھا اب دکھایا نہیں جا سکتا۔',
    'notices.mail': 'اطلاعات بذریعہ ڈاک',
    'notices.mail.question': 'ہم آپ کو کیسے لکھیں؟',
    'notices.mail.hint':
      'جو آپ نے یہاں پڑھ لیا وہ دوبارہ نہیں لکھا جاتا۔ جو آپ کے اکاؤنٹ کی حفاظت سے متعلق ہو، اور جو کردار آپ کو ملیں یا ختم ہوں، وہ ہم ہمیشہ فوراً لکھتے ہیں۔',
    'notices.mail.at-once': 'فوراً',
    'notices.mail.daily': 'دن میں ایک بار',
    'notices.mail.dailyHint': 'ایک خط جس میں سب نیا ہو، {time} UTC پر؛ کچھ نہ ہو تو کوئی خط نہیں۔',
    'notices.mail.never': 'بالکل نہیں',
    'notices.mail.save': 'انتخاب محفوظ کریں',
    'notices.mail.fault': 'ان میں سے ایک منتخب کریں',
    'notices.done.mail': 'آپ کا انتخاب محفوظ ہو گیا۔',
    'notices.letters.title': 'آپ کی اطلاعات کے خطوط',
    'notices.letters.lead':
      'آپ ہمارے ایک خط کے لنک سے آئے ہیں۔ یہاں آپ صرف یہ چن سکتے ہیں کہ ہم آپ کو کیسے لکھیں۔',
    'notices.letters.gone': 'یہ لنک کارآمد نہیں۔ یہ چننے کے لیے کہ ہم کیسے لکھیں، سائن اِن کریں۔',
    'notices.letter.subject': { one: 'آپ کے لیے {count} اطلاع', other: 'آپ کے لیے {count} اطلاعات' },
    'notices.letter.open': 'مزید یہاں پڑھیں:',
    'notices.letter.all': 'آپ کی تمام اطلاعات:',
    'notices.letter.more': { one: 'اور {count} مزید۔', other: 'اور {count} مزید۔' },
    'notices.letter.change': 'سائن اِن کیے بغیر بدلیں کہ ہم آپ کو کیسے لکھیں:',
    'notices.letter.always': 'یہ ہم ہمیشہ فوراً لکھتے ہیں، آپ نے اطلاعات کے لیے جو بھی چنا ہو۔',
    'notice.role.title': 'آپ کا کردار: {name}',
    'notice.role.text': 'آپ کو یہاں ایک کردار دیا گیا ہے: {name}۔ اس سے آپ یہ کر سکتے ہیں:',
    'notice.role.open': 'اس پتے سے سائن اِن کریں، لنک یا پاس ورڈ سے:',
    'notice.roleEnded.title': 'آپ کا کردار ختم ہو گیا: {name}',
    'notice.roleEnded.text': 'اب یہاں یہ کردار آپ کے پاس نہیں: {name}۔ بتائی گئی وجہ یہ ہے:',
  },
} satisfies Catalogue<typeof en>
