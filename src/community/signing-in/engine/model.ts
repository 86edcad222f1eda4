/** What signing in is asked of the package that does it. */
import type { Db } from '../../../platform/index.ts'
import type { Entry } from '../model.ts'

export type EngineWiring = {
  db: Db
  secret: string
  publicUrl: string
  clock(): Temporal.Instant
}

/** What signing in comes down to; headers carry the cookie to set. */
export type Engine = {
  /** Opens a session for a person who has shown who they are; nothing else opens one. */
  openSession(personId: string, entry: Entry, headers: Headers): Promise<Headers>
  /** The token of the session a request carries, if its cookie was signed by this house; it may have ended. */
  tokenOf(headers: Headers): Promise<string | undefined>
  /** Ends the session a request carries. */
  closeSession(headers: Headers): Promise<Headers>
}
