import {
  isRecordKind,
  organisationKeeper,
  partnerKeeper,
  type RecordKeeper,
  type RecordKindName,
} from '../../community/index.ts'
import { notFound } from '../../platform/index.ts'
import { articleKeeper } from '../articles/actions.ts'
import { conveningKeeper } from '../convenings/actions.ts'
import { eventKeeper } from '../events/actions.ts'
import type { Kind } from '../import/model.ts'
import { houseOpportunityKeeper, opportunityKeeper } from '../opportunities/actions.ts'
import { programmeKeeper } from '../programmes/actions.ts'

/** How records of each kind are kept. */
export const keepers: Record<Kind, RecordKeeper> = {
  opportunities: opportunityKeeper,
  events: eventKeeper,
  articles: articleKeeper,
  programmes: programmeKeeper,
  convenings: conveningKeeper,
  organisations: organisationKeeper,
  partners: partnerKeeper,
}

/** The same for what the house does by itself: it writes what is otherwise written of calls alone. */
export const houseKeepers: Record<Kind, RecordKeeper> = { ...keepers, opportunities: houseOpportunityKeeper }

/** The keeper of a kind that has pages at the desk, by the name it has in addresses. Refuses (404) every other. */
export function deskKeeper(plural: string): RecordKeeper & { kind: RecordKindName } {
  if (!isRecordKind(plural)) throw notFound()
  return { ...keepers[plural], kind: plural }
}
