/** Which room does which job, hears which event, and what is done at set times. */
import { tidyingSignIn } from './community/sessions/jobs.ts'
import { loadingDemonstration } from './information/demonstration/jobs.ts'
import { importingFile } from './information/import/jobs.ts'
import { extendingOccurrences } from './information/occurrences/jobs.ts'
import { resolvingWho } from './information/opportunities/jobs.ts'
import { rebuildingSearch, tidyingSearches } from './information/search/jobs.ts'
import {
  type Database,
  type EveryHandler,
  type JobWorker,
  type Listener,
  type Log,
  openRelay,
  openWork,
  type Schedule,
  type Settings,
} from './platform/index.ts'

type Wiring = {
  database: Database
  log: Log
  settings: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'dataDir'>
  clock(): Temporal.Instant
}

/** The worker of the house; it begins with its `start`. */
export function openWorker({ database, log, settings, clock }: Wiring): JobWorker {
  const { smtpUrl, mailFrom, dataDir } = settings
  const relay = smtpUrl && mailFrom ? openRelay(smtpUrl, mailFrom) : undefined
  return openWork(database, log, { handlers: handlers(clock), listeners, schedules, relay, dataDir })
}

function handlers(clock: () => Temporal.Instant): EveryHandler {
  return {
    'information.extendOccurrences': extendingOccurrences(clock),
    'community.tidySignIn': tidyingSignIn(clock),
    'information.importFile': importingFile(clock),
    'information.loadDemonstration': loadingDemonstration(clock),
    'information.rebuildSearch': rebuildingSearch(),
    'information.resolveWho': resolvingWho(clock),
    'information.tidySearches': tidyingSearches(clock),
  }
}

/** Nobody listens yet: the rooms that will (audience, practice) are to be built. */
const listeners: Listener[] = []

const schedules: Schedule[] = [
  { name: 'information.extendOccurrences', cron: '41 0 * * *', zone: 'UTC', payload: {} },
  { name: 'community.tidySignIn', cron: '41 3 * * *', zone: 'UTC', payload: {} },
  { name: 'information.tidySearches', cron: '47 3 * * *', zone: 'UTC', payload: {} },
  { name: 'information.resolveWho', cron: '23 0 * * *', zone: 'UTC', payload: {} },
]
