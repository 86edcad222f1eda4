import type { Catalogue } from '../words.ts'
import type { en } from './en.ts'

export const km = {
  reviewed: [],
  words: {
    'page.skip': 'រំលងទៅខ្លឹមសារ',
    'page.menu': 'ម៉ឺនុយមេ',
    'page.languages': 'ភាសា',
    'page.search': 'ស្វែងរក',
    'page.searchLabel': 'ស្វែងរកអ្វីៗទាំងអស់នៅទីនេះ',
    'page.door': 'គណនីរបស់អ្នក',
    'page.footer': 'អំពីគេហទំព័រនេះ',
    'page.crumbs': 'អ្នកនៅទីនេះ',
    'page.demonstration': 'គេហទំព័រសាកល្បងពីទិន្នន័យសាធារណៈ ដែលកាលបរិច្ឆេទខ្លះត្រូវបានប្ដូរ។ វាមិនមែនជាគេហទំព័ររបស់មូលនិធិណាមួយឡើយ។',

    'filter.apply': 'បង្ហាញលទ្ធផល',
    'filter.any': 'ណាមួយក៏បាន',
    'filter.chosen': 'តម្រងដែលកំពុងប្រើ',
    'filter.inForce': { other: 'កំពុងប្រើ {count}' },
    'filter.remove': 'ដកតម្រងចេញ៖ {filter}',
    'filter.clear': 'សម្អាតទាំងអស់',
    'filter.option': '{name} ({number})',

    'paging.label': 'ទំព័រទាំងអស់',
    'paging.previous': 'ទំព័រមុន',
    'paging.next': 'ទំព័របន្ទាប់',
    'paging.place': 'ទំព័រ {page} នៃ {pages}',
    'paging.latest': 'ថ្មីបំផុត',
    'paging.older': 'ចាស់ជាង',

    'language.in': 'ជាភាសា{language}',
    'language.readHere': 'អានទំព័រនេះជាភាសាខ្មែរ',

    'month.today': 'ថ្ងៃនេះ',
    'month.continued': 'បន្ត',

    'form.problem': 'មានបញ្ហា',
    'form.error': 'កំហុស៖',
    'form.optional': '{label} (មិនបង្ខំ)',
    'form.kept': 'បានទុកជាសេចក្តីព្រាងរបស់អ្នក {time}',
    'form.waits': 'មិនទាន់រក្សា៖ បណ្តាញដាច់។ អ្វីដែលអ្នកវាយរង់ចាំក្នុងផ្ទាំងនេះ។',
    'form.ended': 'អ្នកបានចាកចេញ។ អ្វីដែលអ្នកវាយរង់ចាំក្នុងផ្ទាំងនេះ៖ ចូល ហើយវានឹងត្រឡប់មកវិញ។',
    'form.day': 'ថ្ងៃ',
    'form.month': 'ខែ',
    'form.year': 'ឆ្នាំ',

    'print.page': 'បោះពុម្ពទំព័រនេះ',
  },
} satisfies Catalogue<typeof en>
