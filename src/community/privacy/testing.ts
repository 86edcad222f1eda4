/** For tests only: somebody in every table that holds something about them. */
import { type RawBuilder, sql } from 'kysely'
import { now, plant as plantRecords } from '../../information/testing.ts'
import { type Db, recordAudit, transact } from '../../platform/index.ts'
import type { Member } from '../people/model.ts'
import { recordRead } from './readings/actions.ts'

/**
 * Plants a row about somebody in each table of second factors, tokens, profiles, partners, organisations and looks, in words that
 * are found nowhere else, those that are secret ending so, and some rows about another.
 */
export async function plantHeld(db: Db, [member, another]: readonly [Member, Member]): Promise<void> {
  const { personId: id, email: address } = member
  await plantRecords(db, 'organisations', [{ id: 'house', name: 'House' }])
  const [me, them] = [sql`${id}::uuid`, sql`${another.personId}::uuid`]
  const claim = sql`insert into community.claim (organisation_id, person_id, standing, reason, proof, proof_url, address_matches,
    made_at, stage, decided_at, decided_by, decided_why)`
  const invitation = sql`insert into community.membership_invitation (organisation_id, email, role, invited_at, invited_by,
    expires_at, outcome, ended_at, ended_by)`
  const inAWeek = sql`now() + interval '7 days'`
  for (const statement of [
    sql`insert into community.passkey (person_id, credential_id, public_key, counter, transports, name, made_at)
      values (${me}, 'Quarkophone credential secret', '', 0, '{}', 'Quarkophone', now())`,
    sql`insert into community.passkey_challenge values ('Quarkophone asked secret', 'Quarkophone challenge secret', ${me}, ${inAWeek})`,
    sql`insert into community.authenticator (person_id, sealed_key, made_at) values (${me}, 'Quarkophone sealed secret', now())`,
    sql`insert into community.recovery_code values (${me}, 'Quarkophone code secret', now(), null)`,
    sql`insert into community.second_step values ('Quarkophone step secret', ${me}, 'link', '/events?q=Quarkophone', 0, ${inAWeek})`,
    sql`insert into community.token (person_id, name, token_hash, scopes, made_at, expires_at)
      values (${me}, 'Quarkophone', 'Quarkophone token secret', '{}', now(), ${inAWeek})`,
    sql`insert into community.account (person_id, account_id, provider_id) values (${me}, 'zebulon.quark', 'https://id.example')`,
    sql`insert into community.known_network values (${me}, 'Quarkophone network secret', now())
      on conflict (person_id, network_hash) do nothing`,
    sql`insert into community.attempt (key, since, until, count) values (${`Quarkophone attempt secret ${id}`}, now(), ${inAWeek}, 1)`,
    sql`update community.profile set latin_name = 'Zebulon Quarkophone', slug = 'zebulon-quark', citizenships = '{KH}',
      public_since = now() where person_id = ${me}`,
    sql`insert into community.residence (person_id, place_code, stated_at) values (${me}, 'KH', now())`,
    sql`insert into community.partner (id, kind) values ('guild', 'organisation')`,
    sql`insert into community.partner_contact (partner_id, version, email, changed_at) values ('guild', 1, ${address}, now())`,
    sql`insert into community.partner_agreement values ('guild', ${me}, now()), ('guild', ${them}, now())`,
    sql`${invitation} values ('house', ${address}, 'organisation-member', now(), ${them}, ${inAWeek}, null, null, null),
      ('house', 'zebulon.quark.lost@needle.example', 'organisation-member', now(), ${them}, ${inAWeek}, 'joined', now(), ${me}),
      ('house', ${address}, 'organisation-editor', now(), ${them}, ${inAWeek}, 'withdrawn', now(), ${them}),
      ('house', 'third@culture.example', 'organisation-member', now(), ${me}, ${inAWeek}, null, null, null)`,
    sql`${claim} values
      ('house', ${me}, 'quarks words', 'quarks words', 'quarks words', 'https://zebulon.quark.example', true, now(), 'waiting',
        null, null, null),
      ('house', ${me}, 'quarks words', 'quarks words', 'quarks words', 'https://zebulon.quark.example', true, now(), 'refused',
        now(), ${them}, 'quarks words'),
      ('house', ${them}, 'Director', 'Ours', null, null, true, now(), 'refused', now(), ${me}, 'Not known')`,
    sql`insert into community.notice (person_id, kind, details, told_at) values (${them}, 'community.claimMade',
      ${JSON.stringify({ organisation: 'house', name: 'House', who: 'Zebulon Quarkström', person: id })}::jsonb, now())`,
  ])
    await statement.execute(db)
  await plantDeskWork(db, me, them)
  for (const [who, about] of [
    [member, another],
    [another, member],
  ] as const)
    await recordRead(db, { who, what: ['community.address'], about: [about.personId] }, now)
  await transact(db, (tx) =>
    recordAudit(tx, {
      who: id,
      what: 'community.makeToken',
      record: { kind: 'tokens', id: 'x' },
      after: { name: 'Quarkophone' },
    }),
  )
}

async function plantDeskWork(db: Db, me: RawBuilder<unknown>, them: RawBuilder<unknown>): Promise<void> {
  const remark = sql`insert into community.remark (kind, record_id, said, said_at, said_by, settled_at, settled_by)`
  for (const statement of [
    sql`update community.record set changed_by = ${me}, changed_why = 'quarks words' where id = 'house'`,
    sql`insert into community.revision values ('organisations', 'house', 0, '{}', now(), ${me}, 'quarks words'),
      ('organisations', 'house', -1, '{}', now(), ${them}, 'As they asked')`,
    sql`insert into community.schedule (kind, record_id, lang, becomes, wall, zone, due, asked_at, asked_by)
      values ('organisations', 'house', 'en', 'archived', '2027-01-01', 'UTC', '2027-01-01Z', now(), ${me})`,
    sql`${remark} values ('organisations', 'house', 'quarks words', now(), ${me}, now(), ${them}),
      ('organisations', 'house', 'Needs a picture', now(), ${me}, null, null),
      ('organisations', 'house', 'Needs a website', now(), ${them}, now(), ${me})`,
    sql`insert into community.assignment values ('organisations', 'house', ${me}, now(), ${them})`,
  ])
    await statement.execute(db)
}
