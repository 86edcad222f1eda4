import { sql } from 'kysely'
import { findSet, keepTexts, type Known, slugFor, wordsForSlug } from '../../community/index.ts'
import { type Db, firstRow, json, putRow, rows, slugFrom, transact, type Tx } from '../../platform/index.ts'
import { type Change, changesBetween, closingsOf, type Deadline } from '../deadlines/model.ts'
import { everywhere, type StatedWho, type Who, whoMayApply } from '../eligibility/model.ts'
import { deadlineKindOf, opportunityPieces, type OpportunityRecord, roundsOf } from './model.ts'
import { opportunityTexts, readChanges } from './queries.ts'

/** Keeps a call as a file gives it; the same id again is an update, and a moved deadline enters its history. */
export async function saveOpportunity(
  tx: Tx,
  record: OpportunityRecord,
  context: { known: Known; hash: string; at: Date },
): Promise<void> {
  const before = await readDeadline(tx, record.id)
  const kind = deadlineKindOf(record)
  const after: Deadline = {
    kind,
    rounds: roundsOf(record),
    cancelled: record.status === 'cancelled',
    places: record.places,
  }
  const wanted = record.slug ?? (slugFrom(wordsForSlug(record)) || slugFrom(record.id) || 'call')
  const slug = await slugFor(tx, 'information.opportunity', record.id, wanted)
  await putRow(
    tx,
    'information.opportunity',
    { ...plainFields(record), ...derived(record, after, context), slug },
    ['id'],
  )
  await keepTexts(tx, opportunityTexts, record, opportunityPieces)
  const noticed = before ? changesBetween(before, after, context.at.toISOString().slice(0, 10)) : []
  await keepChanges(tx, record, noticed)
}

function plainFields(record: OpportunityRecord): Record<string, unknown> {
  return {
    id: record.id,
    original_lang: record.original_lang,
    type: record.type,
    organiser: record.organiser,
    partners: record.partners,
    host_countries: record.host_countries,
    host_city: record.host_city,
    online: record.online,
    disciplines: record.disciplines,
    themes: record.themes,
    programme: record.programme,
    deadline_places: record.places,
    fee: record.fee,
    fee_amount: record.fee_amount,
    fee_currency: record.fee_currency,
    covers: record.covers,
    eligible_countries: record.eligible_countries,
    eligible_regions: record.eligible_regions,
    eligible_except: record.eligible_except,
    eligible_basis: record.eligible_basis,
    citizenship: record.citizenship,
    residence: record.residence,
    base: record.base,
    anyone: record.anyone,
    applicant_shapes: record.applicant_shapes,
    applicant_roles: record.applicant_roles,
    career_stages: record.career_stages,
    age_min: record.age_min,
    age_max: record.age_max,
    application_languages: record.application_languages,
    activity_start: record.activity_start,
    activity_end: record.activity_end,
    url: record.url,
    note: record.note,
    last_checked: record.last_checked,
    readings: json(record.readings),
    real_dates: record.real_dates && json(record.real_dates),
  }
}

function derived(
  record: OpportunityRecord,
  deadline: Deadline,
  context: { known: Known; hash: string; at: Date },
) {
  const closings = closingsOf(deadline).map((closing) => closing.toString())
  const who = whoMayApply(record, (name) => expand(context.known, name))
  return {
    deadline_kind: deadline.kind,
    rounds: json(deadline.rounds),
    closings,
    closes_at: closings.at(-1) ?? null,
    cancelled: deadline.cancelled,
    who_test: who.test,
    citizenship_places: who.citizenship,
    residence_places: who.residence,
    imported_hash: context.hash,
    updated_at: context.at,
  }
}

function expand(known: Known, name: string): string[] | undefined {
  if (name.trim().toLowerCase() === 'worldwide') return [everywhere]
  if (name === everywhere) return [...known.placeCodes]
  const code = name.toUpperCase()
  return known.placeCodes.has(code) ? [code] : findSet(known.sets, name)?.places
}

async function readDeadline(tx: Tx, id: string): Promise<Deadline | undefined> {
  return firstRow<Deadline>(
    tx,
    sql<Deadline>`select deadline_kind as kind, rounds, cancelled, deadline_places as places
      from information.opportunity where id = ${id}`,
  )
}

async function keepChanges(tx: Tx, record: OpportunityRecord, noticed: Change[]): Promise<void> {
  // A file that states the history states all of it; otherwise what was noticed here is added.
  const all =
    record.deadline_changes.length > 0
      ? record.deadline_changes
      : [...(await readChanges(tx, record.id)), ...noticed]
  await sql`delete from information.opportunity_change where opportunity_id = ${record.id}`.execute(tx)
  for (const [position, change] of all.entries()) {
    const row = {
      opportunity_id: record.id,
      position,
      kind: change.kind,
      changed_on: change.on,
      from_date: change.from,
      to_date: change.to,
      words: change.words,
    }
    await putRow(tx, 'information.opportunity_change', row, ['opportunity_id', 'position'])
  }
}

type KeptWho = { id: string; stated: StatedWho; who: Who }

/**
 * Works out again who may apply to every call, with the country sets as they stand now: sets are dated, and a call
 * names them for good. Answers how many calls changed. Safe to repeat.
 */
export async function resolveWho(db: Db, known: Known): Promise<number> {
  const all = await rows<KeptWho>(
    db,
    sql<KeptWho>`select id, json_build_object('anyone', anyone, 'eligible_basis', eligible_basis,
        'eligible_countries', eligible_countries, 'eligible_regions', eligible_regions,
        'eligible_except', eligible_except, 'citizenship', citizenship, 'residence', residence, 'base', base) as stated,
        json_build_object('test', who_test, 'citizenship', citizenship_places, 'residence', residence_places) as who
      from information.opportunity
      where eligible_regions <> '{}' or citizenship is not null or residence is not null or base is not null`,
  )
  const changed = all
    .map(({ id, stated, who }) => ({
      id,
      before: who,
      after: whoMayApply(stated, (name) => expand(known, name)),
    }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
  if (changed.length > 0) await transact(db, (tx) => keepWho(tx, changed))
  return changed.length
}

async function keepWho(tx: Tx, changed: { id: string; after: Who }[]): Promise<void> {
  for (const { id, after } of changed) {
    await sql`update information.opportunity set who_test = ${after.test}, citizenship_places = ${after.citizenship},
      residence_places = ${after.residence}, updated_at = now() where id = ${id}`.execute(tx)
  }
}
