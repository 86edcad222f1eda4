import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const km = {
  reviewed: [],
  words: {
    'widget.upcoming': 'ព្រឹត្តិការណ៍ខាងមុខ',
    'widget.none': 'បច្ចុប្បន្នមិនមានអ្វីត្រូវបង្ហាញទេ។ អ្វីថ្មីនឹងលេចឡើងនៅទីនេះដោយស្វ័យប្រវត្តិ។',
    'widget.all': 'មើលបញ្ជីទាំងមូលនៅ {house}',
    'widget.unknown': 'វិដជេតនេះមិនស្គាល់ “{value}” សម្រាប់ “{parameter}” ទេ។ សូមបង្កើតឡើងវិញនៅ {address}។',
    'widget.offer': 'បង្ហាញបញ្ជីនេះនៅលើគេហទំព័ររបស់អ្នក',
    'widgets.title': 'បង្ហាញនៅលើគេហទំព័ររបស់អ្នក',
    'widgets.lead': 'បញ្ជីតូចមួយសម្រាប់ទំព័រផ្ទាល់ខ្លួនរបស់អ្នក ទាន់សម័យជានិច្ច។ វាមិនដាក់ខូគី មិនត្រូវការស្គ្រីប ហើយមានទំហំតិចជាង 10 KB។',
    'widgets.kind': 'អ្វីដែលបង្ហាញ',
    'widgets.filter': 'ជ្រើសរើសអ្វីដែលត្រូវបង្ហាញ',
    'widgets.rows': 'ចំនួនជួរ',
    'widgets.theme': 'ពណ៌',
    'widgets.theme.auto': 'តាមឧបករណ៍របស់អ្នកអាន',
    'widgets.theme.light': 'ភ្លឺ',
    'widgets.theme.dark': 'ងងឹត',
    'widgets.preview': 'វាមើលទៅដូចនេះ',
    'widgets.previewOf': 'មើលជាមុន៖ {title}',
    'widgets.language': 'វាប្រើភាសារបស់ទំព័រនេះ; សូមជ្រើសរើសភាសាផ្សេងនៅផ្នែកខាងលើទំព័រ។',
    'widgets.code': 'ចម្លងកូដនេះទៅក្នុងទំព័ររបស់អ្នក',
    'widgets.codeHint': 'កូដ HTML; អ្នកអាចប្តូរកម្ពស់បាន។',
    'widgets.policy':
      'ប្រសិនបើគេហទំព័ររបស់អ្នកមាន Content Security Policy សូមអនុញ្ញាត {origin} ក្នុង frame-src។ មិនត្រូវការអ្វីផ្សេងទៀតទេ។',
  },
} satisfies Catalogue<typeof en>
