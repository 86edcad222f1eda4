import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const ur: Catalogue<typeof en> = {
  words: {
    'search.title': 'تلاش',
    'search.calls': 'دعوتیں',
    'search.found': { one: '”{words}“ کے لیے {count} ریکارڈ', other: '”{words}“ کے لیے {count} ریکارڈ' },
    'search.nothing': '”{words}“ کے لیے کچھ نہیں ملا۔',
    'search.ask':
      'دعوتوں، تقریبات، مضامین، پروگراموں اور ڈائریکٹری میں تلاش کے لیے چند الفاظ لکھیں؛ گزشتہ ریکارڈ بھی شامل ہیں۔',
    'search.tabs': 'ریکارڈ کی قسمیں',
    'search.all': 'سب',
    'search.meant': 'ان الفاظ والے ریکارڈ کم ہیں۔ یہ بھی ملا: {words}۔',
    'search.closest': {
      one: 'قریب ترین {count} ریکارڈ دکھایا گیا ہے؛ مزید الفاظ یا فلٹر سے دوسرے سامنے آئیں گے۔',
      other: 'قریب ترین {count} ریکارڈ دکھائے گئے ہیں؛ مزید الفاظ یا فلٹر سے دوسرے سامنے آئیں گے۔',
    },
    'search.unfiltered': { one: 'فلٹر کے بغیر: {count} ریکارڈ', other: 'فلٹر کے بغیر: {count} ریکارڈ' },
    'search.suggested': { one: '{count} تجویز', other: '{count} تجاویز' },
    'search.place': 'ملک',
    'search.hint':
      'کم یا مختلف الفاظ، یا کوئی اور زبان آزمائیں۔ ریکارڈ کا پورا متن تلاش کیا جاتا ہے، زبان کوئی بھی ہو۔',
  },
  reviewed: [],
}
