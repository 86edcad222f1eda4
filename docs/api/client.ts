/**
 * An example of a program that reads the API: every record of a list, part by part, asking again only for what has changed.
 *
 *     node docs/api/client.ts 'http://localhost:3000/api/v1/events?country=VN'
 */
import { setTimeout as wait } from 'node:timers/promises'

type Record = { id: string; title?: string; name?: string; address: string }
type Part = { items: Record[]; next: string | null }

const kept = new Map<string, { etag: string; part: Part }>()

/** One part of a list; what the house says has not changed is not sent again. */
async function ask(url: string): Promise<Part> {
  const before = kept.get(url)
  const answer = await fetch(url, before ? { headers: { 'if-none-match': before.etag } } : {})
  if (before && answer.status === 304) return before.part
  // Too many requests, or not able to answer just now: the house says after how many seconds to come back.
  if (answer.status === 429 || answer.status === 503) {
    await wait(Number(answer.headers.get('retry-after') ?? 5) * 1000)
    return ask(url)
  }
  if (!answer.ok) {
    const problem: { title: string; detail?: string } = await answer.json()
    throw new Error(`${answer.status} ${problem.detail ?? problem.title}`)
  }
  const part: Part = await answer.json()
  kept.set(url, { etag: answer.headers.get('etag') ?? '', part })
  return part
}

/** Every record of a list, in its order. */
export async function* readList(list: string): AsyncGenerator<Record> {
  const url = new URL(list)
  if (!url.searchParams.has('limit')) url.searchParams.set('limit', '100')
  for (let next: string | null = ''; next !== null;) {
    if (next !== '') url.searchParams.set('cursor', next)
    const part: Part = await ask(url.href)
    yield* part.items
    next = part.next
  }
}

const [list] = process.argv.slice(2)
if (import.meta.main && list !== undefined)
  for await (const { title, name, address } of readList(list))
    console.log(`${title ?? name ?? ''}\n  ${address}`)
