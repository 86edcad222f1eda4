/** What is held about people who work with the tables of the desk; the English is the pattern for the others. */
export const en = {
  'held.tableViews.name': 'Views of tables you have saved',
  'held.tableViews.what':
    'At the desk: the name of each, the filters, order and columns it keeps, and whether you share it; and of which records you look after.',
  'held.tableViews.why': 'To find your tables again, and for others to know who looks after a record.',
  'held.bulks.name': 'Changes you made to several records',
  'held.bulks.what':
    'What you asked to be changed at the desk in several records at once, when, and which records it changed.',
  'held.bulks.why':
    'To show you what became of it and to undo it. Who wrote each record as it stands is kept with the record.',
} as const
