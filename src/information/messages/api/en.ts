export const en = {
  'api.title': 'For programs: the API',
  'api.lead': 'Everything that stands on the public pages, as data (JSON). Reading needs no key.',
  'api.english': 'Names and meanings of fields are in English.',
  'api.document': 'The whole description for programs (OpenAPI 3.1)',
  'api.how': 'How it answers',
  'api.languages':
    'The address decides the language, as it does for pages: before /api/v1 stands /fr, /vi, /zh, /th, /km or /ur. Each text says which language it is in.',
  'api.paging':
    'A list answers “items” and “next”. Ask for the next ones with “cursor” and what “next” said, until it is null. What is added or taken away meanwhile moves nothing you have yet to read, unless its own place in the order changes.',
  'api.counts':
    'With “counts=true” a list says how many records there are, and how many each value of each facet would give.',
  'api.changes':
    'Every answer has an ETag. Ask with If-None-Match, and what has not changed is answered with 304 and nothing else.',
  'api.limits':
    'Too many requests are answered with 429; Retry-After says how many seconds to wait. Every refusal is a problem in JSON (RFC 9457).',
  'api.tokens':
    'With a token, a program sees what its owner may see, drafts among it. Tokens are made on the page of one’s account.',
  'api.others': 'Pages of any site may read this, without a token.',
  'api.parameters': 'Parameters',
  'api.fields': 'Fields of an item',
  'api.wholeFields': 'Fields of one record',
  'api.example': 'An example',
  'api.badCursor': 'This cursor is not one that this list has given. Begin without it.',
} as const
