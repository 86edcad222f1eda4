import { type Context, Hono } from 'hono'
import { hrefIn } from '../../design/index.ts'
import { badRequest, isRowId, notFound } from '../../platform/index.ts'
import { listClaimsOf } from '../claims/queries.ts'
import { speak } from '../messages/index.ts'
import type { Member } from '../people/model.ts'
import type { SigningIn } from '../signing-in/actions.ts'
import { readForm } from '../signing-in/routes.tsx'
import { type HouseEnv, memberIn } from '../visits/model.ts'
import { changeMembership, endMembership, type MembershipFault } from './actions.ts'
import {
  type InviteFault,
  inviteMember,
  sendInvitationAgain,
  withdrawInvitation,
} from './invitations/actions.ts'
import { stageOf } from './invitations/model.ts'
import { listInvitations } from './invitations/queries.ts'
import { type NamedOrganisation, pageOf, readMembershipRole } from './model.ts'
import { belongsTo, speaksFor } from './permissions.ts'
import { listMembershipsOf, listPeopleOf, nameOrganisation } from './queries.ts'
import { OrganisationBody, type OrganisationFacts, OwnOrganisationsBody } from './views.tsx'

type Ctx = Context<HouseEnv>

/** `/account/organisations`: where somebody belongs, and the people of each. */
export function membershipRoutes(signingIn: SigningIn): Hono<HouseEnv> {
  const { db } = signingIn
  const app = new Hono<HouseEnv>()

  app.get('/account/organisations', async (c) => {
    const { locale } = c.var.visit
    const by = memberIn(c.var.visit)
    const facts = {
      memberships: await listMembershipsOf(db, by, locale),
      claims: await listClaimsOf(db, by.personId, locale),
      notice: ownNotice(c),
    }
    return c.render(<OwnOrganisationsBody locale={locale} facts={facts} />, {
      title: speak(locale)('membership.title'),
      section: '/account',
      noindex: true,
    })
  })

  app.get('/account/organisations/:id', async (c) => {
    memberIn(c.var.visit)
    return render(c, signingIn, await organisationAt(c, signingIn), {})
  })

  addPeople(app, signingIn)
  addInvitations(app, signingIn)
  // Where a form was answered with faults, a reload or another language comes back to the organisation.
  const back = (c: Ctx) => {
    memberIn(c.var.visit)
    return c.redirect(hrefIn(c.var.visit.locale, pageOf(c.req.param('id') ?? '')), 303)
  }
  app.get('/account/organisations/:id/invitations', back)
  app.get('/account/organisations/:id/invitations/:invitation/:what{send|withdraw}', back)
  app.get('/account/organisations/:id/people/:person/:what{role|end}', back)
  return app
}

function addPeople(app: Hono<HouseEnv>, signingIn: SigningIn): void {
  const { db } = signingIn

  app.post('/account/organisations/:id/people/:person/role', async (c) => {
    const { by, organisation, personId } = await personAt(c, signingIn)
    const role = readMembershipRole((await readForm(c))['role'])
    if (!role) throw badRequest()
    const change = { organisationId: organisation.id, personId, role }
    const fault = await changeMembership(db, by, change, c.var.visit.now)
    return fault ? renderFault(c, signingIn, organisation, fault) : done(c, organisation, 'changed')
  })

  app.post('/account/organisations/:id/people/:person/end', async (c) => {
    const { by, organisation, personId } = await personAt(c, signingIn)
    const place = { organisationId: organisation.id, personId }
    const fault = await endMembership(db, by, place, c.var.visit.now)
    if (fault) return renderFault(c, signingIn, organisation, fault)
    if (personId !== by.personId) return done(c, organisation, 'ended')
    return c.redirect(`${hrefIn(c.var.visit.locale, '/account/organisations')}?done=left`, 303)
  })
}

function addInvitations(app: Hono<HouseEnv>, signingIn: SigningIn): void {
  app.post('/account/organisations/:id/invitations', async (c) => {
    const { locale, now } = c.var.visit
    const by = memberIn(c.var.visit)
    const organisation = await organisationAt(c, signingIn)
    const { email = '', role: wanted = '' } = await readForm(c)
    const role = readMembershipRole(wanted)
    const say = speak(locale)
    const asked = { organisationId: organisation.id, email, role: role ?? 'organisation-member', locale }
    // Who may not invite is refused before the form is read.
    if (!role && speaksFor(by, organisation.id)) {
      c.status(422)
      const faults = [{ field: 'role', message: say('invitation.fault.role') }]
      return render(c, signingIn, organisation, { form: { email, role: '' }, faults })
    }
    const fault = await inviteMember(signingIn, by, asked, now)
    if (!fault) return done(c, organisation, 'invited')
    c.status(fault === 'often' ? 429 : 422)
    const faults = [{ field: 'email', message: inviteFault(c, fault) }]
    return render(c, signingIn, organisation, { form: { email, role: wanted }, faults })
  })

  app.post('/account/organisations/:id/invitations/:invitation/send', async (c) => {
    const { by, organisation, id } = await invitationAt(c, signingIn)
    const { locale, now } = c.var.visit
    const place = { organisationId: organisation.id, id, locale }
    const fault = await sendInvitationAgain(signingIn, by, place, now)
    return fault ? renderInvitationFault(c, signingIn, organisation, fault) : done(c, organisation, 'sent')
  })

  app.post('/account/organisations/:id/invitations/:invitation/withdraw', async (c) => {
    const { by, organisation, id } = await invitationAt(c, signingIn)
    const fault = await withdrawInvitation(
      signingIn,
      by,
      { organisationId: organisation.id, id },
      c.var.visit.now,
    )
    return fault
      ? renderInvitationFault(c, signingIn, organisation, fault)
      : done(c, organisation, 'withdrawn')
  })
}

/** The organisation of an address, for one of its people; to everybody else it is not there. */
async function organisationAt(c: Ctx, { db }: SigningIn): Promise<NamedOrganisation> {
  const { viewer, locale } = c.var.visit
  const id = c.req.param('id') ?? ''
  const organisation = belongsTo(viewer, id) ? await nameOrganisation(db, id, locale) : undefined
  if (!organisation) throw notFound()
  return organisation
}

async function personAt(c: Ctx, signingIn: SigningIn) {
  const by: Member = memberIn(c.var.visit)
  const organisation = await organisationAt(c, signingIn)
  const personId = c.req.param('person') ?? ''
  if (!isRowId(personId)) throw notFound()
  return { by, organisation, personId }
}

async function invitationAt(c: Ctx, signingIn: SigningIn) {
  const by: Member = memberIn(c.var.visit)
  return { by, organisation: await organisationAt(c, signingIn), id: c.req.param('invitation') ?? '' }
}

function inviteFault(c: Ctx, fault: InviteFault): string {
  const say = speak(c.var.visit.locale)
  return fault === 'address' ? say('signIn.emailFault') : say(`invitation.fault.${fault}`)
}

function renderFault(c: Ctx, signingIn: SigningIn, organisation: NamedOrganisation, _: MembershipFault) {
  c.status(409)
  const message = speak(c.var.visit.locale)('membership.last')
  return render(c, signingIn, organisation, { faults: [{ field: 'people', message }] })
}

function renderInvitationFault(
  c: Ctx,
  signingIn: SigningIn,
  organisation: NamedOrganisation,
  fault: 'often' | 'gone',
) {
  c.status(fault === 'often' ? 429 : 409)
  const message = speak(c.var.visit.locale)(`invitation.fault.${fault}`)
  return render(c, signingIn, organisation, { faults: [{ field: 'invitations', message }] })
}

const notices = {
  changed: 'membership.done.changed',
  ended: 'membership.done.ended',
  joined: 'membership.done.joined',
  invited: 'membership.done.invited',
  sent: 'membership.done.sent',
  withdrawn: 'membership.done.withdrawn',
} as const

function done(c: Ctx, { id }: NamedOrganisation, what: keyof typeof notices) {
  return c.redirect(`${hrefIn(c.var.visit.locale, pageOf(id))}?done=${what}`, 303)
}

function ownNotice(c: Ctx): string | undefined {
  const say = speak(c.var.visit.locale)
  if (c.req.query('done') === 'left') return say('membership.done.left')
  return c.req.query('done') === 'withdrawn-claim' ? say('claim.done.withdrawn') : undefined
}

async function render(
  c: Ctx,
  { db }: SigningIn,
  organisation: NamedOrganisation,
  { form = { email: '', role: '' }, faults = [] }: Partial<Pick<OrganisationFacts, 'form' | 'faults'>>,
) {
  const { locale, now } = c.var.visit
  const by = memberIn(c.var.visit)
  const isEditor = speaksFor(by, organisation.id)
  const people = await listPeopleOf(db, organisation.id, now)
  const pending = isEditor ? await listInvitations(db, organisation.id) : []
  const [, notice] = Object.entries(notices).find(([what]) => what === c.req.query('done')) ?? []
  const facts: OrganisationFacts = {
    organisation,
    reader: { personId: by.personId, role: isEditor ? 'organisation-editor' : 'organisation-member' },
    people,
    invitations: pending.map((invitation) => ({ invitation, stage: stageOf(invitation, people, now) })),
    form,
    notice: notice && faults.length === 0 ? speak(locale)(notice) : undefined,
    faults,
  }
  return c.render(<OrganisationBody locale={locale} facts={facts} />, {
    title: organisation.name,
    section: '/account',
    noindex: true,
  })
}
