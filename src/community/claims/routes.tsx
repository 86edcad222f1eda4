import { type Context, Hono } from 'hono'
import { hrefIn } from '../../design/index.ts'
import { notFound } from '../../platform/index.ts'
import { speaksFor } from '../memberships/permissions.ts'
import { speak } from '../messages/index.ts'
import type { Organisation } from '../organisations/model.ts'
import { findOrganisation } from '../organisations/queries.ts'
import type { SigningIn } from '../signing-in/actions.ts'
import { readForm } from '../signing-in/routes.tsx'
import { type HouseEnv, memberIn } from '../visits/model.ts'
import { claimOrganisation, withdrawClaim } from './actions.ts'
import { addressMatches, type ClaimFault, type Claiming, longestWords, readText } from './model.ts'
import { findWaiting } from './queries.ts'
import { ClaimBody, type ClaimFacts } from './views.tsx'

type Ctx = Context<HouseEnv>

/** `/organisations/:slug/claim`, where somebody says that an entry is their organisation's, and withdrawing that. */
export function claimRoutes(signingIn: SigningIn): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const path = '/organisations/:slug/claim'

  app.get(path, async (c) => {
    memberIn(c.var.visit)
    const found = await organisationAt(c, signingIn)
    return render(c, signingIn, found, { sent: noClaim, faults: [] })
  })

  app.post(path, async (c) => {
    const { visit } = c.var
    const by = memberIn(visit)
    const found = await organisationAt(c, signingIn)
    const sent = await readClaiming(c)
    const answer = await claimOrganisation(signingIn, by, found.organisation, sent, visit.now)
    const say = speak(visit.locale)
    if ('faults' in answer) {
      c.status(422)
      return render(c, signingIn, found, { sent, faults: answer.faults.map((fault) => inWords(c, fault)) })
    }
    if (answer.kind === 'often') {
      c.status(429)
      return render(c, signingIn, found, {
        sent,
        faults: [{ field: 'standing', message: say('claim.fault.often') }],
      })
    }
    const done = answer.kind === 'made' ? '?done=made' : ''
    return c.redirect(hrefIn(visit.locale, `/organisations/${found.organisation.slug}/claim`) + done, 303)
  })

  app.post('/account/claims/:id/withdraw', async (c) => {
    const { locale, now } = c.var.visit
    await withdrawClaim(signingIn.db, memberIn(c.var.visit), c.req.param('id'), now)
    return c.redirect(`${hrefIn(locale, '/account/organisations')}?done=withdrawn-claim`, 303)
  })

  // Where withdrawing was refused, a reload or another language comes back to one's own claims.
  app.get('/account/claims/:id/withdraw', (c) => {
    memberIn(c.var.visit)
    return c.redirect(hrefIn(c.var.visit.locale, '/account/organisations'), 303)
  })

  return app
}

type Found = { organisation: Organisation; name: string; lang: string }

async function organisationAt(c: Ctx, { db }: SigningIn): Promise<Found> {
  const { viewer, locale } = c.var.visit
  const found = await findOrganisation(db, viewer, c.req.param('slug') ?? '', locale)
  const [text] = found?.texts ?? []
  if (!found || !text) throw notFound()
  return { organisation: found.organisation, name: text.title, lang: text.lang }
}

const noClaim: Claiming = { standing: '', reason: '', proof: '', proofUrl: '' }

async function readClaiming(c: Ctx): Promise<Claiming> {
  const given = await readForm(c)
  return {
    standing: readText(given['standing']).replaceAll(/\s+/gu, ' '),
    reason: readText(given['reason']),
    proof: readText(given['proof']),
    proofUrl: readText(given['proofUrl']),
  }
}

function inWords(c: Ctx, { field, fault }: ClaimFault): { field: string; message: string } {
  const say = speak(c.var.visit.locale)
  if (fault === 'long')
    return { field, message: say('entry.fault.long', { count: field === 'standing' ? 200 : longestWords }) }
  if (fault === 'proof') return { field, message: say('claim.fault.proof') }
  if (fault === 'address') return { field, message: say('claim.fault.address') }
  return { field, message: say(field === 'standing' ? 'claim.fault.standing' : 'claim.fault.reason') }
}

async function render(
  c: Ctx,
  { db }: SigningIn,
  { organisation, name, lang }: Found,
  { sent, faults }: Pick<ClaimFacts, 'sent' | 'faults'>,
) {
  const { locale } = c.var.visit
  const by = memberIn(c.var.visit)
  const say = speak(locale)
  const claim = await findWaiting(db, organisation.id, by.personId, locale)
  const isTheirs = speaksFor(by, organisation.id)
  const facts: ClaimFacts = {
    organisation: { id: organisation.id, slug: organisation.slug, name, lang },
    email: by.email,
    matches: addressMatches(by.email, organisation.website),
    standing: isTheirs ? { kind: 'yours' } : claim ? { kind: 'waits', claim } : undefined,
    sent,
    faults,
    notice: c.req.query('done') === 'made' ? say('claim.done.made') : undefined,
  }
  return c.render(<ClaimBody locale={locale} facts={facts} />, {
    title: say('claim.title', { organisation: name }),
    section: '/organisations',
    noindex: true,
  })
}
