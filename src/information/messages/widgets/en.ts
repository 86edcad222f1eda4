/** Lists shown on pages of others, and the page where they are made. */
export const en = {
  'widget.upcoming': 'Upcoming events',
  'widget.none': 'There is nothing to show at the moment. What is new will appear here by itself.',
  'widget.all': 'See the whole list on {house}',
  'widget.unknown': 'This widget does not know “{value}” for “{parameter}”. Make it anew at {address}.',
  'widget.offer': 'Show this list on your site',
  'widgets.title': 'Show it on your site',
  'widgets.lead':
    'A small list for pages of your own, always current. It sets no cookie, needs no script and weighs less than 10 KB.',
  'widgets.kind': 'What it shows',
  'widgets.filter': 'Choose what it shows',
  'widgets.rows': 'Rows',
  'widgets.theme': 'Colours',
  'widgets.theme.auto': 'As the reader’s device has them',
  'widgets.theme.light': 'Light',
  'widgets.theme.dark': 'Dark',
  'widgets.preview': 'This is how it looks',
  'widgets.previewOf': 'Preview: {title}',
  'widgets.language': 'It speaks the language of this page; choose another one at the head of the page.',
  'widgets.code': 'Copy this into your page',
  'widgets.codeHint': 'HTML; the height is yours to change.',
  'widgets.policy':
    'If your site has a Content Security Policy, allow {origin} in it by frame-src. Nothing else is needed.',
} as const
