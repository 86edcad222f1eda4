export const en = {
  'held.drafts.name': 'What you have typed at the desk',
  'held.drafts.what':
    'Text of records that you have typed and not saved yet; whoever you give a preview link sees it too.',
  'held.drafts.why': 'So that nothing you type is lost.',
  'held.previews.name': 'Preview links you have made',
  'held.previews.what': 'Which record you let others look at before it was published, and until when.',
  'held.previews.why': 'So that such a link can be ended, and shows what you have typed.',
} as const
