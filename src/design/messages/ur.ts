import type { Catalogue } from '../words.ts'
import type { en } from './en.ts'

export const ur = {
  reviewed: [],
  words: {
    'page.skip': 'مواد پر جائیں',
    'page.menu': 'مرکزی مینو',
    'page.languages': 'زبان',
    'page.search': 'تلاش کریں',
    'page.searchLabel': 'یہاں ہر چیز تلاش کریں',
    'page.door': 'آپ کا اکاؤنٹ',
    'page.footer': 'اس پورٹل کے بارے میں',
    'page.crumbs': 'آپ یہاں ہیں',
    'page.demonstration':
      'عوامی ریکارڈ سے بنا نمونہ، جس میں کچھ تاریخیں بدلی گئی ہیں۔ یہ کسی فاؤنڈیشن کی اپنی ویب سائٹ نہیں۔',

    'filter.apply': 'نتائج دکھائیں',
    'filter.any': 'کوئی بھی',
    'filter.chosen': 'لاگو فلٹر',
    'filter.inForce': { one: '{count} لاگو', other: '{count} لاگو' },
    'filter.remove': 'فلٹر ہٹائیں: {filter}',
    'filter.clear': 'سب ہٹائیں',
    'filter.option': '{name} ({number})',

    'paging.label': 'صفحات',
    'paging.previous': 'پچھلا صفحہ',
    'paging.next': 'اگلا صفحہ',
    'paging.place': 'صفحہ {page}، کل {pages}',
    'paging.latest': 'تازہ ترین',
    'paging.older': 'اس سے پرانے',

    'language.in': '{language} میں',
    'language.readHere': 'یہ صفحہ اردو میں پڑھیں',

    'month.today': 'آج',
    'month.continued': 'جاری',

    'form.problem': 'ایک مسئلہ ہے',
    'form.error': 'غلطی:',
    'form.optional': '{label} (اختیاری)',
    'form.kept': 'آپ کے مسودے کے طور پر رکھا گیا، {time}',
    'form.waits': 'ابھی نہیں رکھا گیا: نیٹ ورک نہیں۔ آپ کا ٹائپ کیا اس ونڈو میں انتظار میں ہے۔',
    'form.ended': 'آپ سائن آؤٹ ہیں۔ آپ کا ٹائپ کیا اس ونڈو میں انتظار میں ہے: سائن ان کریں، واپس آ جائے گا۔',
    'form.day': 'دن',
    'form.month': 'مہینہ',
    'form.year': 'سال',

    'print.page': 'یہ صفحہ پرنٹ کریں',
  },
} satisfies Catalogue<typeof en>
