import { type Context, Hono } from 'hono'
import { hrefIn } from '../../design/index.ts'
import { isRowId, notFound } from '../../platform/index.ts'
import { speak } from '../messages/index.ts'
import type { SigningIn } from '../signing-in/actions.ts'
import { type HouseEnv, memberIn } from '../visits/model.ts'
import { endOwnToken, makeToken, type TokenRequest } from './actions.ts'
import { lastDays, longestTokenName, mostTokens, type TokenFault } from './model.ts'
import { listTokens } from './queries.ts'
import { MadeBody, TokensBody } from './views.tsx'

type Ctx = Context<HouseEnv>

/** `/account/tokens`, where a person makes and ends tokens for programs; `/api/v1/me`, where a program learns what its token is good for. */
export function tokenRoutes(signingIn: SigningIn): Hono<HouseEnv> {
  const { db } = signingIn
  const app = new Hono<HouseEnv>()

  app.get('/account/tokens', (c) => render(c, signingIn, { name: '', scopes: [], until: '' }, []))

  app.post('/account/tokens', async (c) => {
    const { locale, now } = c.var.visit
    const by = memberIn(c.var.visit)
    const asked = await readRequest(c)
    const made = await makeToken(signingIn, by, asked, now)
    if ('faults' in made) return render(c, signingIn, asked, made.faults)
    // Answered here and not by going on to another address, which would have to hold the token or keep it.
    return c.render(<MadeBody locale={locale} token={made.token} />, {
      title: speak(locale)('tokens.made'),
      section: '/account',
      noindex: true,
    })
  })

  app.post('/account/tokens/:id/end', async (c) => {
    const { locale, now } = c.var.visit
    const by = memberIn(c.var.visit)
    const id = c.req.param('id')
    if (!isRowId(id)) throw notFound()
    await endOwnToken(db, by, id, now)
    return c.redirect(`${hrefIn(locale, '/account/tokens')}?done=ended`, 303)
  })

  app.get('/api/v1/me', (c) => {
    const { personId, name, email, scopes, roles } = memberIn(c.var.visit)
    return c.json({
      id: personId,
      name,
      email,
      by: scopes ? 'token' : 'session',
      scopes: scopes ?? null,
      roles,
    })
  })
  return app
}

async function readRequest(c: Ctx): Promise<TokenRequest> {
  const given = await c.req.parseBody({ all: true }).catch(() => ({}))
  const all = new Map<string, unknown>(Object.entries(given))
  const wordsOf = (name: string) =>
    [all.get(name)].flat().filter((value): value is string => typeof value === 'string')
  const [name = ''] = wordsOf('name')
  const [until = ''] = wordsOf('until')
  return { name, scopes: wordsOf('scopes'), until }
}

async function render(c: Ctx, { db, scopes }: SigningIn, sent: TokenRequest, faults: TokenFault[]) {
  const { locale, now } = c.var.visit
  const { personId } = memberIn(c.var.visit)
  const say = speak(locale)
  const { first, last } = lastDays(now)
  const words = (fault: TokenFault['fault']) => {
    if (fault === 'name-long') return say('tokens.fault.name-long', { count: longestTokenName })
    if (fault === 'many') return say('tokens.fault.many', { count: mostTokens })
    return say(`tokens.fault.${fault}`)
  }
  if (faults.length > 0) c.status(422)
  const facts = {
    tokens: await listTokens(db, personId),
    scopes: scopes.all,
    now,
    first: first.toString(),
    last: last.toString(),
    notice: c.req.query('done') === 'ended' && faults.length === 0 ? say('tokens.ended') : undefined,
    sent,
    faults: faults.map(({ field, fault }) => ({ field, message: words(fault) })),
  }
  return c.render(<TokensBody locale={locale} facts={facts} />, {
    title: say('tokens.title'),
    section: '/account',
    noindex: true,
  })
}
