export { Changed, type ChangedPiece } from './changed.tsx'
export { ErrorSummary } from './errorSummary.tsx'
export {
  Columns,
  Crumbs,
  DeadlineBox,
  Fact,
  Facts,
  Fold,
  Moment,
  NameList,
  Notice,
  Preview,
  PrintLink,
  Tabs,
} from './details.tsx'
export { Entries, Entry, Onward } from './entries.tsx'
export { type FacetGroup, Facets, type FacetsProps } from './facets.tsx'
export type { Option } from './field.tsx'
export { Button, DateField, FileField, SelectField, TextArea, TextField } from './fields.tsx'
export { MarkdownField } from './markdownField.tsx'
export { CheckField, RadioField } from './choices.tsx'
export { type Fault, Form, KeptForm } from './form.tsx'
export { Heading, Section } from './heading.tsx'
export { isSafeHref } from '../safeHref.ts'
export { Link } from './link.tsx'
export { Chips, EmptyResult, type MarkedText, Paging, Row, type RowProps, Rows } from './lists.tsx'
export { MonthGrid } from './monthGrid.tsx'
export { CodeList, Copied, PasskeyForm, QrCode } from './factors.tsx'
export { type DateParts, DatePartsField, Disclosure, PickField, Suggestions } from './picks.tsx'
export { Figure, Picture, type PictureProps, PointOn } from './picture.tsx'
export { type DeskHead, DeskTable, PageNumbers } from './deskTable.tsx'
export { Prose } from './prose.tsx'
export { Swatches } from './swatches.tsx'
export { Table } from './table.tsx'
export { type LangText, OtherLanguage, Text } from './text.tsx'
export { Tile } from './tile.tsx'
export { Fields, Figures, LinkList, Opening } from './opening.tsx'
export { Findings, Heap, Heaps, type WaitingLine } from './waiting.tsx'
export { Difference, type DifferencePiece } from './difference.tsx'
