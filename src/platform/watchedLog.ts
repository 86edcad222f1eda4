const colours: Record<string, string> = { fatal: '31', error: '31', warn: '33', info: '36' }

/** A line of the log as a person reads it who watches: time, level if it is worth it, words, then the rest. */
export function readableLine(line: string): string {
  const { level, time, msg, err, ...rest }: Record<string, unknown> = JSON.parse(line)
  const words = [String(time).slice(11, 19), coloured(String(level)), String(msg ?? '')]
  const fields = Object.entries(rest).map(([name, value]) => `${name}=${inWords(value)}`)
  return `${[...words, ...fields].join('  ')}\n${troubleOf(err)}`
}

function coloured(level: string): string {
  return `\u001b[${colours[level] ?? '2'}m${level.padEnd(5)}\u001b[0m`
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function troubleOf(err: unknown): string {
  if (typeof err !== 'object' || err === null) return ''
  const { kind, message, code, where, cause }: Record<string, unknown> = Object.fromEntries(
    Object.entries(err),
  )
  const head = `  ${String(kind)}: ${String(message)}${code ? ` (${String(code)})` : ''}\n`
  return `${head}${where ? `${String(where)}\n` : ''}${troubleOf(cause)}`
}
