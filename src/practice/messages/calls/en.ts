/** What people read on the pages of calls; the English is the pattern for every other language. */
export const en = {
  'calls.title': 'Calls of the foundation',
  'calls.lead':
    'Each call says in plain sentences who may apply, and a check of two minutes tells you where you stand.',
  'calls.empty': 'No call has been published yet.',
  'calls.open': 'Open',
  'calls.closed': 'Closed',
  'calls.full': 'All places are taken',
  'calls.cancelled': 'Cancelled',
  'calls.opensLater': 'Opens later',
  'calls.rolling': 'No closing date',
  'calls.edition': 'Edition {edition}',
  'calls.badPage': 'There is no such page of this list.',
} as const
