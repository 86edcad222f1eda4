/** Cards as pictures: drawn on a thread when they are first asked for, the latest of them kept. */
import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { Refusal } from '../../platform/index.ts'
import type { Card } from './card.ts'

type Png = Uint8Array<ArrayBuffer>

/** How many drawn cards are kept: about 10 MB. */
const mostKept = 200
/** How many may wait at once; who comes later is asked to come again. */
const mostWaiting = 20
/** After so long without work the thread ends, and with it what its fonts hold. */
const idleMilliseconds = 60_000

// Part of every version, so that a card of an earlier look is not shown for good.
const look = 1

/** What the address of a card must hold, so that it is the address of this very picture. */
export function cardVersion(card: Card): string {
  return createHash('sha256')
    .update(JSON.stringify([look, card]))
    .digest('base64url')
    .replaceAll(/[-_]/g, '')
    .slice(0, 10)
}

type Waiting = { resolve(png: Png): void; reject(error: Error): void }

const kept = new Map<string, Promise<Png>>()
const waiting = new Map<number, Waiting>()
let worker: Worker | undefined
let last = 0
let idle: NodeJS.Timeout | undefined

/** A card as PNG, 1200 by 630; the same card is drawn once. Refuses (503) when too many wait. */
export function drawCard(card: Card): Promise<Png> {
  const version = cardVersion(card)
  const known = kept.get(version)
  if (known) {
    kept.delete(version)
    kept.set(version, known)
    return known
  }
  if (waiting.size >= mostWaiting) throw new Refusal(503)
  const drawing = draw(card)
  kept.set(version, drawing)
  drawing.catch(() => kept.delete(version))
  for (const [oldest] of kept) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  return drawing
}

function draw(card: Card): Promise<Png> {
  const number = (last += 1)
  return new Promise<Png>((resolve, reject) => {
    waiting.set(number, { resolve, reject })
    clearTimeout(idle)
    const thread = (worker ??= openWorker())
    thread.ref()
    thread.postMessage({ number, card }, [])
  })
}

function openWorker(): Worker {
  const opened = new Worker(new URL('./worker.ts', import.meta.url))
  opened.on('message', ({ number, png, fault }: { number: number; png?: Png; fault?: string }) => {
    const one = waiting.get(number)
    waiting.delete(number)
    if (png) one?.resolve(png)
    else one?.reject(new Error(fault))
    if (waiting.size === 0) rest(opened)
  })
  opened.on('error', (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    if (worker === opened) worker = undefined
  })
  return opened
}

// A thread without work keeps no process from ending.
function rest(thread: Worker): void {
  thread.unref()
  idle = setTimeout(() => {
    if (worker === thread) worker = undefined
    void thread.terminate()
  }, idleMilliseconds)
  idle.unref()
}
