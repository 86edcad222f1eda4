/** Records in an order, by their places in memory; put right when it is asked for. */

export type Order = {
  /** The record at a place came, went, or may stand elsewhere now. */
  touched(place: number): void
  clear(): void
  /** All records that are there, in order. */
  all(): readonly number[]
}

// So many are put in one by one; more are sorted with all the others.
const few = 100

/** Opens an order; `compare` tells two places apart, `isThere` whether one is taken. */
export function openOrder(
  compare: (one: number, other: number) => number,
  isThere: (place: number) => boolean,
): Order {
  let order: number[] = []
  let touched = new Set<number>()
  return {
    touched: (place) => void touched.add(place),
    clear() {
      order = []
      touched = new Set()
    },
    all() {
      if (touched.size === 0) return order
      const there = [...touched].filter(isThere)
      const kept = order.filter((place) => !touched.has(place))
      touched = new Set()
      if (there.length > few) order = [...kept, ...there].toSorted(compare)
      else {
        for (const place of there) kept.splice(placeOf(kept, place, compare), 0, place)
        order = kept
      }
      return order
    },
  }
}

function placeOf(
  order: readonly number[],
  place: number,
  compare: (one: number, other: number) => number,
): number {
  let [low, high] = [0, order.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(order[middle] ?? 0, place) < 0) low = middle + 1
    else high = middle
  }
  return low
}
