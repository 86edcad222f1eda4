import { type Context, Hono } from 'hono'
import { hrefIn } from '../../design/index.ts'
import { changeOf } from '../factors/permissions.ts'
import { findFactors } from '../factors/queries.ts'
import { speak } from '../messages/index.ts'
import type { SigningIn } from '../signing-in/actions.ts'
import { readForm } from '../signing-in/routes.tsx'
import { type HouseEnv, memberIn } from '../visits/model.ts'
import { offerKey, readOffer, renewRecoveryCodes, switchOff, switchOn } from './actions.ts'
import { keyAddress } from './model.ts'
import { CodesBody, type CodesFacts, RecoveryBody } from './views.tsx'

type Ctx = Context<HouseEnv>

/** `/account/codes`: codes from an app, set up, switched off, and the recovery codes made anew. */
export function codeRoutes(signingIn: SigningIn): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get('/account/codes', (c) => render(c, signingIn, {}))

  app.post('/account/codes/key', async (c) => {
    await offerKey(signingIn, memberIn(c.var.visit), c.var.visit.now)
    return c.redirect(hrefIn(c.var.visit.locale, '/account/codes'), 303)
  })

  // The recovery codes stand in the answer itself: to show them after a redirect they would have to be kept somewhere.
  app.post('/account/codes', async (c) => {
    const { locale, now } = c.var.visit
    const { code = '' } = await readForm(c)
    const say = speak(locale)
    const answer = await switchOn(signingIn, memberIn(c.var.visit), code, now)
    if (answer === 'wrong')
      return render(c, signingIn, { fault: { form: 'on', message: say('codes.fault.wrong') } })
    if (answer === 'gone') {
      c.status(410)
      return render(c, signingIn, { notice: say('codes.fault.gone') })
    }
    return renderRecovery(c, answer, say('recovery.on'))
  })

  app.post('/account/codes/end', async (c) => {
    const { locale, now } = c.var.visit
    const { code = '' } = await readForm(c)
    if (await switchOff(signingIn, memberIn(c.var.visit), code, now))
      return c.redirect(`${hrefIn(locale, '/account')}?done=codes`, 303)
    return render(c, signingIn, { fault: { form: 'off', message: speak(locale)('codes.fault.wrong') } })
  })

  app.post('/account/codes/recovery', async (c) => {
    const { locale, now } = c.var.visit
    const { code = '' } = await readForm(c)
    const codes = await renewRecoveryCodes(signingIn, memberIn(c.var.visit), code, now)
    if (codes) return renderRecovery(c, codes, undefined)
    return render(c, signingIn, { fault: { form: 'renew', message: speak(locale)('codes.fault.wrong') } })
  })

  // Where a form was answered, a reload or another language comes back to the page of codes.
  app.get('/account/codes/:part{key|end|recovery}', (c) => {
    memberIn(c.var.visit)
    return c.redirect(hrefIn(c.var.visit.locale, '/account/codes'), 303)
  })
  return app
}

async function render(c: Ctx, signingIn: SigningIn, answer: Pick<CodesFacts, 'notice' | 'fault'>) {
  const { locale, now } = c.var.visit
  const by = memberIn(c.var.visit)
  const factors = await findFactors(signingIn.db, by.personId)
  const key = await readOffer(signingIn, by, now)
  const house = new URL(signingIn.publicUrl).hostname
  const offer = key === undefined ? undefined : { key, address: keyAddress(key, house, by.email) }
  const facts = { factors, change: changeOf(by, factors, now), offer, ...answer }
  if (answer.fault) c.status(422)
  return c.render(<CodesBody locale={locale} facts={facts} />, {
    title: speak(locale)('codes.title'),
    section: '/account',
    noindex: true,
  })
}

function renderRecovery(c: Ctx, codes: readonly string[], notice: string | undefined) {
  const { locale } = c.var.visit
  return c.render(<RecoveryBody locale={locale} codes={codes} notice={notice} />, {
    title: speak(locale)('recovery.title'),
    section: '/account',
    noindex: true,
  })
}
