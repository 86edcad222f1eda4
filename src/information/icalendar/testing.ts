/** For tests only: small calendars, and a small house with words to read them by. */
import assert from 'node:assert/strict'
import type { Known } from '../../community/index.ts'
import { readRecordsFile, type ReadOptions } from '../files/actions.ts'
import type { Piece } from '../files/model.ts'
import { isObject } from '../import/model.ts'

const places = {
  BE: ['Belgium', 'Belgique'],
  DE: ['Germany'],
  IT: ['Italy'],
  AT: ['Austria'],
  PK: ['Pakistan'],
  VN: ['Vietnam'],
  JP: ['Japan'],
  US: ['United States'],
  AU: ['Australia'],
  GB: ['United Kingdom'],
}
const term = (id: string, names: Record<string, string>) => ({ id, names, retired: false })

export const testKnown: Known = {
  on: '2027-01-15',
  places: Object.entries(places).map(([code, names]) => ({ code, isoCode: code, names })),
  placeCodes: new Set(Object.keys(places)),
  sets: [],
  checklist: [],
  vocabularies: {
    'event-kind': [
      term('concert', { en: 'Concert' }),
      term('exhibition', { en: 'Exhibition', fr: 'Exposition' }),
      term('fair', { en: 'Fair' }),
      term('workshop', { en: 'Workshop' }),
    ],
    discipline: [
      term('literature', { en: 'Literature' }),
      term('music', { en: 'Music', fr: 'Musique' }),
      term('visual-arts', { en: 'Visual arts' }),
    ],
    theme: [term('climate', { en: 'Climate' })],
  },
}

export const openText = (text: string, options: Partial<ReadOptions> = {}) =>
  readRecordsFile({ name: 'calendar.ics', text }, { known: testKnown, ...options })

export async function readText(text: string, options?: Partial<ReadOptions>): Promise<Piece[]> {
  const file = await openText(text, options)
  return Array.fromAsync(file.pieces)
}

export const calendarOf = (...parts: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...parts, 'END:VCALENDAR', ''].join('\r\n')

/** An event with these lines, and a UID and a start where they have none. */
export function eventOf(...lines: string[]): string {
  const given = lines.join('\r\n')
  const uid = /^UID:/m.test(given) ? [] : ['UID:one@test']
  const start = /^DTSTART/m.test(given) ? [] : ['DTSTART;TZID=Europe/Berlin:20270907T100000']
  return ['BEGIN:VEVENT', ...uid, ...start, 'SUMMARY:A', ...lines, 'END:VEVENT'].join('\r\n')
}

/** A zone without summer time, under a name no list has. */
export const zoneOf = (offset: string) =>
  `BEGIN:VTIMEZONE
TZID:Ours
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:${offset}
TZOFFSETTO:${offset}
END:STANDARD
END:VTIMEZONE`.replaceAll('\n', '\r\n')

export function rawOf(piece: Piece | undefined): Record<string, unknown> {
  assert.ok(piece && 'raw' in piece && isObject(piece.raw), JSON.stringify(piece))
  return piece.raw
}

export const faultsOf = (pieces: Piece[]) =>
  pieces.flatMap((piece) =>
    'faults' in piece ? piece.faults.map(({ field, reason }) => `${field} ${reason}`) : [],
  )

/** The record of a calendar with one event of these lines, or what is wrong with it. */
export const readOne = async (...lines: string[]) => rawOf((await readText(calendarOf(eventOf(...lines))))[0])
export const faultOf = async (...lines: string[]) =>
  faultsOf(await readText(calendarOf(eventOf(...lines)))).join(' | ')
