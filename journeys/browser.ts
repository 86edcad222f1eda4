/** A real browser from npm, its arguments cleared of those that would make security tests prove nothing. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

const refused =
  /^--(single-process|no-zygote|disable-web-security|allow-running-insecure-content|disable-site-isolation-trials|headless)/

/** Unpacks the browser and answers where it is; done once before tests that run side by side. */
export async function unpackBrowser(): Promise<string> {
  // It never replaces an older one that it finds unpacked, so each version gets a folder of its own.
  const manifest = join(import.meta.dirname, '../node_modules/@sparticuz/chromium/package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'))
  const folder = join(tmpdir().replace(/\/caravanserai-chromium-.*$/, ''), `caravanserai-chromium-${version}`)
  if (!existsSync(join(folder, 'chromium'))) await unpackInto(folder)
  process.env['TMPDIR'] = folder
  return chromium.executablePath()
}

/** Several may unpack at once, and one that is half there cannot be started: each takes its place whole. */
async function unpackInto(folder: string): Promise<void> {
  const own = `${folder}-${process.pid}`
  mkdirSync(own, { recursive: true })
  process.env['TMPDIR'] = own
  await chromium.executablePath()
  try {
    renameSync(own, folder)
  } catch (error) {
    if (!existsSync(join(folder, 'chromium'))) throw error
    rmSync(own, { recursive: true })
  }
}

/** Starts the browser; close it at the end of the test file. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await unpackBrowser(),
    args: chromium.args.filter((argument) => !refused.test(argument)),
    headless: true,
  })
}
