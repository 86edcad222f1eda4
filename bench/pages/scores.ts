/** What Lighthouse says of a page, in a browser that it alone leads. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import lighthouse from 'lighthouse'
import Trace from 'lighthouse/core/gather/gatherers/trace.js'
import { unpackBrowser } from '../../journeys/browser.ts'

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
type Category = (typeof categories)[number]

// This browser ends the navigation to any page with a Referrer-Policy (net::ERR_ABORTED) while it traces them. Only what
// tells how new the features of a page are reads them, which counts in no score.
const ending = 'blink.webdx_feature_usage'
const traced = Trace.getDefaultTraceCategories().filter((name) => name !== ending)
Trace.getDefaultTraceCategories = () => traced

/** From 0 to 100, as Lighthouse shows them. */
export type Scores = Record<Category, number>

/** The scores of a page: the middle of three visits each, on a phone and a line as Lighthouse simulates them. */
export async function scoresOf(url: string): Promise<Scores> {
  const browser = await openMeasured()
  try {
    const visits: Scores[] = []
    for (let visit = 0; visit < 3; visit += 1) visits.push(await visited(url, browser.port))
    const middle = (category: Category) =>
      visits.map((scores) => scores[category]).toSorted((a, b) => a - b)[1] ?? 0
    return {
      performance: middle('performance'),
      accessibility: middle('accessibility'),
      'best-practices': middle('best-practices'),
      seo: middle('seo'),
    }
  } finally {
    await browser.close()
  }
}

async function visited(url: string, port: number): Promise<Scores> {
  const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: [...categories] })
  if (!result) throw new Error(`Lighthouse said nothing of ${url}`)
  const { lhr } = result
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`)
  const score = (category: Category) => {
    const found = lhr.categories[category]?.score
    if (typeof found !== 'number') throw new Error(`${url} got no score for ${category}`)
    return Math.round(found * 100)
  }
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
  }
}

/** The browser of the journeys, started by itself so that Lighthouse can find it. */
async function openMeasured(): Promise<{ port: number; close(): Promise<void> }> {
  const path = await unpackBrowser()
  const profile = await mkdtemp(join(tmpdir(), 'caravanserai-measured-'))
  const options = ['--headless', '--no-sandbox', '--disable-dev-shm-usage', '--no-first-run']
  const child = spawn(path, [...options, '--remote-debugging-port=0', `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const close = async () => {
    child.kill('SIGKILL')
    await ended
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  for await (const line of createInterface(child.stderr)) {
    const port = /^DevTools listening on ws:\/\/[^/]*:(\d+)\//.exec(line)?.[1]
    if (port === undefined) continue
    child.stderr.resume()
    return { port: Number(port), close }
  }
  await close()
  throw new Error('The browser did not say where it listens.')
}
