import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const km = {
  reviewed: [],
  words: {
    'life.notice.sentBack': 'ផ្ញើត្រឡប់វិញ៖ {title}',
    'life.notice.sentBackText': '{who} បានផ្ញើអត្ថបទជា “{lang}” ត្រឡប់មកអ្នកវិញ៖',
    'life.notice.handedIn': 'ត្រូវពិនិត្យ៖ {title}',
    'life.notice.handedInText': '{who} បានដាក់អត្ថបទជា “{lang}” ឱ្យពិនិត្យ។',
    'life.notice.remark': 'អំពី {title}',
    'life.notice.remarkText': '{who} សរសេរថា៖',
    'life.notice.assigned': 'ក្រោមការថែទាំរបស់អ្នក៖ {title}',
    'life.notice.assignedText': '{who} បានប្រគល់កំណត់ត្រានេះឱ្យអ្នក។',
    'life.notice.failed.published': 'មិនបានបោះផ្សាយ៖ {title}',
    'life.notice.failed.archived': 'មិនបានដាក់ក្នុងបណ្ណសារ៖ {title}',
    'life.notice.failedText': 'អ្វីដែលអ្នកបានកំណត់ពេលនៅ {wall} ({zone}) សម្រាប់អត្ថបទជា “{lang}” មិនត្រូវបានធ្វើទេ។',
    'life.failure.archived': 'វាត្រូវបានដាក់ក្នុងបណ្ណសារមុននោះ។',
    'life.failure.changed': 'វាមិននៅក្នុងស្ថានភាពដូចពេលកំណត់ពេលទៀតទេ។',
    'life.failure.checks': 'វាមិនឆ្លងកាត់ការត្រួតពិនិត្យមុនបោះផ្សាយទេ ហើយកំពុងរង់ចាំពិនិត្យម្ដងទៀត៖',
    'life.failure.gone': 'កំណត់ត្រានេះលែងមានហើយ។',
    'held.deskWork.name': 'អ្វីដែលអ្នកបានធ្វើនៅតុការងារ',
    'held.deskWork.what': 'កំណែកំណត់ត្រាដែលអ្នកបានសរសេរ និងមូលហេតុ អ្វីដែលអ្នកបានកំណត់ពេល អ្វីដែលអ្នកបានកត់សម្គាល់ និងកំណត់ត្រាដែលអ្នកថែទាំ',
    'held.deskWork.why': 'ដើម្បីឱ្យមិត្តរួមការងារដឹងថាត្រូវសួរអ្នកណា និងឃើញថាកំណត់ត្រាក្លាយជាបែបនេះដោយរបៀបណា',
    'held.deskWork.stays':
      'កំណែ និងការកំណត់ពេលនៅដដែល ដោយគ្មានឈ្មោះ និងមូលហេតុរបស់អ្នក; អ្វីដែលអ្នកបានកត់សម្គាល់ហើយមិនទាន់ដោះស្រាយ នៅដដែលដោយគ្មានឈ្មោះអ្នក',
  },
} satisfies Catalogue<typeof en>
