/** Files of `convenings` (meetings of ministers) become trees of events with the same ids. Pure. */
import { z } from 'zod'
import {
  type Known,
  placeShape,
  provenanceShape,
  recordId,
  textFields,
  realDates,
} from '../../community/index.ts'
import {
  day,
  type Fault,
  listOf,
  maybe,
  readShape,
  slugName,
  someWords,
  webAddress,
  words,
  wholeNumber,
} from '../../platform/index.ts'
import { type ConveningFacts, type EventRecord, eventShape } from '../events/model.ts'

const count = maybe(wholeNumber.nonnegative('is less than none'))

/** A meeting as files hold it, with its workshops, panel, forums and senior officials' meetings. */
export function conveningShape(known: Known) {
  const part = z.strictObject({
    title: maybe(words),
    kind: maybe(words),
    city: maybe(words),
    country_code: maybe(placeShape(known)),
    year: maybe(z.number().int().min(1900).max(2200)),
    start_date: maybe(day),
    end_date: maybe(day),
    participants: maybe(words),
  })
  const panel = z.strictObject({
    title: maybe(words),
    date: maybe(day),
    panellists: count,
    moderator_role: maybe(words),
    fed_back_to_ministers: maybe(day),
    note: maybe(words),
    source_url: maybe(webAddress),
  })
  return z.strictObject({
    id: recordId,
    number: count,
    name: someWords,
    original_name: maybe(words),
    host_city: maybe(words),
    host_country_code: maybe(placeShape(known)),
    start_date: maybe(day),
    end_date: maybe(day),
    date_note: maybe(words),
    year: maybe(z.number().int().min(1900).max(2200)),
    theme: maybe(words),
    theme_note: maybe(words),
    venue: maybe(words),
    workshops: listOf(someWords),
    workshops_note: maybe(words),
    delegations: count,
    delegations_note: maybe(words),
    delegates: count,
    delegates_note: maybe(words),
    ministers: count,
    senior_officials_meetings: listOf(part),
    asef_policy_panel: maybe(panel),
    public_forums_and_expert_meetings: listOf(part),
    side_events: listOf(someWords),
    outputs: listOf(someWords),
    next_host: maybe(words),
    next_host_note: maybe(words),
    source_url: maybe(webAddress),
    more_sources: listOf(webAddress),
    last_checked: maybe(day),
    summary: maybe(words),
    translations: textFields([]).translations,
    real_dates: maybe(realDates),
    slugs: z
      .record(recordId, slugName)
      .nullish()
      .transform((slugs) => slugs ?? {}),
    provenance: maybe(provenanceShape),
  })
}

export type ConveningRecord = z.output<ReturnType<typeof conveningShape>>
type Part = ConveningRecord['public_forums_and_expert_meetings'][number]

/** Reads a meeting and every part of it; a fault of a part names the part. */
export function readConvening(known: Known, raw: unknown): { record: ConveningRecord } | { faults: Fault[] } {
  const read = readShape(conveningShape(known), raw)
  if ('faults' in read) return read
  const faults = readParts(known, read.record).flatMap(({ id, read: part }) =>
    'faults' in part ? part.faults.map((fault) => ({ ...fault, field: `${id}: ${fault.field}` })) : [],
  )
  return faults.length > 0 ? { faults } : read
}

/** The events a meeting that was read becomes, itself first. */
export function readEventsOf(known: Known, meeting: ConveningRecord): EventRecord[] {
  return readParts(known, meeting).flatMap(({ read }) => ('record' in read ? [read.record] : []))
}

function readParts(known: Known, meeting: ConveningRecord) {
  const shape = eventShape(known)
  return eventsOf(meeting).map((draft) => ({ id: draft.id, read: readShape(shape, draft) }))
}

/** An event as its own kind of file would hold it. */
export type EventDraft = Record<string, unknown> & { id: string; parent: string | null }

/** The meeting and its parts, the meeting first. */
export function eventsOf(meeting: ConveningRecord): EventDraft[] {
  const start = meeting.start_date ?? (meeting.year === null ? null : String(meeting.year))
  const root: EventDraft = {
    id: meeting.id,
    parent: null,
    title: meeting.name,
    summary: meeting.summary ?? meeting.theme,
    translations: meeting.translations,
    kind: 'ministerial-meeting',
    city: meeting.host_city,
    country_code: meeting.host_country_code,
    venue: meeting.venue,
    start_date: start,
    end_date: meeting.end_date,
    disciplines: ['cultural-policy'],
    note: meeting.date_note,
    url: meeting.source_url,
    more_sources: meeting.more_sources,
    last_checked: meeting.last_checked,
    real_dates: meeting.real_dates,
  }
  return [root, ...partsOf(meeting, root).map((part, position) => ({ ...part, position: position + 1 }))]
}

function partsOf(meeting: ConveningRecord, root: EventDraft): EventDraft[] {
  const within = {
    parent: meeting.id,
    disciplines: ['cultural-policy'],
    url: meeting.source_url,
    last_checked: meeting.last_checked,
  }
  const here = { city: meeting.host_city, country_code: meeting.host_country_code }
  const officials = meeting.senior_officials_meetings.map((part, at) => ({
    ...within,
    ...placed(part, root),
    id: `${meeting.id}-officials-${at + 1}`,
    title: `Senior officials: ${part.kind ?? 'meeting'}, ${part.city ?? meeting.host_city ?? ''}`,
    kind: 'meeting',
  }))
  const forums = meeting.public_forums_and_expert_meetings.map((part, at) => ({
    ...within,
    ...placed(part, root),
    id: `${meeting.id}-forum-${at + 1}`,
    title: part.title ?? part.kind ?? 'Forum',
    kind: /workshop/i.test(part.kind ?? '') ? 'workshop' : 'expert-meeting',
  }))
  const workshops = meeting.workshops.map((title, at) => ({
    ...within,
    ...here,
    id: `${meeting.id}-workshop-${at + 1}`,
    title,
    kind: 'workshop',
    start_date: root['start_date'],
    end_date: root['end_date'],
    real_dates: meeting.real_dates,
  }))
  return [...officials, ...panelOf(meeting, { ...within, ...here }), ...workshops, ...forums]
}

function panelOf(
  meeting: ConveningRecord,
  shared: Record<string, unknown> & { parent: string },
): EventDraft[] {
  const panel = meeting.asef_policy_panel
  if (!panel?.title || !panel.date) return []
  const draft = {
    ...shared,
    id: `${meeting.id}-policy-panel`,
    title: panel.title,
    kind: 'policy-panel',
    start_date: panel.date,
    end_date: panel.date,
    note: panel.note,
    url: panel.source_url ?? meeting.source_url,
    real_dates: meeting.real_dates,
  }
  return [draft]
}

function placed(part: Part, root: EventDraft) {
  return {
    city: part.city,
    country_code: part.country_code,
    start_date: part.start_date ?? (part.year === null ? root['start_date'] : String(part.year)),
    end_date: part.end_date,
    note: part.participants,
  }
}

/** What the meeting has besides the facts of any event. */
export function conveningFacts(meeting: ConveningRecord): ConveningFacts {
  const notes = [
    meeting.theme_note,
    meeting.workshops_note,
    meeting.delegations_note,
    meeting.delegates_note,
    meeting.next_host_note,
    meeting.asef_policy_panel?.title ? null : (meeting.asef_policy_panel?.note ?? null),
  ]
  return {
    number: meeting.number,
    theme: meeting.theme,
    original_name: meeting.original_name,
    delegations: meeting.delegations,
    delegates: meeting.delegates,
    ministers: meeting.ministers,
    outputs: meeting.outputs,
    side_events: meeting.side_events,
    notes: notes.filter((note) => note !== null),
  }
}
