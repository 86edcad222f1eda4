import { readKnown } from '../../community/index.ts'
import { type Handler, later, type ListenerTo, onceFor, transact } from '../../platform/index.ts'
import { resolveWho } from './actions.ts'

declare module '../../platform/index.ts' {
  interface Jobs {
    /** Works out anew who may apply to calls that name country sets. */
    'information.resolveWho': Record<string, never>
  }
}

/** Works out anew who may apply where a call names country sets, which change by date. */
export function resolvingWho(clock: () => Temporal.Instant): Handler<'information.resolveWho'> {
  return async (_, { db, log }) => {
    const day = clock().toZonedDateTimeISO('UTC').toPlainDate().toString()
    const changed = await resolveWho(db, await readKnown(db, day))
    if (changed > 0) log.info({ changed }, 'who may apply has changed with the country sets')
  }
}

/** Works out again who may apply when country sets have other members. */
export const onChangedSets: ListenerTo<'community.setsChanged'> = {
  event: 'community.setsChanged',
  listener: 'information.resolveWho',
  handle: (_, { db, eventId, listener }) =>
    transact(db, async (tx) => {
      if (await onceFor(tx, listener, eventId)) await later(tx, 'information.resolveWho', {})
    }),
}
