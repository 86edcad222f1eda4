import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { hashOf } from '../links/actions.ts'
import { speak } from '../messages/index.ts'
import type { SigningIn } from '../signing-in/actions.ts'
import { type GivenCode, takeSecondStep } from '../signing-in/entering/actions.ts'
import { callerOf, enter, readForm, refuseForeignForm } from '../signing-in/routes.tsx'
import type { HouseEnv } from '../visits/model.ts'
import { stepCookie } from './model.ts'
import { hasStep } from './queries.ts'
import { StepBody, type StepFault, StepGoneBody } from './views.tsx'

type Ctx = Context<HouseEnv>

/** `/sign-in/code`: the second step, in the browser that did the first. */
export function secondStepRoutes(signingIn: SigningIn): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get('/sign-in/code', async (c) => {
    const token = getCookie(c, stepCookie)
    const there = token !== undefined && (await hasStep(signingIn.db, hashOf(token), c.var.visit.now))
    return there ? render(c, undefined) : renderGone(c)
  })

  app.post('/sign-in/code', async (c) => {
    refuseForeignForm(c, signingIn)
    const given = givenIn(await readForm(c))
    const answer = await takeSecondStep(signingIn, getCookie(c, stepCookie) ?? '', given, callerOf(c))
    if (answer.kind === 'opened') return enter(c, answer)
    return answer.kind === 'gone' ? renderGone(c) : render(c, faultOf(c, given))
  })

  return app
}

const givenIn = ({ code = '', recovery }: Record<string, string>): GivenCode =>
  recovery === undefined ? { kind: 'code', code } : { kind: 'recovery-code', code: recovery }

function faultOf(c: Ctx, { kind }: GivenCode): StepFault {
  const say = speak(c.var.visit.locale)
  return kind === 'code'
    ? { field: 'code', message: say('codes.fault.wrong') }
    : { field: 'recovery', message: say('step.recoveryFault') }
}

function render(c: Ctx, fault: StepFault | undefined) {
  const { locale } = c.var.visit
  if (fault) c.status(422)
  const title = speak(locale)('step.title')
  return c.render(<StepBody locale={locale} fault={fault} />, { title, section: '/sign-in', noindex: true })
}

function renderGone(c: Ctx) {
  const { locale } = c.var.visit
  c.status(410)
  return c.render(<StepGoneBody locale={locale} />, { title: speak(locale)('step.gone'), noindex: true })
}
