import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const ur: Catalogue<typeof en> = {
  reviewed: [],
  words: {
    'calls.title': 'فاؤنڈیشن کے اعلانات',
    'calls.lead':
      'ہر اعلان سادہ جملوں میں بتاتا ہے کہ کون درخواست دے سکتا ہے، اور دو منٹ کی جانچ بتاتی ہے کہ آپ اہل ہیں یا نہیں۔',
    'calls.empty': 'ابھی کوئی اعلان شائع نہیں ہوا۔',
    'calls.open': 'کھلا',
    'calls.closed': 'بند',
    'calls.full': 'تمام جگہیں پُر ہو چکی ہیں',
    'calls.cancelled': 'منسوخ',
    'calls.opensLater': 'بعد میں کھلے گا',
    'calls.rolling': 'کوئی آخری تاریخ نہیں',
    'calls.edition': 'ایڈیشن {edition}',
    'calls.badPage': 'اس فہرست میں ایسا کوئی صفحہ نہیں۔',
  },
}
