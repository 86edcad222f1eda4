/** The front door of the information room: calls, events, articles, programmes, the directory, import. */
export { answers as apiAnswers, type ApiPart, type Schema } from './api/document/model.ts'
export { articleRow } from './articles/words.ts'
export { listArticles } from './articles/queries.ts'
export {
  demonstrationState,
  type DemonstrationState,
  loadDemonstration,
  wantDemonstration,
} from './demonstration/actions.ts'
export { wantChecks } from './checks/actions.ts'
export { failedCheckInWords } from './desk/form/words.ts'
export { listEvents } from './events/queries.ts'
export { eventRow } from './events/words.ts'
export { exportHouse, type ExportedFile } from './export/actions.ts'
export { keepers } from './keepers/actions.ts'
export { importFile, importRecords, readyForRecords, type RecordsReport } from './import/actions.ts'
export type { ImportOptions } from './import/batches/actions.ts'
export {
  doubtfulLine,
  FileFault,
  type FileKind,
  fileKinds,
  type Guests,
  type ImportReport,
  type Kind,
  kinds,
  refusedLines,
  recordsIn,
  reportLine,
} from './import/model.ts'
export { catalogues } from './messages/index.ts'
export { standingAddress } from './lists/model.ts'
export { listOpportunities } from './opportunities/queries.ts'
export { type CalledOpportunity, faultsOfCalled, keepCalled } from './opportunities/called/actions.ts'
export { callRow } from './opportunities/words.ts'
export { type Reader, readerOf } from './readers/model.ts'
export { realDateWords } from './records/words.ts'
export { openReport } from './reports/actions.ts'
export { rebuildSearch, wantSearch } from './search/actions.ts'
export { informationRoles } from './roles/model.ts'
export {
  listPartnerAddresses,
  listPublicAddresses,
  listPublicParts,
  type PublicAddress,
} from './sitemap/queries.ts'
export { findNextTurn } from './turns/queries.ts'
