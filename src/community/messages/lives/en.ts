/** What people read about the lives of texts; the English is the pattern for the others. */
export const en = {
  'life.notice.sentBack': 'Sent back: {title}',
  'life.notice.sentBackText': '{who} sent the text in “{lang}” back to you:',
  'life.notice.handedIn': 'To review: {title}',
  'life.notice.handedInText': '{who} has handed in the text in “{lang}”.',
  'life.notice.remark': 'About {title}',
  'life.notice.remarkText': '{who} says:',
  'life.notice.assigned': 'Yours to look after: {title}',
  'life.notice.assignedText': '{who} has given this record to you.',
  'life.notice.failed.published': 'Not published: {title}',
  'life.notice.failed.archived': 'Not archived: {title}',
  'life.notice.failedText': 'What you had scheduled for {wall} ({zone}), the text in “{lang}”, was not done.',
  'life.failure.archived': 'It had been archived meanwhile.',
  'life.failure.changed': 'It was no longer in the state it was scheduled from.',
  'life.failure.checks': 'It does not pass the checks for publishing, and is in review again:',
  'life.failure.gone': 'The record is gone.',
  'held.deskWork.name': 'What you did at the desk',
  'held.deskWork.what':
    'Versions of records you wrote and why, what you scheduled, what you said of records, and those you look after',
  'held.deskWork.why': 'So that colleagues know who to ask, and see how a record came to say what it says',
  'held.deskWork.stays':
    'Versions and schedules stay, without your name and your reasons; what you said and is not settled stays without your name',
} as const
