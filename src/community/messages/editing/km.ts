import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const km = {
  reviewed: [],
  words: {
    'held.drafts.name': 'អ្វីដែលអ្នកបានវាយនៅតុការងារ',
    'held.drafts.what': 'អត្ថបទនៃកំណត់ត្រាដែលអ្នកបានវាយ ហើយមិនទាន់រក្សាទុក; អ្នកដែលអ្នកឱ្យតំណមើលជាមុនក៏ឃើញដែរ។',
    'held.drafts.why': 'ដើម្បីកុំឱ្យអ្វីដែលអ្នកវាយបាត់។',
    'held.previews.name': 'តំណមើលជាមុនដែលអ្នកបានបង្កើត',
    'held.previews.what': 'កំណត់ត្រាណាដែលអ្នកឱ្យអ្នកដទៃមើលមុនបោះពុម្ព និងរហូតដល់ពេលណា។',
    'held.previews.why': 'ដើម្បីអាចបញ្ចប់តំណបែបនេះ ហើយវាបង្ហាញអ្វីដែលអ្នកបានវាយ។',
  },
} satisfies Catalogue<typeof en>
