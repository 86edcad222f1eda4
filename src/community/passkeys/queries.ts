import { sql } from 'kysely'
import { type Db, firstRow, rows, type Tx } from '../../platform/index.ts'
import type { Passkey, PasskeyLine } from './model.ts'

/** Answers a person's passkeys, the oldest first. */
export async function listPasskeys(db: Db, personId: string): Promise<PasskeyLine[]> {
  const found = await rows<{ id: string; name: string; made_at: Date; used_at: Date | null }>(
    db,
    sql`select id, name, made_at, used_at from community.passkey where person_id = ${personId}::uuid
      order by made_at, id`,
  )
  return found.map(({ id, name, made_at, used_at }) => ({
    id,
    name,
    madeAt: made_at.toTemporalInstant(),
    usedAt: used_at?.toTemporalInstant(),
  }))
}

/** Answers how a person's devices name their passkeys, so that none is made twice on one device. */
export async function listCredentials(
  db: Db,
  personId: string,
): Promise<{ id: string; transports: string[] }[]> {
  return rows(
    db,
    sql`select credential_id as id, transports from community.passkey where person_id = ${personId}::uuid`,
  )
}

/** Answers the passkey a device names so; undefined when it is not known here. */
export async function findPasskey(db: Db, credentialId: string): Promise<Passkey | undefined> {
  type Row = {
    id: string
    person_id: string
    demonstration: boolean
    public_key: Uint8Array
    counter: string | number
    transports: string[]
  }
  const row = await firstRow<Row>(
    db,
    sql`select k.id, k.person_id, p.demonstration, k.public_key, k.counter, k.transports
      from community.passkey k join community.person p on p.id = k.person_id
      where k.credential_id = ${credentialId}`,
  )
  return (
    row && {
      id: row.id,
      personId: row.person_id,
      demonstration: row.demonstration,
      credentialId,
      publicKey: new Uint8Array(row.public_key),
      counter: Number(row.counter),
      transports: row.transports,
    }
  )
}

/** Writes a passkey down; false when the device's name of it is taken. */
export async function insertPasskey(
  tx: Tx,
  passkey: Omit<Passkey, 'id' | 'demonstration'> & { name: string; now: Temporal.Instant },
): Promise<boolean> {
  const row = await firstRow(
    tx,
    sql`insert into community.passkey (person_id, credential_id, public_key, counter, transports, name, made_at)
      values (${passkey.personId}::uuid, ${passkey.credentialId}, ${Buffer.from(passkey.publicKey)}, ${passkey.counter}::bigint,
        ${passkey.transports}::text[], ${passkey.name}, ${passkey.now.toString()}::timestamptz)
      on conflict (credential_id) do nothing returning id`,
  )
  return row !== undefined
}

/** Writes down that a passkey was used; false when it says that it was used less often than is known, as a copy would. */
export async function saveUse(db: Db, id: string, counter: number, now: Temporal.Instant): Promise<boolean> {
  const row = await firstRow(
    db,
    sql`update community.passkey set counter = ${counter}::bigint, used_at = ${now.toString()}::timestamptz
      where id = ${id}::uuid and (counter < ${counter}::bigint or (counter = 0 and ${counter}::bigint = 0)) returning id`,
  )
  return row !== undefined
}

/** Gives a passkey of a person another name; false when it is not theirs. */
export async function savePasskeyName(tx: Tx, personId: string, id: string, name: string): Promise<boolean> {
  const row = await firstRow(
    tx,
    sql`update community.passkey set name = ${name} where id = ${id}::uuid and person_id = ${personId}::uuid
      returning id`,
  )
  return row !== undefined
}

/** Takes a passkey of a person away; false when it is not theirs. */
export async function dropPasskey(tx: Tx, personId: string, id: string): Promise<boolean> {
  const row = await firstRow(
    tx,
    sql`delete from community.passkey where id = ${id}::uuid and person_id = ${personId}::uuid returning id`,
  )
  return row !== undefined
}

/** Writes down what is to be signed, and by whom it is asked for: a person's new passkey, or whoever signs in (null). */
export async function insertChallenge(
  db: Db,
  asked: { hash: string; challenge: string; personId: string | null; expiresAt: Temporal.Instant },
): Promise<void> {
  await sql`insert into community.passkey_challenge (token_hash, challenge, person_id, expires_at)
    values (${asked.hash}, ${asked.challenge}, ${asked.personId}::uuid, ${asked.expiresAt.toString()}::timestamptz)`.execute(
    db,
  )
}

/** Uses up what was to be signed; undefined when there is no such thing, it was for something else, or has run out. */
export async function consumeChallenge(
  db: Db,
  asked: { hash: string; personId: string | null; now: Temporal.Instant },
): Promise<string | undefined> {
  const row = await firstRow<{ challenge: string }>(
    db,
    sql`delete from community.passkey_challenge where token_hash = ${asked.hash}
        and person_id is not distinct from ${asked.personId}::uuid and expires_at > ${asked.now.toString()}::timestamptz
      returning challenge`,
  )
  return row?.challenge
}
