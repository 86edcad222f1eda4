/** For tests only: forms of the desk as a browser sends them back. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { changeState, type Member, readKnown } from '../../community/index.ts'
import { someoneWho } from '../../community/testing.ts'
import { firstRow } from '../../platform/index.ts'
import { type TestHouse, testNow } from '../../testing.ts'
import { keepers } from '../keepers/actions.ts'
import type { DeskKind } from './fields/model.ts'

const words = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]

/** What stands in the last form of a page that has fields, as its names and values. */
export function fieldsIn(html: string): string[][] {
  const forms = html.match(/<form[^>]*multipart[\s\S]*?<\/form>/g) ?? []
  const form = forms.at(-1) ?? ''
  const tags = form.matchAll(
    /<input[^>]*>|<textarea[^>]*>[\s\S]*?<\/textarea>|<select[^>]*>[\s\S]*?<\/select>/g,
  )
  return [...tags].flatMap(([tag]) => {
    const name = attribute(tag, 'name')
    if (name === undefined) return []
    const type = attribute(tag, 'type')
    if ((type === 'checkbox' || type === 'radio') && !/\schecked/.test(tag)) return []
    if (tag.startsWith('<textarea'))
      return [[words(name), words(/>([\s\S]*)<\/textarea>/.exec(tag)?.[1] ?? '').replace(/^\n/, '')]]
    if (tag.startsWith('<select'))
      return [[words(name), words(/<option value="([^"]*)"[^>]*selected/.exec(tag)?.[1] ?? '')]]
    return [[words(name), words(attribute(tag, 'value') ?? '')]]
  })
}

/** Brings a language of a record into another state, as somebody who may. */
export async function publish(
  house: TestHouse,
  { personId }: { personId: string },
  {
    kind,
    id,
    lang,
    to = 'published',
  }: { kind: DeskKind; id: string; lang: string; to?: 'published' | 'archived' },
): Promise<void> {
  const by: Member = {
    ...someoneWho(['records.edit', 'records.publish', 'records.seeUnpublished']),
    personId,
  }
  const found = await firstRow<{ version: number }>(
    house.db,
    sql`select version from community.record where kind = ${kind} and id = ${id}`,
  )
  const keeping = { known: await readKnown(house.db, '2027-01-15'), at: new Date(testNow.epochMilliseconds) }
  const answer = await changeState(
    house.db,
    keepers[kind],
    by,
    { id, version: found?.version ?? 0, lang, to },
    keeping,
  )
  assert.ok('version' in answer, JSON.stringify(answer))
}
