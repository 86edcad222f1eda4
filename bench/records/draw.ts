/**
 * Chance that is the same on every machine: whole numbers of 32 bits, and of floating point only what IEEE 754 lays
 * down to the last bit.
 */

/** Draws from one stream of chance. */
export type Draw = {
  /** A whole number from 0 and below `limit`. */
  below(limit: number): number
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  /** True `percent` times in a hundred. */
  chance(percent: number): boolean
  one<T>(list: readonly T[]): T
  /** Up to `most` of a list, at least one, in its order. */
  some<T>(list: readonly T[], most: number): T[]
  /** A number below `limit`, small ones far more often: a few names come often and most of them seldom. */
  longTail(limit: number): number
}

/** A stream of its own for each record, so that a record does not depend on how many were made before it. */
export function drawFor(seed: number, name: string, index: number): Draw {
  let state = mixed(mixed(seed) ^ hashOf(name) ^ mixed(index + 0x9e3779b9))
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
  const fraction = () => next() / 4_294_967_296
  const below = (limit: number) => Math.floor(fraction() * limit)
  const one = <T>(list: readonly T[]): T => {
    const [taken] = list.slice(below(list.length))
    if (taken === undefined) throw new RangeError('Nothing can be drawn from an empty list.')
    return taken
  }
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (percent) => below(100) < percent,
    one,
    some<T>(list: readonly T[], most: number) {
      const taken = new Set(Array.from({ length: 1 + below(most) }, () => one(list)))
      return list.filter((item) => taken.has(item))
    },
    longTail(limit) {
      const part = fraction()
      return Math.floor(part * part * part * limit)
    },
  }
}

/** The finalizer of MurmurHash3: neighbouring numbers end far apart. */
function mixed(number: number): number {
  let hash = number | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return mixed(hash)
}
