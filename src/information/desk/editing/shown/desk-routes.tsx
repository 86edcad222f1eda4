import type { Child } from 'hono/jsx'
import {
  countryChoices,
  flatten,
  type House,
  type KeptRecord,
  languageChoices,
  langsOf,
  listStale,
  listTitles,
  mayEditField,
  mayWrite,
  type Member,
  memberIn,
  staleOf,
  stateIn,
} from '../../../../community/index.ts'
import type { Fault, LangText } from '../../../../design/index.ts'
import { Changed, Link, Text } from '../../../../design/index.ts'
import type { Ctx, Edited } from '../../requests/routes.ts'
import { eventShape, timeOf } from '../../../events/model.ts'
import { keepers } from '../../../keepers/actions.ts'
import { recordTables } from '../../../moved/queries.ts'
import { isOfCall } from '../../../opportunities/called/model.ts'
import { findPage } from '../../../opportunities/called/queries.ts'
import { occurrencesOf } from '../../../occurrences/model.ts'
import { type Reader, readerOf } from '../../../readers/model.ts'
import type { DeskKind } from '../../fields/model.ts'
import { titleField } from '../../fields/model.ts'
import type { Clash } from '../../form/merge/model.ts'
import { type AskedField, fieldsFor, type Flat, type Typed } from '../../form/model.ts'
import type { Readable } from '../../form/reading/model.ts'
import { typedOf } from '../../form/typed/model.ts'
import { valueInWords } from '../../form/words.ts'
import { mayRead } from '../../opening/permissions.ts'
import { EditBody, type EditFacts } from '../desk-views.tsx'
import { doneWords, givenBySources } from '../model.ts'

/** What a form is shown with beside the record: as it was sent, or as it is found. */
export type Showing = {
  typed?: Typed
  /** Of the record the form was made from. */
  version?: number
  base?: Flat
  faults?: readonly Fault[]
  clashes?: readonly Clash[]
  choices?: ReadonlyMap<string, string>
  remarks?: readonly Child[]
  draft?: string | undefined
  aside?: Child
  status?: 200 | 409 | 422
}

const originalOf = (record: Record<string, unknown> | undefined) =>
  typeof record?.['original_lang'] === 'string' ? record['original_lang'] : 'en'

/** Answers the page of a record with its form. */
export async function renderForm(c: Ctx, house: House, edited: Edited, showing: Showing = {}) {
  const { locale, now, viewer } = c.var.visit
  const by = memberIn(c.var.visit)
  const { kind, id, lang, kept } = edited
  const known = await house.known(now)
  const reader = readerOf(locale, known, now)
  const record = kept?.record
  const flat = kept ? flatten(kept.record) : {}
  const base = showing.base ?? flat
  const all = fieldsFor({ kind, lang }, base)
  const called = kept && kind === 'opportunities' && isOfCall(kept) ? await findPage(house.db, id) : undefined
  const fields = kept
    ? all.filter(({ path }) => called === undefined && mayEditField(by, kind, kept.record, path))
    : all
  const originalLang = originalOf(record)
  const typed = showing.typed ?? typedOf(all, base)
  const isOriginalRead = !record || mayRead(by, kind, record, originalLang)
  const title = record?.[titleField(kind)]
  const inputs = {
    reader,
    known,
    countries: countryChoices(locale, known),
    languages: languageChoices(locale),
    typed,
    textLang: lang ?? originalLang,
  }
  const facts: EditFacts = {
    reader,
    whose: by.personId,
    kind,
    id,
    lang,
    originalLang,
    version: showing.version ?? kept?.version ?? 0,
    isNew: kept === undefined,
    title: typeof title === 'string' && isOriginalRead ? title : id,
    langs: record ? shownTexts(by, kind, record, await listStale(house.db, kind, id)) : [],
    fields,
    fixed: all.flatMap((field) =>
      fields.includes(field) || (lang === undefined && !isOriginalRead)
        ? []
        : [{ path: field.path, value: valueInWords(reader, known, field.input, flat[field.path]) }].filter(
            ({ value }) => value !== '',
          ),
    ),
    inputs,
    lists: await listsFor(house, viewer, reader, fields, inputs),
    original:
      lang === undefined || !record || !mayRead(by, kind, record, originalLang)
        ? new Map()
        : await originalTexts(house, by, reader, edited, { fields: all, flat, originalLang }),
    given: new Map(kept ? fields.map(({ path }) => [path, givenBySources(kept, path)]) : []),
    faults: showing.faults ?? [],
    clashes: showing.clashes ?? [],
    choices: showing.choices ?? new Map(),
    done:
      (showing.faults ?? []).length > 0 ? undefined : doneWords.find((word) => word === c.req.query('done')),
    remarks: [...(called === undefined ? [] : [keptByCall(reader, called)]), ...(showing.remarks ?? [])],
    draft: showing.draft,
    dates: record && kind === 'events' ? nextDates(reader, house, record, known) : [],
    aside: showing.aside ?? null,
  }
  c.status(showing.status ?? 200)
  return c.render(<EditBody facts={facts} />, {
    title: facts.isNew ? reader.say(`editor.new.${kind}`) : facts.title,
    section: '/desk',
    noindex: true,
    desk: true,
  })
}

/** Why nothing of it can be changed here, and where it comes from. */
const keptByCall = ({ say, href }: Reader, page: string): Child => (
  <>
    {say('editor.keptByCall')} <Link href={href(page)}>{say('editor.openCall')}</Link>
  </>
)

function shownTexts(by: Member, kind: DeskKind, record: KeptRecord['record'], stale: readonly string[]) {
  return langsOf(record)
    .filter((lang) => mayRead(by, kind, record, lang))
    .map((lang) => ({
      lang,
      state: stateIn(record, lang) ?? ('draft' as const),
      isStale: stale.includes(lang),
    }))
}

/** What the original says, beside each piece of a translation; where it has changed since, with what was changed. */
async function originalTexts(
  { db }: House,
  by: Member,
  reader: Reader,
  { kind, id, lang = '', kept }: Edited,
  { fields, flat, originalLang }: { fields: readonly AskedField[]; flat: Flat; originalLang: string },
): Promise<Map<string, Child>> {
  const isTheirs = kept !== undefined && mayWrite(by, kind, kept.record, lang)
  const stale = isTheirs ? await staleOf(db, by, keepers[kind], id, lang) : undefined
  const changed = new Map(stale?.differences.map(({ field, pieces }) => [field, pieces]))
  const { locale } = reader
  return new Map(
    fields.flatMap(({ path, name }) => {
      const pieces = changed.get(name)
      if (pieces) return [[path, <Changed pieces={pieces} lang={originalLang} locale={locale} />] as const]
      const said = flat[name]
      if (typeof said !== 'string' || said === '') return []
      const text: LangText = { text: said, lang: originalLang }
      return [[path, <Text as="p" text={text} locale={locale} />] as const]
    }),
  )
}

/** What is offered while one types, for the fields that are there. */
async function listsFor(
  house: House,
  viewer: Ctx['var']['visit']['viewer'],
  reader: Reader,
  fields: readonly AskedField[],
  { known, countries, languages }: EditFacts['inputs'],
): Promise<EditFacts['lists']> {
  const asks = (...names: string[]) => fields.some(({ input }) => names.includes(input.is))
  const columns = fields.flatMap(({ input }) => (input.is === 'rows' ? input.columns : []))
  const lists: { id: string; values: string[] }[] = []
  if (asks('countries')) lists.push({ id: 'all-countries', values: countries.names })
  if (asks('places'))
    lists.push({ id: 'all-places', values: [...known.sets.map(({ name }) => name), ...countries.names] })
  if (asks('languages')) lists.push({ id: 'all-languages', values: languages.names })
  if (asks('zone') || columns.some(({ input }) => input.is === 'zone'))
    lists.push({ id: 'all-zones', values: ['anywhere-on-earth', ...Intl.supportedValuesOf('timeZone')] })
  for (const { input } of fields) {
    if (input.is !== 'record') continue
    const id = `all-${input.kinds.join('-')}`
    if (lists.some((list) => list.id === id)) continue
    const values: string[] = []
    for (const plural of input.kinds) {
      const tables = recordTables[plural]
      const found = tables
        ? await listTitles(house.db, viewer, tables, { locale: reader.locale, limit: 300 })
        : []
      values.push(...found.map((one) => `${one.title} [${one.id}]`))
    }
    lists.push({ id, values })
  }
  return lists
}

const mostDates = 5

/** When an event that repeats takes place next, worked out from what is kept. */
function nextDates(
  reader: Reader,
  _house: House,
  record: KeptRecord['record'],
  known: Readable['known'],
): string[] {
  const read = eventShape(known).safeParse(record)
  if (!read.success || read.data.recurrence === null) return []
  const time = timeOf(read.data)
  if (!time) return []
  const today = reader.now.toZonedDateTimeISO('UTC').toPlainDate()
  const window = { from: today.toString(), to: today.add({ months: 18 }).toString() }
  const { all } = occurrencesOf({ time, state: read.data.status, recurrence: read.data.recurrence }, window)
  return all
    .filter(({ startsOn }) => startsOn >= window.from)
    .slice(0, mostDates)
    .map(({ startsOn, startsTime }) =>
      [reader.format.fullDate(startsOn), startsTime === null ? '' : reader.format.time(startsTime)]
        .filter(Boolean)
        .join(', '),
    )
}
