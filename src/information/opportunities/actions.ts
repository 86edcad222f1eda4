import { sql } from 'kysely'
import {
  findSet,
  keeperOf,
  keptBefore,
  type Known,
  type Plain,
  textKind,
  type Written,
} from '../../community/index.ts'
import { type Db, type Fault, putRows, rows, transact, type Tx } from '../../platform/index.ts'
import { rulesOf } from '../checks/model.ts'
import { type Change, changesBetween, closingsOf, type Deadline } from '../deadlines/model.ts'
import { everywhere, type StatedWho, type Who, whoMayApply } from '../eligibility/model.ts'
import {
  deadlineKindOf,
  opportunityPieces,
  type OpportunityRecord,
  opportunityShape,
  roundsOf,
  type StatedDeadline,
  statedDeadline,
} from './model.ts'
import { readCalled } from './called/queries.ts'
import { opportunityEntries } from './entries/queries.ts'
import { opportunityTexts } from './queries.ts'

const opportunityKind = textKind<OpportunityRecord>({
  name: 'opportunities',
  rules: rulesOf.opportunities,
  shape: opportunityShape,
  table: 'information.opportunity',
  texts: opportunityTexts,
  pieces: opportunityPieces,
  slug: { otherwise: 'call' },
  row: (record, { known }) => ({ ...plainFields(record), ...derived(record, known) }),
  completed: (record, { before, on }) => ({ ...record, deadline_changes: historyOf(record, before, on) }),
  entries: opportunityEntries,
  likeness: ({ url, title, deadline, activity_start, host_countries, organiser }) => ({
    address: url,
    title,
    date: deadline ?? activity_start,
    place: organiser ?? host_countries[0] ?? null,
  }),
  saved: keepChanges,
})

/** Keeps opportunities whoever they come from: the house itself, and the calls of which they are written. */
export const houseOpportunityKeeper = keeperOf(opportunityKind)

/**
 * Keeps opportunities as files hold them; the same id again is an update, and a moved deadline enters its history. Those that
 * are written of a call are refused: they are changed where their call is.
 */
export const opportunityKeeper = keeperOf({
  ...opportunityKind,
  faultsOf: async (tx, records) => {
    const ids = await readCalled(
      tx,
      records.map(({ id }) => id),
    )
    const faults = records.flatMap(({ id }, at): [number, Fault[]][] =>
      ids.has(id) ? [[at, [keptByItsCall(id)]]] : [],
    )
    return new Map(faults)
  },
})

const keptByItsCall = (id: string): Fault => ({
  field: 'id',
  value: id,
  reason: 'is written of a call of this house, and changed with the call alone',
})

const deadlineOf = (record: StatedDeadline): Deadline => ({
  kind: deadlineKindOf(record),
  rounds: roundsOf(record),
  cancelled: record.status === 'cancelled',
  places: record.places,
})

/** A file that states the history states all of it; otherwise what is noticed now follows on what was known. */
function historyOf(record: OpportunityRecord, before: Plain | undefined, on: string): Change[] {
  if (record.deadline_changes.length > 0 || before === undefined) return record.deadline_changes
  const read = statedDeadline.safeParse(before)
  if (!read.success) return []
  return [...read.data.deadline_changes, ...changesBetween(deadlineOf(read.data), deadlineOf(record), on)]
}

function plainFields(record: OpportunityRecord): Record<string, unknown> {
  return {
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
    readings: record.readings,
    real_dates: record.real_dates,
  }
}

function derived(record: OpportunityRecord, known: Known) {
  const deadline = deadlineOf(record)
  const closings = closingsOf(deadline).map((closing) => closing.toString())
  const who = whoMayApply(record, (name) => expand(known, name))
  return {
    deadline_kind: deadline.kind,
    rounds: deadline.rounds,
    closings,
    closes_at: closings.at(-1) ?? null,
    cancelled: deadline.cancelled,
    who_test: who.test,
    citizenship_places: who.citizenship,
    residence_places: who.residence,
  }
}

function expand(known: Known, name: string): string[] | undefined {
  if (name.trim().toLowerCase() === 'worldwide') return [everywhere]
  if (name === everywhere) return [...known.placeCodes]
  const code = name.toUpperCase()
  return known.placeCodes.has(code) ? [code] : findSet(known.sets, name)?.places
}

async function keepChanges(tx: Tx, written: Written<OpportunityRecord>[]): Promise<void> {
  await sql`delete from information.opportunity_change where opportunity_id = any(${keptBefore(written)})`.execute(
    tx,
  )
  const rows = written.flatMap(({ record: { id, deadline_changes: changes } }) =>
    changes.map(({ on, from, to, ...change }, position) => ({
      opportunity_id: id,
      position,
      changed_on: on,
      from_date: from,
      to_date: to,
      ...change,
    })),
  )
  await putRows(tx, 'information.opportunity_change', rows, ['opportunity_id', 'position'])
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
