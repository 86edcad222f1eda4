import { type Handler, later, type ListenerTo, onceFor, transact } from '../../platform/index.ts'
import { projectCalls, turnCalls } from './turning/actions.ts'

declare module '../../platform/index.ts' {
  interface Jobs {
    /** Opens and closes calls whose moment has come. */
    'practice.turnCalls': Record<string, never>
    /** Works out anew who may apply to calls that are not over. */
    'practice.projectWho': Record<string, never>
  }
}

/** Opens and closes calls, every minute, as wall times are given to the minute. */
export function turningCalls(clock: () => Temporal.Instant): Handler<'practice.turnCalls'> {
  return async (_, { db, log }) => {
    const turned = await turnCalls(db, clock())
    if (turned.length > 0) log.info({ calls: turned }, 'calls were opened or closed by the clock')
  }
}

/** Works out anew who may apply, each night and when country sets have other members. */
export function projectingWho(clock: () => Temporal.Instant): Handler<'practice.projectWho'> {
  return async (_, { db }) => {
    await projectCalls(db, clock())
  }
}

/** Works out again who may apply when country sets have other members. */
export const onChangedSetsOfCalls: ListenerTo<'community.setsChanged'> = {
  event: 'community.setsChanged',
  listener: 'practice.projectWho',
  handle: (_, { db, eventId, listener }) =>
    transact(db, async (tx) => {
      if (await onceFor(tx, listener, eventId)) await later(tx, 'practice.projectWho', {})
    }),
}
