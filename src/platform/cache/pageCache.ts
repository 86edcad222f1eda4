/** Pages kept in memory for readers without a session, within bounds, until what they show changes. */
import { kindOf } from './shown.ts'
import type { Page } from './page.ts'

/** A place in the order of changes: a page begun before a change that touches it is not kept. */
export type Mark = number

export type PageCache = {
  /** The page kept for an address; undefined where there is none that is true at this moment. */
  find(address: string, now: number): Page | undefined
  /** Where in the order of changes a page begins to be made; undefined while nothing is kept. */
  begin(): Mark | undefined
  /** Keeps a page, unless something it shows has changed since the mark. */
  keep(address: string, page: Page, mark: Mark): void
  /** Something changed: `events`, `events/ID`, `events:country:HASH`, `events/*` (any of the kind), `known` and `*` (everything). */
  changed(word: string): void
  /** Nothing is kept until `resume`: changes may be missed. */
  pause(): void
  /** Keeps pages again, none from before. */
  resume(): void
  /** How many pages there are, and the bytes they take. */
  size(): { pages: number; bytes: number }
}

type Entry = { page: Page; bytes: number }

const mostMarks = 20_000
const mostOfOnePage = 0.05

/** Opens a cache of at most so many bytes; it keeps nothing before its first `resume`. */
export function openPageCache(mostBytes: number): PageCache {
  // In the order of their last use.
  const pages = new Map<string, Entry>()
  const byTag = new Map<string, Set<string>>()
  // When a tag last changed; of tags before `floor` nothing is known any more.
  const changes = new Map<string, Mark>()
  let [order, floor, bytes, open] = [0, 0, 0, false]

  const forget = (address: string) => {
    const entry = pages.get(address)
    if (!entry) return
    pages.delete(address)
    bytes -= entry.bytes
    for (const tag of indexed(entry.page)) {
      const addresses = byTag.get(tag)
      addresses?.delete(address)
      if (addresses?.size === 0) byTag.delete(tag)
    }
  }
  const clear = () => {
    pages.clear()
    byTag.clear()
    changes.clear()
    bytes = 0
    floor = order += 1
  }
  // Encodings are made when first asked for, so a page grows after it was kept.
  const weigh = (entry: Entry) => {
    bytes += entry.page.size() - entry.bytes
    entry.bytes = entry.page.size()
  }
  const makeRoom = () => {
    for (const address of pages.keys()) {
      if (bytes <= mostBytes) return
      forget(address)
    }
  }

  return {
    find(address, now) {
      const entry = pages.get(address)
      if (!entry) return undefined
      if (entry.page.until <= now) {
        forget(address)
        return undefined
      }
      pages.delete(address)
      pages.set(address, entry)
      if (entry.bytes !== entry.page.size()) {
        weigh(entry)
        makeRoom()
      }
      return entry.page
    },
    begin: () => (open ? order : undefined),
    keep(address, page, mark) {
      const tags = indexed(page)
      const late = mark < floor || tags.some((tag) => (changes.get(tag) ?? 0) > mark)
      if (!open || late || page.size() > mostBytes * mostOfOnePage) return
      forget(address)
      pages.set(address, { page, bytes: page.size() })
      bytes += page.size()
      for (const tag of tags) byTag.set(tag, (byTag.get(tag) ?? new Set()).add(address))
      makeRoom()
    },
    changed(word) {
      if (word === 'known' || word === '*' || changes.size > mostMarks) return clear()
      changes.set(word, (order += 1))
      for (const address of byTag.get(word) ?? []) forget(address)
    },
    pause() {
      open = false
      clear()
    },
    resume() {
      clear()
      open = true
    },
    size: () => ({ pages: pages.size, bytes }),
  }
}

// With the word for any change of a kind.
function indexed({ tags }: Page): string[] {
  return [...tags, ...new Set(tags.map((tag) => `${kindOf(tag)}/*`))]
}
