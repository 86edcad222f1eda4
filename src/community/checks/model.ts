/** What is asked of records before they are published, by the house and by its administrators, and what each fails. Pure. */
import { originalLangOf, type Plain } from '../records/model.ts'

export const checkLevels = ['must', 'should'] as const
/** Whether nothing is published that fails it, or whether it is only pointed out. */
export type CheckLevel = (typeof checkLevels)[number]

/** What a person can answer: to an item of the checklist yes or no, to a rule that the source does not say. */
export const checkAnswers = ['yes', 'no', 'not-stated'] as const
export type CheckAnswer = (typeof checkAnswers)[number]

/** What an item of the checklist looks at. `by-hand` is answered by a person for each record. */
export type ChecklistTest =
  | { is: 'stated'; field: string }
  | { is: 'no-fee' }
  | { is: 'covers'; terms: string[] }
  | { is: 'several-countries' }
  | { is: 'closes-in'; days: number }
  | { is: 'checked-within'; days: number }
  | { is: 'by-hand'; field: string }

/** One item of the checklist; without types it is for all of its kind. */
export type ChecklistItem = {
  id: string
  kind: string
  types: readonly string[]
  level: CheckLevel
  test: ChecklistTest
  /** What it asks, by language. */
  words: Readonly<Record<string, string>>
  position: number
  isOn: boolean
}

/** What a record, or one of its texts, fails: the rule or item by its id, and the field to mend. */
export type Finding = { rule: string; level: CheckLevel; field: string; lang?: string }

/** What records are looked at with: the administrators' checklist, what people answered for the record, and the day (ISO date). */
export type Looking = {
  checklist: readonly ChecklistItem[]
  answers: ReadonlyMap<string, CheckAnswer>
  on: string
}

/** One text of a record: its language, its state, and where its pieces stand. */
export type CheckedText = { lang: string; state: string; isOriginal: boolean; pieces: Plain; path: string }

/**
 * A rule of the house. It is asked of a record as a whole or of each of its texts, and answers the field that fails it. What is
 * `answerable` is also kept by a person's word that the source does not say.
 */
/** `harmless`: what fails it is not shown, so that a published record may be changed to fail it and be mended after. */
export type CheckRule = { id: string; level: CheckLevel; answerable?: boolean; harmless?: boolean } & (
  | { of: 'record'; failsIn(record: Plain): string | undefined }
  | { of: 'text'; failsIn(record: Plain, text: CheckedText): string | undefined }
)

/** Whether a field says anything. */
export function isStated(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return false
  return !Array.isArray(value) || value.length > 0
}

/** Whether a value is an object with fields. */
export const isObject = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const stateOf = (pieces: Plain) => String(pieces['state'] ?? 'published')

/** The texts of a record as it is kept: the original first. */
export function checkedTexts(record: Plain): CheckedText[] {
  const original = originalLangOf(record)
  const translations = isObject(record['translations']) ? record['translations'] : {}
  return [
    { lang: original, state: stateOf(record), isOriginal: true, pieces: record, path: '' },
    ...Object.entries(translations).flatMap(([lang, pieces]) =>
      lang === original || !isObject(pieces)
        ? []
        : [{ lang, state: stateOf(pieces), isOriginal: false, pieces, path: `translations.${lang}.` }],
    ),
  ]
}

/** The same record before this language of it was published. */
export function asDraft(record: Plain, lang: string): Plain {
  const draft = { state: 'draft' }
  const text = checkedTexts(record).find((one) => one.lang === lang)
  if (!text) return record
  if (text.isOriginal) return { ...record, ...draft }
  const texts = isObject(record['translations']) ? record['translations'] : {}
  return { ...record, translations: { ...texts, [lang]: { ...text.pieces, ...draft } } }
}

/** The pieces of texts, which an item that asks for one asks of every language. */
const textPieces: ReadonlySet<string> = new Set([
  'summary',
  'body',
  'eligibility',
  'funding_summary',
  'deadline_text',
  'fee_reason',
  'access_support',
])

const isPiece = (field: string) => field === 'title' || field === 'name' || textPieces.has(field)

type Placed = Finding & { position: number }

/** A finding of the whole record has no language. */
function placed({ id, level }: Pick<CheckRule, 'id' | 'level'>, position: number, text?: CheckedText) {
  return (field: string | undefined): Placed[] =>
    field === undefined
      ? []
      : [
          {
            rule: id,
            level,
            // What is no piece of a text stands in the record itself.
            field: text && isPiece(field) ? text.path + field : field,
            ...(text ? { lang: text.lang } : {}),
            position,
          },
        ]
}

function ofRule(rule: CheckRule, record: Plain, texts: CheckedText[], { answers }: Looking): Placed[] {
  if (rule.answerable && answers.get(rule.id) === 'not-stated') return []
  if (rule.of === 'record') return placed(rule, 0)(rule.failsIn(record))
  return texts.flatMap((text) => placed(rule, 0, text)(rule.failsIn(record, text)))
}

function ofItem(item: ChecklistItem, record: Plain, texts: CheckedText[], looking: Looking): Placed[] {
  const { test, position } = item
  if (test.is === 'stated' && textPieces.has(test.field))
    return texts.flatMap((text) =>
      placed(item, position, text)(isStated(text.pieces[test.field]) ? undefined : test.field),
    )
  if (test.is === 'closes-in')
    // What is published already closes one day, and nobody can do anything about it.
    return checkedTexts(record).some(({ state }) => state === 'published')
      ? []
      : placed(item, position)(failedField(item, record, looking))
  return placed(item, position)(failedField(item, record, looking))
}

/** The field by which a record fails an item, as a whole. */
function failedField(item: ChecklistItem, record: Plain, { answers, on }: Looking): string | undefined {
  const { id, test } = item
  const unless = (isKept: boolean, field: string) => (isKept ? undefined : field)
  switch (test.is) {
    case 'stated':
      return unless(isStated(record[test.field]), test.field)
    case 'no-fee':
      return unless(record['fee'] === 'none', 'fee')
    case 'covers':
      return unless(
        listIn(record, 'covers').some((term) => test.terms.includes(term)),
        'covers',
      )
    case 'several-countries':
      return unless(!isOpenToOneCountry(record), oneCountryField(record))
    case 'by-hand':
      return unless(answers.get(id) === 'yes', test.field)
    default: {
      const fails = failsFrom(item, record)
      return unless(fails === undefined || fails > on, test.is === 'closes-in' ? 'deadline' : 'last_checked')
    }
  }
}

/** The first day (ISO date) on which a record fails an item that time alone decides; none when it never will. */
export function failsFrom({ test }: Pick<ChecklistItem, 'test'>, record: Plain): string | undefined {
  if (test.is === 'closes-in') {
    const last = deadlinesOf(record).sort().at(-1)
    return last === undefined ? undefined : addDays(last, 1 - test.days)
  }
  if (test.is !== 'checked-within') return undefined
  const checked = record['last_checked']
  return typeof checked === 'string' ? addDays(checked, test.days + 1) : '0001-01-01'
}

const addDays = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString()

function deadlinesOf(record: Plain): string[] {
  const rounds = Array.isArray(record['rounds']) ? record['rounds'] : []
  const days = rounds.map((round: unknown) => (isObject(round) ? round['deadline'] : undefined))
  return [record['deadline'], ...days].filter((day) => typeof day === 'string')
}

function listIn(record: Plain, field: string): string[] {
  const value = record[field]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

const placeFields = ['citizenship', 'residence', 'base', 'eligible_countries'] as const

// A set of countries has a name, a country two letters.
function isOpenToOneCountry(record: Plain): boolean {
  if (record['anyone'] === true || listIn(record, 'eligible_regions').length > 0) return false
  const named = new Set(
    placeFields.flatMap((field) => listIn(record, field)).map((name) => name.toUpperCase()),
  )
  return named.size === 1 && [...named].every((name) => /^[A-Z]{2}$/.test(name))
}

const oneCountryField = (record: Plain) =>
  placeFields.find((field) => listIn(record, field).length > 0) ?? 'eligible_countries'

const typeOf = (kind: string, record: Plain) => record[kind === 'opportunities' ? 'type' : 'kind']

/** Whether an item is asked of this record. */
export function isAskedOf(item: ChecklistItem, kind: string, record: Plain): boolean {
  const { isOn, types } = item
  return item.kind === kind && isOn && (types.length === 0 || types.includes(String(typeOf(kind, record))))
}

/**
 * What a record fails in all the languages that are not archived, what must be mended first; in the same order in whatever order
 * the rules and items come.
 */
export function allFindings(
  kind: { name: string; rules: readonly CheckRule[] },
  record: Plain,
  looking: Looking,
): Finding[] {
  const texts = checkedTexts(record).filter(({ state }) => state !== 'archived')
  return findingsIn(kind, record, texts, looking)
}

/**
 * The same of one language alone, with what the record fails as a whole. A language the record does not have yet has nothing in
 * it.
 */
export function findingsOfText(
  kind: { name: string; rules: readonly CheckRule[] },
  record: Plain,
  lang: string,
  looking: Looking,
): Finding[] {
  const texts = checkedTexts(record).filter((text) => text.lang === lang)
  const absent = { lang, state: 'draft', isOriginal: false, pieces: {}, path: `translations.${lang}.` }
  return findingsIn(kind, record, texts.length > 0 ? texts : [absent], looking)
}

function findingsIn(
  { name, rules }: { name: string; rules: readonly CheckRule[] },
  record: Plain,
  texts: CheckedText[],
  looking: Looking,
): Finding[] {
  const items = looking.checklist.filter((item) => isAskedOf(item, name, record))
  return [
    ...rules.flatMap((rule) => ofRule(rule, record, texts, looking)),
    ...items.flatMap((item) => ofItem(item, record, texts, looking)),
  ]
    .sort(inOrder)
    .map(({ position: _, ...finding }) => finding)
}

function inOrder(one: Placed, other: Placed): number {
  if (one.level !== other.level) return one.level === 'must' ? -1 : 1
  if (one.position !== other.position) return one.position - other.position
  const name = ({ rule, lang }: Placed) => `${rule}@${lang ?? ''}`
  return name(one) < name(other) ? -1 : 1
}

/** What can be answered to a rule or item for this record; nothing where nobody asks it of a person. */
export function answersTo(
  { name, rules }: { name: string; rules: readonly CheckRule[] },
  checklist: readonly ChecklistItem[],
  record: Plain,
  rule: string,
): readonly CheckAnswer[] {
  if (rules.some(({ id, answerable }) => id === rule && answerable)) return ['not-stated']
  const item = checklist.find(({ id }) => id === rule)
  return item?.test.is === 'by-hand' && isAskedOf(item, name, record) ? ['yes', 'no'] : []
}

/** What is written down of a record: what it fails by level, and the day on which time alone will have changed it. */
export type CheckState = { must: string[]; should: string[]; lookAgain: string | null }

/** What is to be written down of a record as it stands. */
export function checkStateOf(
  kind: { name: string; rules: readonly CheckRule[] },
  record: Plain,
  looking: Looking,
): CheckState {
  const found = allFindings(kind, record, looking)
  const named = (level: CheckLevel) =>
    found
      .filter((finding) => finding.level === level)
      .map(({ rule, lang }) => (lang === undefined ? rule : `${rule}@${lang}`))
  const changes = looking.checklist
    .filter((item) => isAskedOf(item, kind.name, record))
    .flatMap((item) => failsFrom(item, record) ?? [])
    .filter((day) => day > looking.on)
    .sort()
  return { must: named('must'), should: named('should'), lookAgain: changes[0] ?? null }
}
