import { type Context, Hono } from 'hono'
import { hrefIn, type Locale } from '../../design/index.ts'
import { isRowId, notAllowed, notFound } from '../../platform/index.ts'
import { speak } from '../messages/index.ts'
import type { Member } from '../people/model.ts'
import { recordRead } from '../privacy/readings/actions.ts'
import type { SigningIn } from '../signing-in/actions.ts'
import { type House, type HouseEnv, memberIn } from '../visits/model.ts'
import { endRole, grantRole, type GrantFault, limitRole } from './actions.ts'
import { DeskBody, RoleBody, RolesBody } from './desk-views.tsx'
import { choicesIn, emptyForm, formOf, readRequest, textOf } from './forms/routes.ts'
import type { RoleForm } from './forms/model.ts'
import { limitsInWords } from './limits/model.ts'
import { type Grant, type Permission, stageOf } from './model.ts'
import { may, mayAnywhere } from './permissions.ts'
import { findGrant, listGrants } from './queries.ts'

type Ctx = Context<HouseEnv>
type Desk = { house: House; signingIn: SigningIn }

/** `/desk`, the staff's front page, and `/desk/roles`, where roles are granted, limited and ended. */
export function deskRoutes(house: House, signingIn: SigningIn): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const desk = { house, signingIn }
  const { roles } = signingIn

  app.get('/desk', (c) => {
    const { locale, viewer } = c.var.visit
    const by = memberIn(c.var.visit)
    if (!mayAnywhere(by, 'desk.open')) throw notAllowed()
    const say = speak(locale)
    const held = by.roles.flatMap(({ id, limits }) => {
      const words = roles.find(id)?.words(locale)
      return words ? [{ name: words.name, words: [...words.does, ...limitsInWords(locale, limits)] }] : []
    })
    const pages = [
      ...(may(viewer, 'roles.manage', {})
        ? [{ href: hrefIn(locale, '/desk/roles'), label: say('roles.title') }]
        : []),
      ...(mayAnywhere(viewer, 'organisation.claims')
        ? [{ href: hrefIn(locale, '/desk/claims'), label: say('claims.title') }]
        : []),
      ...(may(viewer, 'house.settings', {})
        ? [{ href: hrefIn(locale, '/desk/settings'), label: say('settings.title') }]
        : []),
    ]
    return c.render(<DeskBody locale={locale} held={held} pages={pages} />, {
      title: say('desk.title'),
      section: '/desk',
      noindex: true,
    })
  })

  app.get('/desk/roles', (c) => {
    memberWho(c, 'roles.manage')
    return renderRoles(c, desk, emptyForm)
  })

  app.post('/desk/roles', async (c) => {
    const by = memberWho(c, 'roles.manage')
    const { form, request } = await readRequest(c, house)
    if (form.faults.length > 0) return renderRoles(c, desk, form)
    const faults = request ? await grantRole(signingIn, by, request, c.var.visit.now) : untilFault
    if (faults.length === 0) return done(c, 'granted')
    return renderRoles(c, desk, {
      ...form,
      faults: faults.map((fault) => inWords(c.var.visit.locale, fault)),
    })
  })

  addOneRole(app, desk)
  return app
}

function addOneRole(app: Hono<HouseEnv>, desk: Desk): void {
  const { house, signingIn } = desk

  app.get('/desk/roles/:id', async (c) => {
    memberWho(c, 'roles.manage')
    return renderRole(c, desk, await grantAt(c, house))
  })

  app.post('/desk/roles/:id/limit', async (c) => {
    const by = memberWho(c, 'roles.manage')
    const grant = await grantAt(c, house)
    const { form, request } = await readRequest(c, house)
    if (form.faults.length > 0) return renderRole(c, desk, grant, form)
    const faults = request
      ? await limitRole(
          signingIn,
          by,
          { ...request, id: grant.id, locale: c.var.visit.locale },
          c.var.visit.now,
        )
      : untilFault
    if (faults.length === 0) return done(c, 'limited')
    const words = faults.map((fault) => inWords(c.var.visit.locale, fault))
    return renderRole(c, desk, grant, { ...form, faults: words })
  })

  app.post('/desk/roles/:id/end', async (c) => {
    const by = memberWho(c, 'roles.manage')
    const grant = await grantAt(c, house)
    const why = textOf(await c.req.formData().catch(() => new FormData()), 'why')
    if (why === '') {
      const message = speak(c.var.visit.locale)('roles.fault.why')
      return renderRole(c, desk, grant, { ...formOf(grant), faults: [{ field: 'end-why', message }] })
    }
    const { locale, now } = c.var.visit
    await endRole(signingIn, by, { id: grant.id, why, locale }, now)
    return done(c, 'ended')
  })

  // Where a form was answered with faults, a reload or another language comes back to the grant.
  app.get('/desk/roles/:id/:what{limit|end}', (c) => {
    memberWho(c, 'roles.manage')
    return c.redirect(hrefIn(c.var.visit.locale, `/desk/roles/${c.req.param('id')}`), 303)
  })
}

function memberWho(c: Ctx, permission: Permission): Member {
  const member = memberIn(c.var.visit)
  if (!may(member, permission, {})) throw notAllowed()
  return member
}

async function grantAt(c: Ctx, { db }: House): Promise<Grant> {
  const id = c.req.param('id') ?? ''
  const grant = isRowId(id) ? await findGrant(db, id) : undefined
  if (!grant || stageOf(grant, c.var.visit.now) === 'ended') throw notFound()
  return grant
}

const untilFault: GrantFault[] = [{ field: 'until', fault: 'past' }]

function inWords(locale: Locale, found: GrantFault): { field: string; message: string } {
  const say = speak(locale)
  const { field, fault } = found
  if (field === 'email') return { field, message: say('signIn.emailFault') }
  if (field === 'why') return { field, message: say('roles.fault.why') }
  if (field === 'until') return { field, message: say('roles.fault.past') }
  if (field === 'role')
    return { field, message: say(fault === 'already' ? 'roles.fault.already' : 'roles.fault.role') }
  if (fault === 'unknown' && 'value' in found)
    return { field, message: say('roles.fault.unknown', { value: found.value }) }
  return { field, message: say(fault === 'required' ? 'roles.fault.required' : 'roles.fault.not-here') }
}

async function renderRoles(c: Ctx, { house, signingIn }: Desk, form: RoleForm) {
  const { locale, now } = c.var.visit
  const say = speak(locale)
  const doneWord = (['granted', 'limited', 'ended'] as const).find((word) => word === c.req.query('done'))
  if (form.faults.length > 0) c.status(422)
  const grants = await listGrants(house.db, now)
  await recordShown(c, house, [...grants.running, ...grants.over])
  const facts = {
    roles: signingIn.roles,
    ...grants,
    choices: await choicesIn(c, house, form),
    form,
    notice: doneWord && form.faults.length === 0 ? say(`roles.done.${doneWord}`) : undefined,
  }
  return c.render(<RolesBody locale={locale} facts={facts} />, {
    title: say('roles.title'),
    section: '/desk',
    noindex: true,
  })
}

async function renderRole(c: Ctx, { house, signingIn }: Desk, grant: Grant, form = formOf(grant)) {
  const { locale } = c.var.visit
  if (form.faults.length > 0) c.status(422)
  await recordShown(c, house, [grant])
  const role = signingIn.roles.find(grant.role)
  const facts = { form, choices: await choicesIn(c, house, form) }
  return c.render(<RoleBody locale={locale} grant={grant} role={role} facts={facts} />, {
    title: speak(locale)('roles.title'),
    section: '/desk',
    noindex: true,
  })
}

// Addresses of people and what they may do are shown to staff only on record.
function recordShown(c: Ctx, { db }: House, grants: Grant[]): Promise<void> {
  const about = grants.map(({ person }) => person.id)
  const what = ['community.address', 'community.roles']
  return recordRead(db, { who: memberIn(c.var.visit), what, about }, c.var.visit.now)
}

function done(c: Ctx, what: 'granted' | 'limited' | 'ended') {
  return c.redirect(`${hrefIn(c.var.visit.locale, '/desk/roles')}?done=${what}`, 303)
}
