import type { Catalogue } from '../../design/index.ts'
import type { en } from './en.ts'

export const ur = {
  reviewed: [],
  words: {
    'nav.opportunities': 'کھلی دعوتیں',
    'nav.events': 'تقریبات',
    'nav.articles': 'مضامین',
    'nav.organisations': 'ڈائریکٹری',
    'nav.programmes': 'پروگرام',
    'nav.partners': 'شراکت دار',
    'nav.languages': 'زبانیں',
    'nav.privacy': 'رازداری',
    'nav.widgets': 'آپ کی سائٹ کے لیے',
    'nav.api': 'پروگراموں کے لیے (API)',
    'nav.signIn': 'سائن اِن',
    'nav.account': 'آپ کا اکاؤنٹ',
    'nav.signOut': 'سائن آؤٹ',
    'nav.notices': { one: '{count} نئی اطلاع', other: '{count} نئی اطلاعات' },
    'nav.noticesMany': '{count} سے زیادہ نئی اطلاعات',
    'nav.desk': 'دفتر',

    'ask.title': 'آپ کا تعلق کہاں سے ہے، اور آپ کا کام کیا ہے؟',
    'ask.lead':
      'ایشیا اور یورپ کے درمیان وہ دعوتیں، گرانٹس اور تقریبات دیکھیں جو آپ کے لیے کھلی ہیں: ان میں کیا ادا کیا جاتا ہے اور آخری تاریخ کیا ہے۔',
    'ask.citizenship': 'شہریت',
    'ask.residence': 'رہائش',
    'ask.discipline': 'شعبہ',
    'ask.any': 'منتخب کریں …',
    'ask.show': 'دکھائیں',

    'front.title': 'ایشیا اور یورپ کے درمیان دعوتیں، تقریبات اور لوگ',
    'front.closingSoon': 'آخری تاریخ قریب',
    'front.onNow': 'جاری',
    'front.coming': 'آئندہ',
    'front.written': 'تازہ تحریریں',
    'front.allCalls': 'تمام کھلی دعوتیں',
    'front.allEvents': 'تمام تقریبات',
    'front.allArticles': 'تمام مضامین',
    'front.noCalls': 'اس وقت آخری تاریخ والی کوئی دعوت کھلی نہیں۔',
    'front.noEvents': 'اس وقت کوئی تقریب جاری یا آنے والی نہیں۔',
    'front.noArticles': 'یہاں ابھی کچھ نہیں لکھا گیا۔',
    'front.byPartner': 'ملک کے لحاظ سے',

    'languages.title': 'اس پورٹل کی زبانیں',
    'languages.lead':
      'صفحات کے الفاظ، اور یہ کہ اس زبان کے بولنے والوں نے ان پر کہاں تک نظرِ ثانی کی ہے۔ ریکارڈ کی اپنی زبانیں ہیں۔',
    'languages.language': 'زبان',
    'languages.translated': 'ترجمہ شدہ',
    'languages.reviewed': 'کسی شخص کی نظرِ ثانی شدہ',
    'languages.of': '{total} میں سے {count}',
    'languages.source': 'اصل زبان',
    'languages.unreviewed':
      'جس ترجمے پر کسی نے نظرِ ثانی نہ کی ہو، اس میں غلطی ہو سکتی ہے۔ اگر آپ کو کوئی غلطی ملے تو براہِ کرم ہمیں بتائیں۔',

    'failure.400': 'یہ ویب پتا پڑھا نہیں جا سکتا',
    'failure.403': 'یہ آپ کے لیے کھلا نہیں',
    'failure.404': 'اس ویب پتے پر کچھ نہیں ہے',
    'failure.404.text':
      'ممکن ہے یہ کہیں اور منتقل ہو گیا ہو، یا یہاں کبھی تھا ہی نہیں۔ تلاش اور نیچے دی گئی فہرستیں مدد کر سکتی ہیں۔',
    'failure.405': 'یہ یہاں نہیں کیا جا سکتا',
    'failure.409': 'اس دوران یہ تبدیل ہو چکا ہے',
    'failure.413': 'ایک ساتھ بہت زیادہ بھیجا گیا',
    'failure.429': 'بہت کم وقت میں بہت زیادہ کوششیں',
    'failure.429.text': {
      one: 'براہِ کرم {count} سیکنڈ انتظار کریں اور دوبارہ کوشش کریں۔',
      other: 'براہِ کرم {count} سیکنڈ انتظار کریں اور دوبارہ کوشش کریں۔',
    },
    'failure.500': 'یہاں کچھ خرابی ہو گئی',
    'failure.500.text':
      'یہ ہماری غلطی ہے اور اسے درج کر لیا گیا ہے۔ اگر آپ ہمیں اس کے بارے میں بتائیں تو یہ نمبر دیں: {reference}',
    'failure.503': 'پورٹل کچھ دیر کے لیے بند ہے',
    'failure.503.text': 'یہ خود ہی بحال ہو جائے گا۔ براہِ کرم ایک منٹ بعد دوبارہ کوشش کریں۔',
    'failure.home': 'سرورق پر جائیں',
  },
} satisfies Catalogue<typeof en>
