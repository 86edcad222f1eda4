import { createHash } from 'node:crypto'
import { type Db, transact } from '../../../platform/index.ts'
import type { Member } from '../../people/model.ts'
import { saveSetting, type SettingAnswer } from '../actions.ts'
import { logoFault, type LogoFault, pictureIn } from './model.ts'
import { putPicture } from './queries.ts'

/** Puts a picture in place of the star, once its bytes have shown what it is. Refuses (403) whoever may not. */
export async function saveLogo(
  db: Db,
  by: Member,
  given: { version: number; bytes: Uint8Array },
  now: Temporal.Instant,
): Promise<SettingAnswer | { fault: LogoFault }> {
  const fault = logoFault(given.bytes)
  const facts = pictureIn(given.bytes)
  if (fault || !facts) return { fault: fault ?? 'kind' }
  const hash = createHash('sha256').update(given.bytes).digest('hex')
  // First the picture: a setting must not name one that is not there.
  await transact(db, (tx) => putPicture(tx, { ...facts, hash, bytes: given.bytes, at: now }))
  return saveSetting(db, by, { subject: 'logo', version: given.version, value: { hash, ...facts } }, now)
}
