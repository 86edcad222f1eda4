import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const ur = {
  reviewed: [],
  words: {
    'life.notice.sentBack': 'واپس بھیجا گیا: {title}',
    'life.notice.sentBackText': '{who} نے “{lang}” متن آپ کو واپس بھیجا ہے:',
    'life.notice.handedIn': 'جائزے کے لیے: {title}',
    'life.notice.handedInText': '{who} نے “{lang}” متن جائزے کے لیے پیش کیا ہے۔',
    'life.notice.remark': '{title} کے بارے میں',
    'life.notice.remarkText': '{who} لکھتے ہیں:',
    'life.notice.assigned': 'آپ کی نگرانی میں: {title}',
    'life.notice.assignedText': '{who} نے یہ اندراج آپ کے سپرد کیا ہے۔',
    'life.notice.failed.published': 'شائع نہیں ہوا: {title}',
    'life.notice.failed.archived': 'محفوظ خانے میں نہیں گیا: {title}',
    'life.notice.failedText':
      'آپ نے {wall} ({zone}) کے لیے “{lang}” متن کا جو وقت مقرر کیا تھا، اس پر عمل نہیں ہوا۔',
    'life.failure.archived': 'اس دوران اسے محفوظ خانے میں رکھ دیا گیا تھا۔',
    'life.failure.changed': 'وہ اب اس حالت میں نہیں تھا جس میں وقت مقرر ہوا تھا۔',
    'life.failure.checks': 'یہ اشاعت کی جانچ پر پورا نہیں اترتا اور دوبارہ جائزے میں ہے:',
    'life.failure.gone': 'یہ اندراج اب موجود نہیں۔',
    'held.deskWork.name': 'ڈیسک پر آپ کا کام',
    'held.deskWork.what':
      'اندراجات کے وہ نسخے جو آپ نے لکھے اور کیوں، جن کا وقت آپ نے مقرر کیا، اندراجات پر آپ کی رائے، اور وہ جو آپ کی نگرانی میں ہیں',
    'held.deskWork.why': 'تاکہ ساتھی جان سکیں کس سے پوچھیں، اور دیکھ سکیں کہ اندراج اس شکل میں کیسے آیا',
    'held.deskWork.stays':
      'نسخے اور مقررہ اوقات رہتے ہیں، آپ کے نام اور وجوہات کے بغیر؛ آپ کی جو رائے طے نہیں ہوئی وہ آپ کے نام کے بغیر رہتی ہے',
  },
} satisfies Catalogue<typeof en>
