/** What the house holds about people, declared as data: pages, downloads, closing and retention are made of it. Pure. */
import type { Locale } from '../../../design/index.ts'
import type { Db, Traces, Tx } from '../../../platform/index.ts'
import { speak } from '../../messages/index.ts'

/** On what ground something is held (GDPR, article 6; PDPA of Singapore, part 4). */
export type Ground = 'contract' | 'consent' | 'duty' | 'interest'

/**
 * Who sees it beside the person: nobody, those who grant roles, all the desk, the editors of an organisation, everybody, everybody
 * as far as the person shows it, those who run the machines.
 */
export type SeenBy = 'nobody' | 'administrators' | 'staff' | 'editors' | 'everyone' | 'chosen' | 'operators'

/** From when a period counts. */
export type Since = 'made' | 'sent' | 'read' | 'ended' | 'expired' | 'seen'

/** A period after which something goes, and how; the nightly job applies it and writes down how much went. */
export type Retention = {
  /** Its lasting name, such as `community.sessions/ended`: what is logged, and what a setting would name. */
  id: string
  days: number
  part: 'whole' | 'text' | 'details' | 'who' | 'unused'
  since: Since
  /** Lets go of what is older than a moment; `forget` closes the account of a person. Answers how many there were. */
  apply(tx: Tx, before: Temporal.Instant, forget: (id: string) => Promise<void>): Promise<number>
}

export type HeldWords = {
  name: string
  what: string
  why: string
  /** What stays when the account is closed, and why; nothing if not said. */
  stays?: string | undefined
}

/** One record as it is given out: plain JSON, without secrets and without anybody else's data. */
export type HeldRecord = Record<string, unknown>

/** Something sensitive that staff are shown, each look at which is recorded. */
export type Sensitive = { id: string; words(locale: Locale): string }

/** What a noun holds about people. */
export type HeldDeclaration = {
  /** Its lasting name, such as `community.sessions`. */
  id: string
  words(locale: Locale): HeldWords
  ground: Ground
  seenBy: readonly SeenBy[]
  /** The tables it covers in full (`community.session`), or single columns of others (`platform.letter.to_name`). */
  covers: readonly string[]
  retention: readonly Retention[]
  sensitive?: readonly Sensitive[]
  /** Answers all of it about one person. */
  read(db: Db, person: Traces): Promise<HeldRecord[]>
  /** Answers the files among it, by names that are theirs alone. */
  files?(db: Db, person: Traces): Promise<{ name: string; bytes: Uint8Array }[]>
  /** Takes away all of it about one person, or makes it nameless; done again it does nothing. */
  erase(tx: Tx, person: Traces): Promise<void>
}

/** All that is declared, of every room. */
export type Held = { all: readonly HeldDeclaration[]; sensitive(id: string): Sensitive | undefined }

/** Puts the declarations of all rooms together. */
export function heldBy(...rooms: readonly (readonly HeldDeclaration[])[]): Held {
  const all = rooms.flat()
  const sensitive = new Map(all.flatMap((held) => (held.sensitive ?? []).map((one) => [one.id, one])))
  return { all, sensitive: (id) => sensitive.get(id) }
}

/** The same with the periods that are set otherwise, in days by their lasting names. */
export function heldFor(held: Held, days: Readonly<Record<string, number>>): Held {
  const all = held.all.map((declared) => ({
    ...declared,
    retention: declared.retention.map((period) => ({ ...period, days: days[period.id] ?? period.days })),
  }))
  return { ...held, all }
}

/** How long something is kept, on what ground, and who sees it, in words. */
export function heldInWords(
  locale: Locale,
  held: HeldDeclaration,
): HeldWords & { ground: string; seenBy: string[]; howLong: string[] } {
  const say = speak(locale)
  const words = held.words(locale)
  return {
    ...words,
    ground: say(`privacy.ground.${held.ground}`),
    seenBy: held.seenBy.map((who) => say(`privacy.seen.${who}`)),
    howLong: [
      ...held.retention.map(({ days, part, since }) => {
        const years = days / 365
        const length = Number.isInteger(years)
          ? say('privacy.years', { count: years })
          : say('privacy.days', { count: days })
        return say(`privacy.part.${part}`, { period: say(`privacy.since.${since}`, { length }) })
      }),
      words.stays ?? say('privacy.untilClosed'),
    ],
  }
}
