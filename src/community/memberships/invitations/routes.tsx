import { type Context, Hono } from 'hono'
import { hrefIn } from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import type { SigningIn } from '../../signing-in/actions.ts'
import { enter, readForm, refuseForeignForm } from '../../signing-in/routes.tsx'
import type { HouseEnv } from '../../visits/model.ts'
import { pageOf } from '../model.ts'
import { joinByInvitation, readInvitation } from '../joining/actions.ts'
import { InvitationBody, InvitationGoneBody } from './views.tsx'

type Ctx = Context<HouseEnv>

/** `/account/invitation`, where the link of an invitation leads, for whoever follows it. */
export function invitationRoutes(signingIn: SigningIn): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get('/account/invitation', (c) => render(c, signingIn, c.req.query('token') ?? ''))

  app.post('/account/invitation', async (c) => {
    refuseForeignForm(c, signingIn)
    const { locale, viewer, network, now } = c.var.visit
    const { token = '', change } = await readForm(c)
    const caller = { headers: c.req.raw.headers, network, now }
    const asked = { token, change: change === 'yes', locale }
    const answer = await joinByInvitation(signingIn, viewer, asked, caller)
    if (answer.kind !== 'joined') {
      if (answer.kind === 'other') c.status(409)
      return render(c, signingIn, token)
    }
    if (answer.opened) return enter(c, answer.opened)
    return c.redirect(`${hrefIn(locale, pageOf(answer.organisationId))}?done=joined`, 303)
  })

  return app
}

async function render(c: Ctx, signingIn: SigningIn, token: string) {
  const { locale, viewer, now } = c.var.visit
  const say = speak(locale)
  const read = await readInvitation(signingIn, token, locale, now)
  if (read.stage !== 'open') {
    c.status(410)
    return c.render(<InvitationGoneBody locale={locale} stage={read.stage} />, {
      title: say('invitation.goneTitle'),
      noindex: true,
    })
  }
  const { invitation, organisation } = read
  const signedInAs = viewer.kind === 'person' ? viewer.email : undefined
  const facts = { token, invitation, organisation, signedInAs }
  return c.render(<InvitationBody locale={locale} {...facts} />, {
    title: say('invitation.title', { organisation: organisation.name }),
    noindex: true,
  })
}
