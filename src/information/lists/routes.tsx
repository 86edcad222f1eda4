import type { Context } from 'hono'
import type { HouseEnv } from '../../community/index.ts'
import { badRequest, notFound } from '../../platform/index.ts'
import type { Reader } from '../readers/model.ts'
import { lastPage, type ListDefinition, type ListQuery, readListQuery } from './model.ts'

/** What this request asks of a list; refuses (400) what the list does not understand, naming it. */
export function listQueryOf(c: Context<HouseEnv>, reader: Reader, definition: ListDefinition): ListQuery {
  const read = readListQuery(new URL(c.req.url).searchParams, definition)
  if ('query' in read) return read.query
  const { parameter, value } = read.unknown
  throw badRequest(
    reader.say('list.unknown', { parameter: parameter.slice(0, 60), value: value.slice(0, 60) }),
  )
}

/** Refuses (404) a page beyond the last one. */
export function refuseBeyond(reader: Reader, query: ListQuery, total: number): void {
  if (query.page > lastPage(total)) throw notFound(reader.say('list.noPage', { page: query.page }))
}
