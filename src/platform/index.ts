/** The front door of the platform room: tools that know nothing of the trade. */
export { type Audited, type AuditEntry, listAudit, listAuditOfKinds, recordAudit } from './audit.ts'
export { dropAuditors, emptyAudit, emptyAuditBy, forgetInAudit, readAuditOf } from './auditForgetting.ts'
export * from './backup/index.ts'
export * from './cache/index.ts'
export { cursorAfter, readCursor } from './cursors.ts'
export * from './database/index.ts'
export { analyse, firstRow, json, putRow, putRows, rows } from './database/rows.ts'
export * from './erasures/index.ts'
export * from './facets/index.ts'
export * from './files/index.ts'
export { badRequest, conflict, notAllowed, notFound, Refusal, type RefusalStatus } from './failures.ts'
export * from './search/index.ts'
export * from './jobs/index.ts'
export {
  type After,
  askList,
  askRows,
  type Facet,
  hasAny,
  type ListAnswer,
  type ListOf,
  type ListRequest,
  withColumns,
} from './lists.ts'
export { type Context, contextOf } from './html/jsx-runtime.ts'
export { isRowId } from './ids.ts'
export { type Log, logFailure, newReference, openLog } from './log.ts'
export { keptSecret } from './keptSecret.ts'
export * from './mail/index.ts'
export * from './pictures/index.ts'
export { keepMark, keepMarkOnce, readMark } from './marks.ts'
export {
  day,
  type Fault,
  freeJson,
  isDay,
  listOf,
  maybe,
  readShape,
  slugName,
  someWords,
  timeOfDay,
  timeZone,
  webAddress,
  wholeNumber,
  words,
} from './shapes.ts'
export { isLoopback, type LogLevel, type ProviderSettings, readSettings, type Settings } from './settings.ts'
export { type Sealer, sealerOf } from './seal.ts'
export type { Traces } from './traces.ts'
export * from './web/index.ts'
