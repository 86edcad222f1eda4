import type { Catalogue } from '../../words.ts'
import type { en } from './en.ts'

export const km = {
  reviewed: [],
  words: {
    'editor.tools': 'ឧបករណ៍អត្ថបទ',
    'editor.bold': 'ដិត',
    'editor.italic': 'ទ្រេត',
    'editor.heading': 'ចំណងជើង',
    'editor.list': 'បញ្ជី',
    'editor.numbers': 'បញ្ជីមានលេខ',
    'editor.quote': 'សម្រង់',
    'editor.undo': 'មិនធ្វើវិញ',
    'editor.redo': 'ធ្វើឡើងវិញ',
    'editor.link': 'តំណ',
    'editor.address': 'អាសយដ្ឋានតំណ',
    'editor.set': 'កំណត់',
    'editor.refused': 'មិនអាចភ្ជាប់ទៅអាសយដ្ឋាននេះបានទេ។ ចាប់ផ្ដើមដោយ https://, http://, mailto: ឬ /។',
    'editor.plain': 'កែជាអត្ថបទធម្មតា',
    'editor.rich': 'កែដោយឧបករណ៍',
    'editor.kept': 'អត្ថបទនេះមានផ្នែកដែលមានតែប្រអប់ធម្មតាទើបផ្ទុកបាន ដូចជាតារាង។ កែវានៅទីនេះជា Markdown។',
  },
} satisfies Catalogue<typeof en>
