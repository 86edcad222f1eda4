/** What every page and piece says by itself; the English is the pattern for every other language. */
export const en = {
  'page.skip': 'Skip to the content',
  'page.menu': 'Main menu',
  'page.languages': 'Language',
  'page.search': 'Search',
  'page.searchLabel': 'Search everything here',
  'page.door': 'Your account',
  'page.footer': 'About this portal',
  'page.crumbs': 'You are here',
  'page.demonstration':
    'A demonstration from public records, some of their dates moved. It is no foundation’s own site.',

  'filter.apply': 'Show results',
  'filter.any': 'Any',
  'filter.chosen': 'Filters in force',
  'filter.inForce': { one: '{count} in force', other: '{count} in force' },
  'filter.remove': 'Remove filter: {filter}',
  'filter.clear': 'Clear all',
  'filter.option': '{name} ({number})',

  'paging.label': 'Pages',
  'paging.previous': 'Previous page',
  'paging.next': 'Next page',
  'paging.place': 'Page {page} of {pages}',
  'paging.latest': 'Latest',
  'paging.older': 'Older',

  'language.in': 'in {language}',
  'language.readHere': 'Read this page in English',

  'month.today': 'today',
  'month.continued': 'continued',

  'form.problem': 'There is a problem',
  'form.error': 'Error:',
  'form.optional': '{label} (optional)',
  'form.kept': 'Kept as your draft, {time}',
  'form.waits': 'Not kept yet: the network is away. What you typed waits in this window.',
  'form.ended': 'You are signed out. What you typed waits in this window: sign in, and it comes back.',
  'form.day': 'Day',
  'form.month': 'Month',
  'form.year': 'Year',

  'print.page': 'Print this page',
} as const
