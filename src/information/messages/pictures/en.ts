/** The pictures of a record, as its editors keep them. */
export const en = {
  'desk.pictures': 'Desk',
  'pictures.title': 'Pictures',
  'pictures.lead':
    'The first one stands at the head of the page. Positions and other data that cameras write into pictures are left out of what is published.',
  'pictures.none': 'This record has no picture yet; its page shows its tile.',
  'pictures.published': 'This record is published: its pictures are changed by those who may publish it.',
  'pictures.wordsOnly':
    'Here you say what the pictures show, in {languages}. Which pictures there are is changed by those who keep the record.',
  'pictures.add': 'Add a picture',
  'pictures.file': 'Picture',
  'pictures.fileHint': 'JPEG, PNG, WebP or AVIF, at most 20 MB and 50 megapixels.',
  'pictures.upload': 'Upload',
  'pictures.one': 'Picture {number}',
  'pictures.creditOf': 'Picture: {credit}',
  'pictures.first': 'Show picture {number} first',
  'pictures.remove': 'Take picture {number} away',
  'pictures.stage.missing': 'Not here',
  'pictures.stage.making': 'Being made',
  'pictures.stage.failed': 'Damaged',
  'pictures.why.missing':
    'The file of this picture is not in the house, so it is not shown. Upload it again.',
  'pictures.why.making':
    'This picture is being made ready. It is shown as soon as that is done, usually within a minute.',
  'pictures.why.failed':
    'Nothing could be made of this file, so it is not shown. It may be damaged: upload it again.',
  'pictures.silent': 'Not shown in {languages}: it has no alternative text there.',
  'pictures.focusHint': 'Click where the picture must not be cut, or give the point in hundredths.',
  'pictures.across': 'From the left, in hundredths',
  'pictures.down': 'From the top, in hundredths',
  'pictures.alt': 'What it shows, in {language}',
  'pictures.altHint':
    'For those who do not see it: one or two sentences. Without them the picture is not shown in this language.',
  'pictures.credit': 'Credit',
  'pictures.creditHint': 'Whose picture it is, as it is to be printed below it.',
  'pictures.save': 'Save',
  'pictures.meanwhile':
    'Somebody else has changed this picture meanwhile. It now says what stands here; what you typed is below.',
  'pictures.done.added': 'The picture is in the house. Say what it shows.',
  'pictures.done.saved': 'What you said of this picture is saved.',
  'pictures.done.first': 'The picture stands first now.',
  'pictures.done.removed': 'The picture is taken away from this record.',
  'pictures.fault.file': 'Choose a picture',
  'pictures.fault.large': 'This file is larger than 20 MB. Save the picture smaller and upload it again.',
  'pictures.fault.svg': 'This is an SVG drawing, which can hold script and is not taken. Save it as PNG.',
  'pictures.fault.other-format': 'Pictures in this format are not taken. Save it as JPEG, PNG, WebP or AVIF.',
  'pictures.fault.no-picture':
    'This file is no picture, whatever its name says. Choose a JPEG, PNG, WebP or AVIF.',
  'pictures.fault.too-many-pixels':
    'This picture has more than 50 megapixels, or is longer than 16,000 pixels. Save it smaller and upload it again.',
  'pictures.fault.damaged':
    'This picture cannot be read; the file seems to be damaged. Save it again from the original.',
  'pictures.fault.too-many': 'This record has as many pictures as it can have. Take one away first.',
  'pictures.fault.there-already': 'This record has this picture already.',
  'pictures.fault.record': 'The record cannot be saved because of other fields: {fields}. Mend those first.',
  'pictures.fault.point': 'Give the point as two whole numbers from 0 to 100',
  'pictures.fault.meanwhile':
    'Somebody else has changed this picture. Compare, and save again to put yours in its place.',
} as const
