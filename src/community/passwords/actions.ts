import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '../../platform/index.ts'
import { type PasswordFault, passwordFault } from './model.ts'

// Argon2id as OWASP recommends it: 19 MiB, two passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** At most one at a time and so many waiting: the pages of everybody else need the processor too. */
const mostWaiting = 300
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** Hashes a password (Argon2id, RFC 9106), off the main thread. Refuses (503) when too many wait. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), cost))
}

/** Whether this is the password that was hashed. Refuses (503) when too many wait. */
export function verifyPassword(hashed: string, password: string): Promise<boolean> {
  return inTurn(() => verify(hashed, password.normalize('NFKC')))
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= mostWaiting) throw new Refusal(503, '', 10)
  waiting += 1
  const mine = last.then(work, work)
  last = mine
  try {
    return await mine
  } finally {
    waiting -= 1
  }
}

let common: ReadonlySet<string> | undefined

/** What is wrong with a password somebody chooses, knowing their name and address; undefined when it will do. */
export function faultOf(password: string, owner: readonly string[]): PasswordFault | undefined {
  common ??= new Set(
    readFileSync(join(import.meta.dirname, 'common.txt'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.toLowerCase()),
  )
  return passwordFault(password, common, owner)
}
