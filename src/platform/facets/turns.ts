/** Which of many things turns next: a binary heap of moments, in which a thing's later word replaces its earlier one. */

export type Turns = {
  /** Says when a thing turns (milliseconds since 1970; Infinity is never). */
  put(thing: number, at: number): void
  /** Takes out and answers everything that has turned by a moment. */
  due(now: number): number[]
  clear(): void
}

export function openTurns(): Turns {
  let heap: { at: number; thing: number }[] = []
  let latest = new Map<number, number>()
  const time = (place: number) => heap[place]?.at ?? Infinity
  const swap = (one: number, other: number) => {
    const [a, b] = [heap[one], heap[other]]
    if (a && b) [heap[one], heap[other]] = [b, a]
  }
  const rise = (from: number) => {
    for (let place = from; place > 0 && time(place) < time((place - 1) >> 1); place = (place - 1) >> 1)
      swap(place, (place - 1) >> 1)
  }
  const sink = () => {
    for (let place = 0; ;) {
      const [left, right] = [2 * place + 1, 2 * place + 2]
      const least = time(right) < time(left) ? right : left
      if (time(least) >= time(place)) return
      swap(place, least)
      place = least
    }
  }
  return {
    put(thing, at) {
      if (latest.get(thing) === at) return
      latest.set(thing, at)
      if (at === Infinity) return
      heap.push({ at, thing })
      rise(heap.length - 1)
    },
    due(now) {
      const found: number[] = []
      while (time(0) <= now) {
        const first = heap[0]
        const last = heap.pop()
        if (heap.length > 0 && last) heap[0] = last
        sink()
        // What was put later for the same thing stands elsewhere.
        if (first && latest.get(first.thing) === first.at) {
          latest.delete(first.thing)
          found.push(first.thing)
        }
      }
      return found
    },
    clear() {
      heap = []
      latest = new Map()
    },
  }
}
