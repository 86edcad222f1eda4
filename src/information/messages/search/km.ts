import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const km: Catalogue<typeof en> = {
  words: {
    'search.title': 'ស្វែងរក',
    'search.calls': 'ការប្រកាស',
    'search.found': { other: 'កំណត់ត្រា {count} សម្រាប់ «{words}»' },
    'search.nothing': 'រកមិនឃើញអ្វីសម្រាប់ «{words}» ទេ។',
    'search.ask': 'សូមវាយពាក្យពីរបី ដើម្បីស្វែងរកការប្រកាស ព្រឹត្តិការណ៍ អត្ថបទ កម្មវិធី និងបញ្ជីអង្គការ រួមទាំងអ្វីដែលកន្លងទៅហើយ។',
    'search.tabs': 'ប្រភេទកំណត់ត្រា',
    'search.all': 'ទាំងអស់',
    'search.meant': 'មានកំណត់ត្រាតិចតួចដែលមានពាក្យទាំងនេះ។ រកឃើញផងដែរ៖ {words}។',
    'search.closest': { other: 'បង្ហាញកំណត់ត្រា {count} ដែលជិតបំផុត។ សូមបន្ថែមពាក្យ ឬប្រើតម្រង ដើម្បីឃើញកំណត់ត្រាផ្សេងទៀត។' },
    'search.unfiltered': { other: 'គ្មានតម្រង៖ កំណត់ត្រា {count}' },
    'search.suggested': { other: 'ការណែនាំ {count}' },
    'search.place': 'ប្រទេស',
    'search.hint': 'សូមសាកល្បងប្រើពាក្យតិចជាងនេះ ពាក្យផ្សេង ឬភាសាផ្សេង។ ការស្វែងរកពិនិត្យមើលអត្ថបទទាំងមូលនៃកំណត់ត្រា គ្រប់ភាសា។',
  },
  reviewed: [],
}
