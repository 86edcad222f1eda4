/** What node-postgres and PostgreSQL say when the database cannot be reached or cannot answer now. */
const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'EPIPE',
  // admin_shutdown, crash_shutdown, cannot_connect_now, too_many_connections, query_canceled (statement timeout)
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '57014',
])

const awayWords =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|PGlite is closed|Cannot use a pool after calling end|driver has already been destroyed/i

/** Is this failure that of a database which is away, and not of what was asked? It may be back in a minute. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  // Class 08 is "connection exception".
  if (away.has(code) || code.startsWith('08') || awayWords.test(error.message)) return true
  return error.cause !== undefined && isDatabaseAway(error.cause)
}
