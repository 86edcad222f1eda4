import { type Context, Hono } from 'hono'
import { hrefIn } from '../../design/index.ts'
import { type Db, isRowId, notAllowed, notFound } from '../../platform/index.ts'
import { listPeopleOf } from '../memberships/queries.ts'
import { speak } from '../messages/index.ts'
import type { Member } from '../people/model.ts'
import { recordRead } from '../privacy/readings/actions.ts'
import { mayAnywhere } from '../roles/permissions.ts'
import { readForm } from '../signing-in/routes.tsx'
import { type HouseEnv, memberIn } from '../visits/model.ts'
import { acceptClaim, type Decision, refuseClaim } from './actions.ts'
import { ClaimBody, ClaimsBody, type OneClaim } from './desk-views.tsx'
import { type Claim, longestWords, readText } from './model.ts'
import { canDecide } from './permissions.ts'
import { findClaim, listDecided, listOthers, listWaiting } from './queries.ts'

type Ctx = Context<HouseEnv>

/** `/desk/claims`: what people say is their organisation's, and deciding on it. */
export function claimsDeskRoutes({ db }: { db: Db }): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get('/desk/claims', async (c) => {
    const { locale } = c.var.visit
    const by = memberWho(c)
    const say = speak(locale)
    const done = (['accepted', 'refused'] as const).find((word) => word === c.req.query('done'))
    const waiting = await listWaiting(db, by, locale)
    const decided = await listDecided(db, by, locale)
    await recordShown(c, db, claimantsOf([...waiting, ...decided]))
    const facts = {
      waiting,
      decided,
      notice: done && say(`claims.done.${done}`),
    }
    return c.render(<ClaimsBody locale={locale} facts={facts} />, {
      title: say('claims.title'),
      section: '/desk',
      noindex: true,
    })
  })

  app.get('/desk/claims/:id', async (c) => {
    memberWho(c)
    return render(c, db, await claimAt(c, db), {})
  })

  app.post('/desk/claims/:id/accept', async (c) => {
    const by = memberWho(c)
    const { id } = await claimAt(c, db)
    return answer(c, db, await acceptClaim(db, by, id, c.var.visit.now), 'accepted')
  })

  app.post('/desk/claims/:id/refuse', async (c) => {
    const by = memberWho(c)
    const claim = await claimAt(c, db)
    const why = readText((await readForm(c))['why'])
    const say = speak(c.var.visit.locale)
    if (why === '' || Array.from(why).length > longestWords) {
      const message =
        why === '' ? say('claims.fault.reason') : say('entry.fault.long', { count: longestWords })
      c.status(422)
      return render(c, db, claim, { why, faults: [{ field: 'why', message }] })
    }
    return answer(c, db, await refuseClaim(db, by, { id: claim.id, why }, c.var.visit.now), 'refused', why)
  })

  // Where a form was answered with faults, a reload or another language comes back to the claim.
  app.get('/desk/claims/:id/:what{accept|refuse}', (c) => {
    memberWho(c)
    return c.redirect(hrefIn(c.var.visit.locale, `/desk/claims/${c.req.param('id')}`), 303)
  })

  return app
}

function memberWho(c: Ctx): Member {
  const member = memberIn(c.var.visit)
  if (!mayAnywhere(member, 'organisation.claims')) throw notAllowed()
  return member
}

async function claimAt(c: Ctx, db: Db): Promise<Claim> {
  const { viewer, locale } = c.var.visit
  const id = c.req.param('id') ?? ''
  const claim = isRowId(id) ? await findClaim(db, viewer, id, locale) : undefined
  if (!claim) throw notFound()
  return claim
}

async function answer(c: Ctx, db: Db, decision: Decision, done: 'accepted' | 'refused', why = '') {
  const { locale } = c.var.visit
  if (decision === 'decided') return c.redirect(`${hrefIn(locale, '/desk/claims')}?done=${done}`, 303)
  const claim = await claimAt(c, db)
  const say = speak(locale)
  const message = say('claim.over', { stage: say(`claim.stage.${claim.stage}`) })
  c.status(409)
  return render(c, db, claim, { why, faults: [{ field: 'claim', message }] })
}

async function render(
  c: Ctx,
  db: Db,
  claim: Claim,
  { why = '', faults = [] }: Partial<Pick<OneClaim, 'why' | 'faults'>>,
) {
  const { viewer, locale, now } = c.var.visit
  const people = await listPeopleOf(db, claim.organisation.id, now)
  const editors = people.filter(({ role }) => role === 'organisation-editor')
  const others = await listOthers(db, claim, locale)
  await recordShown(c, db, [...claimantsOf([claim, ...others]), ...editors.map(({ personId }) => personId)])
  const isWaiting = claim.stage === 'waiting'
  const facts = {
    claim,
    editors,
    others,
    mayDecide: isWaiting && canDecide(viewer, claim),
    isOwn: isWaiting && viewer.kind === 'person' && viewer.personId === claim.claimant.id,
    why,
    faults,
  }
  return c.render(<ClaimBody locale={locale} facts={facts} />, {
    title: speak(locale)('claims.title'),
    section: '/desk',
    noindex: true,
  })
}

const claimantsOf = (claims: Claim[]) => claims.map(({ claimant }) => claimant.id)

// Who claims, and who speaks for the organisation already, is shown with their address only on record.
function recordShown(c: Ctx, db: Db, about: string[]): Promise<void> {
  const { now } = c.var.visit
  return recordRead(
    db,
    { who: memberIn(c.var.visit), what: ['community.address', 'community.claims'], about },
    now,
  )
}
