import { type Db, notAllowed, recordAudit, transact } from '../../platform/index.ts'
import type { Member } from '../people/model.ts'
import { may } from '../roles/permissions.ts'
import type { Setting, Subject } from './model.ts'
import { holdSettings, putSetting, readHouseSettings, readVersion } from './queries.ts'

/** What became of a change: the version it made, or that somebody else had changed it since the version it was made of. */
export type SettingAnswer = { version: number } | { stale: number }

/** A subject with its new value, and the version that the form was made of. */
export type SettingChange = {
  [S in Subject]: { subject: S; version: number; value: Setting<S> }
}[Subject]

/** Sets a subject, as it was typed into a form made of a version of it. Refuses (403) whoever may not. */
export function saveSetting(
  db: Db,
  by: Member,
  given: SettingChange,
  now: Temporal.Instant,
): Promise<SettingAnswer> {
  if (!may(by, 'house.settings', {})) throw notAllowed()
  return transact(db, async (tx) => {
    await holdSettings(tx)
    const version = await readVersion(tx, given.subject)
    if (version !== given.version) return { stale: version }
    const before = (await readHouseSettings(tx))[given.subject]
    if (JSON.stringify(before) === JSON.stringify(given.value)) return { version }
    await putSetting(tx, { ...given, version: version + 1, at: now })
    await recordAudit(tx, {
      who: by.personId,
      what: 'community.changeSettings',
      record: { kind: 'settings', id: given.subject },
      before: before ?? {},
      after: given.value ?? {},
    })
    return { version: version + 1 }
  })
}
