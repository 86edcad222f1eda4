/** Which room does which job, hears which event, and what is done at set times. */
import { keyedBy } from './community/index.ts'
import { digestSchedule, mailingDigests, mailingNotices } from './community/notices/jobs.ts'
import { doingWhatIsDue, dueSchedule } from './community/schedules/jobs.ts'
import { makingPicture } from './community/pictures/jobs.ts'
import { applyingRetention } from './community/privacy/retention/jobs.ts'
import { houseGuests } from './commands.ts'
import { houseHeld } from './held.ts'
import { tellingOfEndingTokens } from './community/tokens/jobs.ts'
import { checksSchedule, lookingAgain, lookingAtRecords } from './information/checks/jobs.ts'
import { workingOnBulks } from './information/desk/bulks/jobs.ts'
import { loadingDemonstration } from './information/demonstration/jobs.ts'
import { importingFile } from './information/import/jobs.ts'
import { keepers } from './information/index.ts'
import { extendingOccurrences } from './information/occurrences/jobs.ts'
import { onMergedTerm, rewritingMerged, rewritingStrays } from './information/merging/jobs.ts'
import { onChangedSets, resolvingWho } from './information/opportunities/jobs.ts'
import { rebuildingSearch, tidyingSearches } from './information/search/jobs.ts'
import { houseNotices } from './notices.ts'
import { onChangedSetsOfCalls, projectingWho, turningCalls } from './practice/calls/jobs.ts'
import { loadDemonstrationCalls } from './practice/index.ts'
import { houseRoles } from './roles.ts'
import {
  type Database,
  type EveryHandler,
  type JobWorker,
  type Listener,
  type Log,
  openLocalFiles,
  openRelay,
  openWork,
  type Schedule,
  type Settings,
} from './platform/index.ts'

type Wiring = {
  database: Database
  log: Log
  settings: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'dataDir' | 'publicUrl' | 'demonstration'>
  /** What the links in letters are signed with. */
  secret: string
  clock(): Temporal.Instant
}

/** The worker of the house; it begins with its `start`. */
export function openWorker(wiring: Wiring): JobWorker {
  const { database, log, settings } = wiring
  const { smtpUrl, mailFrom, dataDir } = settings
  const relay = smtpUrl && mailFrom ? openRelay(smtpUrl, mailFrom) : undefined
  return openWork(database, log, { handlers: handlers(wiring), listeners, schedules, relay, dataDir })
}

function handlers({ settings, secret, clock }: Wiring): EveryHandler {
  const mail = {
    notices: houseNotices,
    publicUrl: settings.publicUrl,
    demonstration: settings.demonstration === 'full',
    keyOf: keyedBy(secret),
  }
  return {
    'community.doWhatIsDue': doingWhatIsDue(clock, keepers),
    'community.makePicture': makingPicture(openLocalFiles(settings.dataDir), clock),
    'community.mailDigests': mailingDigests(clock),
    'community.mailNotices': mailingNotices(mail, clock),
    'information.extendOccurrences': extendingOccurrences(clock),
    'community.applyRetention': applyingRetention(clock, houseHeld, openLocalFiles(settings.dataDir)),
    'community.tellOfEndingTokens': tellingOfEndingTokens(clock),
    'information.importFile': importingFile(clock, houseGuests),
    'information.loadDemonstration': loadingDemonstration(clock, [loadDemonstrationCalls]),
    'information.lookAgain': lookingAgain(clock),
    'information.lookAtRecords': lookingAtRecords(clock),
    'information.rebuildSearch': rebuildingSearch(),
    'information.resolveWho': resolvingWho(clock),
    'information.rewriteMerged': rewritingMerged(clock),
    'information.rewriteStrays': rewritingStrays(clock),
    'information.tidySearches': tidyingSearches(clock),
    'practice.projectWho': projectingWho(clock),
    'practice.turnCalls': turningCalls(clock),
    'information.workOnBulk': workingOnBulks(clock, houseRoles),
  }
}

const listeners: Listener[] = [onMergedTerm, onChangedSets, onChangedSetsOfCalls]

const schedules: Schedule[] = [
  { name: 'information.extendOccurrences', cron: '41 0 * * *', zone: 'UTC', payload: {} },
  { name: 'information.tidySearches', cron: '47 3 * * *', zone: 'UTC', payload: {} },
  checksSchedule,
  digestSchedule,
  dueSchedule,
  { name: 'community.applyRetention', cron: '41 3 * * *', zone: 'UTC', payload: {} },
  { name: 'community.tellOfEndingTokens', cron: '47 3 * * *', zone: 'UTC', payload: {} },
  { name: 'information.rewriteStrays', cron: '31 2 * * *', zone: 'UTC', payload: {} },
  { name: 'information.resolveWho', cron: '23 0 * * *', zone: 'UTC', payload: {} },
  { name: 'practice.projectWho', cron: '29 0 * * *', zone: 'UTC', payload: {} },
  { name: 'practice.turnCalls', cron: '* * * * *', zone: 'UTC', payload: {} },
]
