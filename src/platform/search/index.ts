export {
  askSearch,
  type Hit,
  isFoundBy,
  type Looking,
  mostCandidates,
  type SearchAnswer,
  suggest,
  type Suggestion,
} from './ask.ts'
export { findCorrections } from './correct.ts'
export {
  countEntries,
  dropEntriesBetween,
  dropUnusedWords,
  holdEntries,
  putEntries,
  type SearchEntry,
} from './entries.ts'
export { excerptOf, type MarkedText } from './excerpt.ts'
export { foldText, slugFrom } from './fold.ts'
export { type Corrections, type LabelOf, type Question, readQuestion, soughtIn, speltIn } from './question.ts'
export { runningOf } from './units.ts'
