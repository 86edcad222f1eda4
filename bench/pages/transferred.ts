/** What a page costs a reader: what a browser with an empty cache takes for it. */
import { get } from 'node:http'
import type { Browser } from 'playwright-core'

export type Transferred = {
  /** Kilobytes (1,024 bytes) as they came, compressed, without their headers. */
  document: number
  script: number
  /** Without photographs and without faces beyond the Latin ones, as the budget counts. */
  page: number
  /** With all of them. */
  all: number
}

const beyond = /\/assets\/(?!(?:sans|serif)-latin(?:-extended)?\.)[^/]*\.woff2$/
const photograph = /\.(?:jpe?g|png|webp|avif)$/

/** Opens a page as a new reader and counts what comes until nothing more does. */
export async function transferredFor(browser: Browser, url: string): Promise<Transferred> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    const taken: Promise<{ path: string; type: string; bytes: number }>[] = []
    page.on('requestfinished', (request) => {
      const path = new URL(request.url()).pathname
      const type = request.resourceType()
      taken.push(request.sizes().then(({ responseBodySize: bytes }) => ({ path, type, bytes })))
    })
    const answer = await page.goto(url, { waitUntil: 'networkidle' })
    if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status() ?? 'nothing'}`)
    const parts = await Promise.all(taken)
    const sum = (counts: (part: (typeof parts)[number]) => boolean) =>
      parts.filter(counts).reduce((bytes, part) => bytes + part.bytes, 0) / 1024
    return {
      document: sum(({ type }) => type === 'document'),
      script: sum(({ type }) => type === 'script'),
      page: sum(({ path }) => !beyond.test(path) && !photograph.test(path)),
      all: sum(() => true),
    }
  } finally {
    await context.close()
  }
}

/** The kilobytes of a page for those who take gzip and nothing better. */
export function zippedSize(url: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  get(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
    if (answer.statusCode !== 200 || answer.headers['content-encoding'] !== 'gzip')
      reject(new Error(`${url} answered ${answer.statusCode ?? 0}, not gzip`))
    let bytes = 0
    answer.on('data', (part: Buffer) => (bytes += part.length))
    answer.on('end', () => resolve(bytes / 1024))
    answer.on('error', reject)
  }).on('error', reject)
  return promise
}
