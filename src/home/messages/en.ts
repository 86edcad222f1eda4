/** What people read on pages that gather from every room; the English is the pattern for every other language. */
export const en = {
  'nav.opportunities': 'Open calls',
  'nav.events': 'Events',
  'nav.articles': 'Articles',
  'nav.organisations': 'Directory',
  'nav.programmes': 'Programmes',
  'nav.partners': 'Partners',
  'nav.languages': 'Languages',

  'ask.title': 'Where are you from, and what do you do?',
  'ask.lead':
    'See the calls, grants and events between Asia and Europe that are open to you, what they pay and when they close.',
  'ask.citizenship': 'Citizen of',
  'ask.residence': 'Living in',
  'ask.discipline': 'Working in',
  'ask.any': 'Choose …',
  'ask.show': 'Show me',

  'front.title': 'Calls, events and people between Asia and Europe',
  'front.closingSoon': 'Closing soon',
  'front.onNow': 'On now',
  'front.coming': 'Coming up',
  'front.written': 'Newly written',
  'front.allCalls': 'All open calls',
  'front.allEvents': 'All events',
  'front.allArticles': 'All articles',
  'front.noCalls': 'No call with a closing date is open now.',
  'front.noEvents': 'No event is on or coming now.',
  'front.noArticles': 'Nothing has been written here yet.',
  'front.byPartner': 'By country',

  'languages.title': 'Languages of this portal',
  'languages.lead':
    'The words of the pages, and how far people who speak the language have reviewed them. Records have languages of their own.',
  'languages.language': 'Language',
  'languages.translated': 'Translated',
  'languages.reviewed': 'Reviewed by a person',
  'languages.of': '{count} of {total}',
  'languages.source': 'the original',
  'languages.unreviewed':
    'A translation that nobody has reviewed may be wrong. If you find a mistake, please tell us.',

  'failure.400': 'This address cannot be read',
  'failure.403': 'This is not open to you',
  'failure.404': 'There is nothing at this address',
  'failure.404.text': 'It may have moved, or never have been here. The search and the lists below may help.',
  'failure.405': 'This cannot be done here',
  'failure.409': 'This has changed meanwhile',
  'failure.413': 'That was too much at once',
  'failure.429': 'Too many requests',
  'failure.429.text': {
    one: 'Please wait {count} second and try again.',
    other: 'Please wait {count} seconds and try again.',
  },
  'failure.500': 'Something went wrong here',
  'failure.500.text':
    'It is our fault, and it has been written down. If you tell us about it, give this number: {reference}',
  'failure.503': 'The portal is resting',
  'failure.503.text': 'It will be back by itself. Please try again in a minute.',
  'failure.home': 'Go to the front page',
} as const
