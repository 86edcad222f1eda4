/** Draws cards on a thread of its own, one after another, so that no page waits for a picture. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { type Card, cardSvg } from './card.ts'

const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
const ready = initWasm(readFileSync(wasm))

parentPort?.on('message', ({ number, card }: { number: number; card: Card }) => {
  void answer(number, card)
})

async function answer(number: number, card: Card): Promise<void> {
  try {
    await ready
    const picture = new Resvg(await cardSvg(card), { font: { fontBuffers: [] } })
    const png = picture.render().asPng()
    picture.free()
    parentPort?.postMessage({ number, png }, [])
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
    parentPort?.postMessage({ number, fault }, [])
  }
}
