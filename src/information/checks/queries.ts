import { allFindings, answersTo, type Known, type Plain, readGivenAnswers } from '../../community/index.ts'
import type { Db } from '../../platform/index.ts'
import type { DeskKind } from '../desk/fields/model.ts'
import { type Checks, findingsOf, rulesOf } from './model.ts'

/** What one language of a record fails, or all of them where none is named, as the record stands here. */
export async function readChecks(
  db: Db,
  known: Known,
  { kind, id, record, lang }: { kind: DeskKind; id: string; record: Plain; lang?: string },
): Promise<Checks> {
  const given = await readGivenAnswers(db, kind, id)
  const { checklist, on } = known
  const answers = new Map([...given].map(([rule, { answer }]) => [rule, answer]))
  const looking = { checklist, on, answers }
  const rules = { name: kind, rules: rulesOf[kind] }
  const findings =
    lang === undefined ? allFindings(rules, record, looking) : findingsOf(kind, record, lang, looking)
  const failing = new Set(findings.map(({ rule }) => rule))
  const asked = [...rules.rules.map((rule) => rule.id), ...checklist.map((item) => item.id)].flatMap(
    (rule) => {
      const possible = answersTo(rules, checklist, record, rule)
      // A rule that is kept by the record itself needs nobody's word.
      const isOpen = possible.length > 1 || failing.has(rule) || given.has(rule)
      return possible.length > 0 && isOpen ? [{ rule, answers: possible, given: given.get(rule) }] : []
    },
  )
  return { findings, asked }
}
