/** The log: one line of JSON for each thing worth knowing, to standard output, about the house and never about a person. */
import { randomInt } from 'node:crypto'
import { type Logger, pino } from 'pino'
import { hidePersons } from './privacy.ts'
import { isSecretName } from './secrets.ts'
import type { LogLevel } from './settings.ts'
import { readableLine } from './watchedLog.ts'

export type Log = Logger

export type LogChoices = {
  level: LogLevel
  /** Where lines go, each with its line break; standard output if not said. */
  write?: (line: string) => void
  /** Lines for a person who watches, in place of JSON; so when standard output is a terminal, if not said. */
  readable?: boolean
}

/**
 * Opens a log. Whatever it is given, no line holds an e-mail or network address, a query string, a body, a cookie
 * or a field whose name speaks of secrets; of an error it keeps kind, message, code and where in our code it was.
 */
export function openLog({ level, write = toStandardOutput, readable }: LogChoices): Log {
  const watched = readable ?? (process.stdout.isTTY && write === toStandardOutput)
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: withErrorsInWords },
      // In place of pino's own, which would add what it finds of an error to what is said of it here.
      serializers: { err: (words: unknown) => words },
      hooks: { streamWrite: cleanLine },
    },
    { write: (line: string) => write(watched ? readableLine(line) : line) },
  )
}

// Written at once: a line about a crash must be out before the process is gone.
function toStandardOutput(line: string): void {
  process.stdout.write(line)
}

function withErrorsInWords(fields: Record<string, unknown>): Record<string, unknown> {
  return mapFields(fields, (_, value) => (value instanceof Error ? errorWords(value) : value))
}

// The whole line is read again, because only then has everything come together that will stand in it.
function cleanLine(line: string): string {
  return `${hidePersons(JSON.stringify(mapFields(JSON.parse(line), kept)))}\n`
}

const personal =
  /^(e?mail|address|addresses|to|from|ip|body|query|headers?|html|text|subject|payload|params|parameters)$/i

function kept(name: string, value: unknown): unknown {
  if (personal.test(name) || isSecretName(name)) return '…'
  if (Array.isArray(value)) return value.map((item) => kept('', item))
  return typeof value === 'object' && value !== null ? mapFields(value, kept) : value
}

function mapFields(
  fields: object,
  change: (name: string, value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(name, value)]))
}

type ErrorWords = { kind: string; message: string; code?: string; where?: string; cause?: ErrorWords }

/** What the log says of an error; the details a database adds, which quote the data, are left out. */
function errorWords(error: unknown): ErrorWords {
  if (!(error instanceof Error)) return { kind: typeof error, message: String(error) }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const where = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
  return {
    kind: error.name,
    message: error.message,
    ...(code ? { code } : {}),
    ...(where ? { where } : {}),
    ...(error.cause === undefined ? {} : { cause: errorWords(error.cause) }),
  }
}

/** Writes down a bug under the reference the visitor was given. */
export function logFailure(log: Log, error: unknown, reference: string): void {
  log.error({ err: error, reference }, `failed, reference ${reference}`)
}

// Without the letters and figures that are taken for one another.
const referenceLetters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A new reference such as `K7Q2-9FXM`: short enough to be read out on the telephone. */
export function newReference(): string {
  const letters = Array.from({ length: 8 }, () => referenceLetters[randomInt(referenceLetters.length)])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}
