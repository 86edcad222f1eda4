/** The front door of the platform room: tools that know nothing of the trade. */
export * from './database/index.ts'
export { firstRow, json, putRow, rows } from './database/rows.ts'
export { foldText, slugFrom } from './foldedText.ts'
export { askList, type Facet, hasAny, type ListAnswer, type ListOf, type ListRequest } from './lists.ts'
export { keepMark, readMark } from './marks.ts'
export {
  day,
  type Fault,
  listOf,
  maybe,
  readShape,
  someWords,
  timeOfDay,
  timeZone,
  webAddress,
  words,
} from './shapes.ts'
