import { type Database, openServer } from './connections.ts'
import type { Teller } from './check.ts'
import { openFolder } from './openFolder.ts'

export type DatabaseSettings = { databaseUrl?: string | undefined; dataDir: string }

/**
 * Opens the server at `databaseUrl`, or else the embedded database in `dataDir`; one that is damaged is restored
 * from its last good snapshot, and the answer says so. Throws FolderRefused when the folder is held by another
 * process, or damaged with nothing to restore. A server that cannot be reached is found at the first query, and
 * found again when it is back.
 */
export function openDatabase(settings: DatabaseSettings, log?: Teller): Promise<Database> {
  return settings.databaseUrl
    ? Promise.resolve(openServer(settings.databaseUrl))
    : openFolder(settings.dataDir, log)
}
