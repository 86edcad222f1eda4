/** What people read when they search; the English is the pattern for every other language. */
export const en = {
  'search.title': 'Search',
  'search.calls': 'Calls',
  'search.found': { one: '{count} record for “{words}”', other: '{count} records for “{words}”' },
  'search.nothing': 'Nothing was found for “{words}”.',
  'search.ask':
    'Type a few words to search calls, events, articles, programmes and the directory, past ones too.',
  'search.tabs': 'Kinds of record',
  'search.all': 'All',
  'search.meant': 'Few records hold these words. Also found: {words}.',
  'search.closest': {
    one: 'The closest {count} is shown; more words or a filter bring others up.',
    other: 'The closest {count} are shown; more words or a filter bring others up.',
  },
  'search.unfiltered': { one: 'Without filters: {count} record', other: 'Without filters: {count} records' },
  'search.suggested': { one: '{count} suggestion', other: '{count} suggestions' },
  'search.place': 'Country',
  'search.hint':
    'Try fewer or other words, or another language. Everything records say is searched, whatever the language.',
} as const
