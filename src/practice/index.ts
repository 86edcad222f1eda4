/** The front door of the practice room: calls with their rules. */
export { callKeeper } from './calls/actions.ts'
export { callsApi } from './calls/api/model.ts'
export { loadDemonstrationCalls } from './calls/demonstration/actions.ts'
export { findCall, findNextCallTurn, listCalls, listOpenCalls } from './calls/queries.ts'
export type { Call, CallRow, ShownCall } from './calls/listing/model.ts'
export { catalogues } from './messages/index.ts'
