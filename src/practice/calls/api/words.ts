/** Calls as the API answers them. Pure. */
import type { z } from 'zod'
import type { RecordText } from '../../../community/index.ts'
import type { CallRow } from '../listing/model.ts'
import type { CallRecord } from '../model.ts'
import type { Phase } from '../../rules/dates/model.ts'
import type { CallReader } from '../words.ts'
import type { callDetailShape, callItemShape, ShownPhase } from './model.ts'

/** Who asks, and where the house is. */
export type Answering = { reader: CallReader; origin: string }

// Whoever is late is not told so.
const shownPhase = (phase: Phase): ShownPhase => (phase === 'late' ? 'closed' : phase)

/** A call as lists have it. */
export function itemOf({ reader, origin }: Answering, call: CallRow): z.output<typeof callItemShape> {
  const { id, slug, title, summary, lang, scheme, edition, programme, version, phase } = call
  return {
    id,
    slug,
    address: origin + reader.href(`/calls/${slug}`),
    opportunity: id,
    title,
    summary,
    lang,
    scheme,
    edition,
    programme,
    version,
    phase: shownPhase(phase),
    opensAt: call.opensAt.toISOString(),
    closesAt: call.closesAt?.toISOString() ?? null,
    realDates: call.realDates && {
      dates: call.realDates,
      notice: reader.sayReal(call.realDates) ?? null,
    },
  }
}

/** A call with all its texts and rules; of the record no more than the viewer's texts and what decides. */
export function detailOf(
  answering: Answering,
  call: CallRow,
  { record, texts, originalLang }: { record: CallRecord; texts: RecordText[]; originalLang: string },
): z.output<typeof callDetailShape> {
  const { currency, sets, routes, conditions, rules, amount, terms, questions } = record
  // How long somebody late is still taken in is for the desk alone.
  const { grace_minutes: _, ...dates } = record.dates
  return {
    ...itemOf(answering, call),
    originalLang,
    texts: texts.map((text) => ({
      lang: text.lang,
      state: text.state,
      title: text.title,
      summary: wordsOf(text['summary']),
      body: wordsOf(text['body']),
    })),
    rules: {
      currency,
      dates,
      sets,
      ...(routes ? { routes } : {}),
      conditions,
      rules,
      ...(amount ? { amount } : {}),
      terms,
      questions,
    },
  }
}

const wordsOf = (value: unknown) => (typeof value === 'string' ? value : null)
