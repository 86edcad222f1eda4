import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { hrefIn } from '../../../design/index.ts'
import { notFound } from '../../../platform/index.ts'
import { speak } from '../../messages/index.ts'
import type { HouseEnv } from '../../visits/model.ts'
import type { SigningIn } from '../actions.ts'
import { readNext } from '../model.ts'
import { callerOf, enter, readForm, refuseForeignForm } from '../routes.tsx'
import { beginAtProvider, returnFromProvider } from './actions.ts'
import { hostOf, type ProviderFault, readFault, returnPath, visitMinutes } from './model.ts'
import { LeavingBody, ProviderFaultBody } from './views.tsx'

type Ctx = Context<HouseEnv>

const cookieName = 'provider'
const cookie = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

/** `/sign-in/provider`: to the provider and back. */
export function providerRoutes(signingIn: SigningIn): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const { provider } = signingIn

  app.post('/sign-in/provider', async (c) => {
    refuseForeignForm(c, signingIn)
    if (!provider) throw notFound()
    const { locale } = c.var.visit
    const next = readNext((await readForm(c))['next'])
    const begun = await beginAtProvider(signingIn, { language: locale, next }, callerOf(c))
    if (!begun) return fail(c, 'away')
    setCookie(c, cookieName, begun.browser, { ...cookie, maxAge: visitMinutes * 60 })
    // A redirect would be the form going to another site, which the page's policy forbids.
    c.header('refresh', `0;url=${begun.address}`)
    const name = hostOf(provider.issuer)
    return c.render(<LeavingBody locale={locale} provider={name} address={begun.address} />, {
      title: speak(locale)('provider.leaving', { provider: name }),
      noindex: true,
    })
  })

  // A reload or another language, while one is on the way, begins again.
  app.get('/sign-in/provider', (c) => fail(c, 'gone'))

  app.get(returnPath, async (c) => {
    const parameters = new URL(c.req.url).searchParams
    const browser = getCookie(c, cookieName, 'host')
    const returned = await returnFromProvider(signingIn, { parameters, browser }, callerOf(c))
    const locale = returned.language ?? c.var.visit.locale
    if (returned.language !== undefined) deleteCookie(c, cookieName, cookie)
    if ('fault' in returned) return fail(c, returned.fault, locale)
    return enter(c, returned.entered)
  })

  app.get('/sign-in/provider/failed', (c) => {
    const { locale } = c.var.visit
    const fault = readFault(c.req.query('why'))
    const name = provider ? hostOf(provider.issuer) : ''
    return c.render(<ProviderFaultBody locale={locale} fault={fault} provider={name} />, {
      title: speak(locale)(`provider.fault.${fault}`),
      noindex: true,
    })
  })
  return app
}

// The address with code and state does not stay in the browser's bar and history.
function fail(c: Ctx, fault: ProviderFault, locale = c.var.visit.locale) {
  return c.redirect(`${hrefIn(locale, '/sign-in/provider/failed')}?why=${fault}`, 303)
}
