/** Sets of small whole numbers, a bit each. */

export type Bits = Uint32Array

const wordsFor = (size: number) => (size + 31) >>> 5

export const bitsFor = (size: number): Bits => new Uint32Array(wordsFor(size))

export const hasBit = (bits: Bits, at: number): boolean => ((bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0

export function setBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31))
}

export function clearBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) & ~(1 << (at & 31))
}

/** The same set with room for more. */
export function grown(bits: Bits, size: number): Bits {
  const larger = bitsFor(size)
  larger.set(bits)
  return larger
}

/** Leaves in `target` what is in both. */
export function keepBoth(target: Bits, other: Bits): void {
  for (let at = 0; at < target.length; at += 1) target[at] = (target[at] ?? 0) & (other[at] ?? 0)
}

/** Puts into `target` what is in `other`. */
export function addAll(target: Bits, other: Bits): void {
  for (let at = 0; at < target.length; at += 1) target[at] = (target[at] ?? 0) | (other[at] ?? 0)
}

/** Takes out of `target` what is in `other`. */
export function takeAll(target: Bits, other: Bits): void {
  for (let at = 0; at < target.length; at += 1) target[at] = (target[at] ?? 0) & ~(other[at] ?? 0)
}

/** What is in any of these sets; nothing of none. */
export function anyOf(parts: readonly Bits[]): Bits {
  const [first = bitsFor(0), ...others] = parts
  const any = first.slice()
  for (const part of others) addAll(any, part)
  return any
}

/** What is in all of these sets. */
export function allOf(parts: readonly [Bits, ...Bits[]]): Bits {
  const [first, ...others] = parts
  const all = first.slice()
  for (const part of others) keepBoth(all, part)
  return all
}

/** How many are in both. */
export function countBoth(one: Bits, other: Bits): number {
  let count = 0
  for (let at = 0; at < one.length; at += 1) {
    const word = (one[at] ?? 0) & (other[at] ?? 0)
    if (word !== 0) count += ones(word)
  }
  return count
}

// Hamming weight of 32 bits, summed in parallel.
function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
