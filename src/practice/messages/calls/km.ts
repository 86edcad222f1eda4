import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const km: Catalogue<typeof en> = {
  reviewed: [],
  words: {
    'calls.title': 'ការអំពាវនាវរបស់មូលនិធិ',
    'calls.lead': 'ការអំពាវនាវនីមួយៗប្រាប់ជាប្រយោគងាយៗថាអ្នកណាអាចដាក់ពាក្យបាន ហើយការពិនិត្យរយៈពេលពីរនាទីប្រាប់ថាអ្នកមានសិទ្ធិឬអត់។',
    'calls.empty': 'មិនទាន់មានការអំពាវនាវណាមួយត្រូវបានផ្សព្វផ្សាយទេ។',
    'calls.open': 'កំពុងបើក',
    'calls.closed': 'បានបិទ',
    'calls.full': 'អស់កន្លែងហើយ',
    'calls.cancelled': 'បានលុបចោល',
    'calls.opensLater': 'នឹងបើកពេលក្រោយ',
    'calls.rolling': 'គ្មានថ្ងៃផុតកំណត់',
    'calls.edition': 'លើកទី {edition}',
    'calls.badPage': 'បញ្ជីនេះគ្មានទំព័រនោះទេ។',
  },
}
