/** The editor of texts. */
export const en = {
  'editor.tools': 'Text tools',
  'editor.bold': 'Bold',
  'editor.italic': 'Italic',
  'editor.heading': 'Heading',
  'editor.list': 'List',
  'editor.numbers': 'Numbered list',
  'editor.quote': 'Quotation',
  'editor.undo': 'Undo',
  'editor.redo': 'Redo',
  'editor.link': 'Link',
  'editor.address': 'Address of the link',
  'editor.set': 'Set',
  'editor.refused': 'This address cannot be linked to. Begin it with https://, http://, mailto: or /.',
  'editor.plain': 'Edit as plain text',
  'editor.rich': 'Edit with tools',
  'editor.kept':
    'This text has a part that only the plain field can hold, such as a table. Edit it here as Markdown.',
} as const
