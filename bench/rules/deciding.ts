/** How fast rules answer: pure, on one core. */
import { amountOf, decide } from '../../src/practice/rules/deciding/model.ts'
import type { Measurement } from '../measurement.ts'
import { booksOf, factsAt, mobilityBook, moment } from './calls.ts'

const checks = 100_000

/** Applications are made beforehand, a thousand at a time, so that only the answers are timed. */
function timed(answer: (facts: ReturnType<typeof factsAt>) => unknown): number {
  let seconds = 0
  for (let made = 0; made < checks; made += 1000) {
    const all = Array.from({ length: 1000 }, (_, index) => factsAt(made + index))
    const began = performance.now()
    for (const facts of all) answer(facts)
    seconds += (performance.now() - began) / 1000
  }
  return seconds
}

const openCalls = 500
const rounds = 20

function whatFits(): number {
  const books = booksOf(openCalls)
  const times = Array.from({ length: rounds }, (_, round) => {
    const facts = factsAt(round)
    const began = performance.now()
    for (const book of books) decide(book, facts, moment)
    return performance.now() - began
  })
  // The middle of them; the first finds everything cold.
  return times.toSorted((a, b) => a - b)[rounds / 2] ?? 0
}

export const deciding: readonly Measurement[] = [
  {
    name: 'rules: 100,000 checks of one call',
    about:
      'Gates of a call for individual mobility (residence, groups, days, history), each check other facts; one core.',
    unit: 'seconds',
    bound: 2,
    better: 'lower',
    run: async () => {
      const book = mobilityBook()
      return timed((facts) => decide(book, facts, moment))
    },
  },
  {
    name: 'rules: 100,000 amounts of one call',
    about: 'The amount of the same call, with its lines, for each of the same facts; one core.',
    unit: 'seconds',
    bound: null,
    better: 'lower',
    run: async () => {
      const book = mobilityBook()
      return timed((facts) => amountOf(book, facts, moment))
    },
  },
  {
    name: 'rules: what can I apply for, over 500 calls',
    about: 'Every gate of 500 open calls for one person; the middle of twenty.',
    unit: 'milliseconds',
    bound: 50,
    better: 'lower',
    run: async () => whatFits(),
  },
]
