export { announce, onceFor } from './announcements.ts'
export { forgetCarried, readCarried } from './forgetting.ts'
export {
  cancelJob,
  type Job,
  JobCancelled,
  type JobState,
  later,
  listFailedJobs,
  readJob,
  tryJobAgain,
} from './later.ts'
// All of it, because rooms add to the interfaces in it through the front door.
export * from './names.ts'
export type { JobChoices } from './queue.ts'
export { type Duties, type JobWorker, openWork } from './worker.ts'
