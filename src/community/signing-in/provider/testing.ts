/** For tests only: a real provider as a process of its own, and somebody who signs in there without a browser. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { freePort } from '../../../../tools/processes.ts'
import { returnPath } from './model.ts'

export type ProviderAccounts = Record<string, { email?: string; email_verified?: boolean; name?: string }>

export type RunningProvider = {
  settings: { issuer: string; clientId: string; clientSecret: string }
  /** Who can sign in there by which login, and what is said of them. */
  tell(accounts: ProviderAccounts): Promise<void>
  stop(): Promise<void>
}

const clientSecret = 'the secret of the portal, at least long enough'

/** Starts the provider for a house at this address; stop it at the end. */
export async function startProvider(publicUrl: string, port?: string): Promise<RunningProvider> {
  const own = port ?? (await freePort())
  const child: ChildProcess = spawn(
    process.execPath,
    ['--no-warnings', '--import', './tools/tsx.ts', 'tools/provider.ts', own, publicUrl + returnPath],
    { cwd: join(import.meta.dirname, '../../../..'), stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
  )
  await once(child, 'message')
  return {
    settings: { issuer: `http://localhost:${own}`, clientId: 'portal', clientSecret },
    async tell(accounts) {
      child.send(accounts)
      await once(child, 'message')
    },
    async stop() {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

/** Signs in at the provider as a browser would, from the address the house sent it to; answers where it sends one back to. */
export async function signInAtProvider(
  address: string,
  login: string,
  answer: 'accept' | 'abort' = 'accept',
): Promise<URL> {
  const jar = new Map<string, string>()
  let url = new URL(address)
  const { origin } = url
  let body: URLSearchParams | undefined
  for (let steps = 0; steps < 12; steps += 1) {
    const got = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body ? { method: 'POST', body } : {}),
    })
    for (const cookie of got.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      jar.set(name, value)
    }
    body = undefined
    const location = got.headers.get('location')
    if (location) {
      url = new URL(location, url)
      if (url.origin !== origin) return url
      continue
    }
    const page = await got.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    if (prompt === undefined) throw new Error(`The provider said ${got.status}: ${page.slice(0, 500)}`)
    if (answer === 'abort') url = new URL(`${url.pathname}/abort`, url)
    else body = new URLSearchParams({ prompt, login, password: 'any' })
  }
  throw new Error('The provider led nowhere.')
}
