export { FolderRefused } from './folder.ts'
export { type Database, type DatabaseSettings, openDatabase } from './open.ts'
export type { Tables } from './tables.ts'
export { type Db, outsideTransaction, transact, type Tx } from './transact.ts'
