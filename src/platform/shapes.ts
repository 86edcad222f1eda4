import { z } from 'zod'

/** What is wrong with one field of a record: where, what was given, and why it cannot be. */
export type Fault = {
  field: string
  value: unknown
  reason: string
  /** The rule of the house that found it, where its words stand elsewhere. */
  rule?: string
}

/** Reads outside data by its shape: the record, or every fault by field. Unknown fields are faults too. */
export function readShape<T>(shape: z.ZodType<T>, given: unknown): { record: T } | { faults: Fault[] } {
  const read = shape.safeParse(given, { reportInput: true })
  return read.success ? { record: read.data } : { faults: read.error.issues.flatMap(faultsOf) }
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const field = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: [...issue.path, key].join('.'),
      value: valueAt(issue.input, key),
      reason: 'is not a field of this kind of record',
    }))
  }
  return [{ field: field || '(record)', value: issue.input, reason: reasonOf(issue) }]
}

function valueAt(input: unknown, key: string): unknown {
  return typeof input === 'object' && input !== null
    ? Object.entries(input).find(([name]) => name === key)?.[1]
    : undefined
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is required'
  return issue.message
}

/** Optional or null, read as null. */
export function maybe<S extends z.ZodType>(shape: S) {
  return shape.nullish().transform((value) => value ?? null)
}

/** A list that may be absent or null, read as an empty one. */
export function listOf<S extends z.ZodType>(shape: S) {
  return z
    .array(shape)
    .nullish()
    .transform((value) => value ?? [])
}

/** Text without control characters but line breaks and tabs, and well formed (no half of a pair of UTF-16). */
export const words = z
  .string()
  .refine((text) => text.isWellFormed(), 'holds half a character (a lone surrogate)')
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  .transform((text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim())

/** Text that must say something. */
export const someWords = words.refine((text) => text !== '', 'must not be empty').meta({ minLength: 1 })

/** A calendar day that exists, as ISO 8601 `YYYY-MM-DD`. */
export const day = z.string().refine(isDay, 'is not a date that exists (YYYY-MM-DD)').meta({ format: 'date' })

/** Is this a day that exists, as `YYYY-MM-DD`, in the years that calendars have in common (1 to 9998)? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < '0001' || text >= '9999') return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** A whole number as the database keeps it. */
export const wholeNumber = z.number().int().min(-2_147_483_648).max(2_147_483_647)

/** A name in addresses: letters, digits and hyphens, short enough to stand in an index. */
export const slugName = z
  .string()
  .regex(/^[a-z0-9-]{1,200}$/, 'may hold only a-z, 0-9 and hyphens, at most 200 of them')

const deepest = 20

/** Free JSON: well-formed text without NUL, and not nested beyond what anybody reads. */
export const freeJson = z
  .unknown()
  .refine((value) => isKeepable(value, 0), 'is nested too deep, or holds broken text or a number too large')

function isKeepable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  // 1e999 is no number, and would come back as nothing.
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  if (depth >= deepest) return false
  return Object.entries(value).every(([key, part]) => isKeepable(key, depth) && isKeepable(part, depth + 1))
}

/** A time of day as `HH:MM`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day (HH:MM)')

// What a published schema says of a refined text is never stricter than the refinement.
/** A web address. */
export const webAddress = z
  .string()
  .refine((text) => {
    const url = URL.parse(text)
    return url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
  }, 'is not a web address (http or https)')
  .meta({ pattern: '^\\s*[Hh][Tt][Tt][Pp][Ss]?:' })

/** An IANA time zone that exists. */
export const timeZone = z
  .string()
  .refine((text) => {
    try {
      return (
        Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text)) && !/^[+-]/.test(text)
      )
    } catch {
      return false
    }
  }, 'is not an IANA time zone')
  .meta({ description: 'an IANA time zone', examples: ['Europe/Berlin', 'Asia/Phnom_Penh'] })
