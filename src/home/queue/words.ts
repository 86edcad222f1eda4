/** What waits at the desk, in words, and where each of it is. Pure. */
import {
  deskPathOf,
  type HeapName,
  heapNames,
  recordKinds,
  type Waiting,
  type WaitingRecord,
} from '../../community/index.ts'
import { formatsFor, hrefIn, type Locale, type WaitingLine } from '../../design/index.ts'
import { speak } from '../messages/index.ts'

type Reading = { locale: Locale; now: Temporal.Instant; personId: string }

/** One heap as it is shown. */
export type ShownHeap = {
  name: HeapName
  title: string
  count: string
  hint: string | undefined
  links: { href: string; label: string; count: string }[]
  lines: WaitingLine[]
}

type Part = Waiting['parts'][number]

/** The heaps in which anything waits, what is most urgent first. */
export function heapsOf(
  reading: Reading,
  { parts, records }: Waiting,
  claims: { count: number; since: Date | null },
): ShownHeap[] {
  const claimed: Part = { heap: 'claims', kind: 'organisations', langs: [], ...claims }
  const counted = [...parts, claimed].filter(({ count }) => count > 0)
  return heapNames.flatMap((name) => {
    const own = counted.filter(({ heap }) => heap === name)
    return own.length === 0 ? [] : [heapOf(reading, name, own, records)]
  })
}

function heapOf(
  reading: Reading,
  name: HeapName,
  parts: Part[],
  records: readonly WaitingRecord[],
): ShownHeap {
  const { locale } = reading
  const say = speak(locale)
  const format = formatsFor(locale)
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  return {
    name,
    title: say(`queue.${name}`),
    count: format.number(count),
    hint: hintOf(reading, name, parts),
    links: recordKinds.flatMap((kind) => {
      const part = parts.find((one) => one.kind === kind)
      const path = part && tablePath(reading, part)
      return part && path !== undefined
        ? [{ href: hrefIn(locale, path), label: say(`nav.${kind}`), count: format.number(part.count) }]
        : []
    }),
    lines: records.filter(({ heap }) => heap === name).map((record) => lineOf(reading, record)),
  }
}

/** The table that shows all of it; undefined where a table cannot. */
function tablePath({ personId }: Reading, { heap, kind, langs }: Part): string | undefined {
  const table = (query: string) => `/desk/${kind}?${query}`
  switch (heap) {
    case 'review':
      return table('state=in-review')
    case 'scheduled':
      return table('state=scheduled')
    case 'assigned':
      return table(`assigned=${personId}`)
    case 'stale':
      return table(langs.map((lang) => `stale=${encodeURIComponent(lang)}`).join('&'))
    case 'old':
      return table('checked=never&checked=old')
    case 'must':
      return table('check=must')
    case 'claims':
      return '/desk/claims'
    default:
      return undefined
  }
}

/** Since when the oldest waits; of translations in which languages. */
function hintOf({ locale }: Reading, name: HeapName, parts: Part[]): string | undefined {
  const say = speak(locale)
  const format = formatsFor(locale)
  if (name === 'stale') {
    const langs = [...new Set(parts.flatMap((part) => part.langs))]
    return format.list(langs.map((lang) => format.language(lang)).toSorted(format.compare))
  }
  if (name !== 'review' && name !== 'claims') return undefined
  const oldest = parts.flatMap(({ since }) => since?.getTime() ?? []).sort((a, b) => a - b)[0]
  return oldest === undefined ? undefined : say('queue.since', { day: format.date(dayOf(new Date(oldest))) })
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

function lineOf({ locale, now }: Reading, record: WaitingRecord): WaitingLine {
  const { heap, kind, id, lang, title, at } = record
  const say = speak(locale)
  const format = formatsFor(locale)
  const isScheduled = heap === 'scheduled' || heap === 'failed'
  // What was begun and never saved has no record yet.
  const isNew = heap === 'typed' && title === ''
  const path = isNew ? `/desk/${kind}/new?draft=${encodeURIComponent(id)}` : deskPathOf({ kind, id, lang })
  return {
    when: at
      ? {
          words: isScheduled ? format.moment(at.toTemporalInstant(), 'UTC') : format.date(dayOf(at)),
          datetime: at.toISOString(),
        }
      : undefined,
    title: isNew ? { text: say('queue.untitled'), lang: locale } : { text: title, lang },
    href: hrefIn(locale, path),
    note: [say(`queue.kind.${kindOf(kind)}`), format.language(lang), ...noteOf(locale, record)].join(' · '),
    tone:
      heap === 'failed' || (heap === 'scheduled' && at && at.getTime() < now.epochMilliseconds)
        ? 'late'
        : undefined,
  }
}

const kindOf = (name: string) => recordKinds.find((kind) => kind === name) ?? 'opportunities'

const longestNote = 140

function noteOf(locale: Locale, { note }: WaitingRecord): string[] {
  const say = speak(locale)
  if (note === null) return []
  if (note === 'published' || note === 'archived') return [say(`queue.becomes.${note}`)]
  return [note.length > longestNote ? `${note.slice(0, longestNote).toWellFormed()} …` : note]
}
