export { erase, type Eraser, type Erasure, UnknownKind } from './erase.ts'
export { agreeOnErasures, LedgerFault, ledgerFile, readLedger } from './ledgerFile.ts'
