import type { FileStore, Handler } from '../../platform/index.ts'
import { makePicture } from './actions.ts'

/** Makes what pages show of a picture. */
export const makingPicture =
  (files: FileStore, now: () => Temporal.Instant): Handler<'community.makePicture'> =>
  ({ id }, { db, attempt }) =>
    makePicture(db, files, id, { attempt, now })
