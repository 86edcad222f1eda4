import {
  type House,
  langsOf,
  mayEditField,
  mayEditText,
  mayWrite,
  type Member,
  mostPictures,
  newPicture,
  originalLangOf,
  picturesIn,
  readKeptPictures,
  readRecord,
  type RecordPicture,
  takePicture,
  type Viewer,
} from '../../../community/index.ts'
import { conflict, type Fault, notAllowed, notFound, type PictureFault } from '../../../platform/index.ts'
import { deskKeeper, keepers } from '../../keepers/actions.ts'
import type { DeskKind } from '../fields/model.ts'
import { mayRead } from '../opening/permissions.ts'
import { type Pictured, picturedOf, type PictureForm, pictureOf, seenOf, withWords } from './model.ts'

/**
 * The record at an address of the desk with its pictures. Refuses (404) where there is none of which the viewer may edit
 * the original, or any language of what they may read.
 */
export async function findPictured(
  { db }: House,
  viewer: Viewer,
  { kind: named, id }: { kind: string; id: string },
): Promise<Pictured> {
  const { kind } = deskKeeper(named)
  const kept = await readRecord(db, kind, id)
  if (!kept) throw notFound()
  const { record } = kept
  const original = originalLangOf(record)
  const isRead = mayRead(viewer, kind, record, original)
  const langs = langsOf(record)
  const writes = langs.some((lang) => mayWrite(viewer, kind, record, lang))
  if (!mayWrite(viewer, kind, record, original) && !(isRead && writes)) throw notFound()
  const pictures = picturesIn(record)
  const files = await readKeptPictures(
    db,
    pictures.map((picture) => picture.id),
  )
  return picturedOf({
    kind,
    id,
    record,
    pictures: pictures.map((picture) => ({ ...picture, kept: files.get(picture.id) })),
    mayChange: mayEditField(viewer, kind, record, 'pictures'),
    mayWords: langs.filter((lang) => mayEditText(viewer, kind, record, lang)),
    mayRead: isRead,
  })
}

/** Why pictures stay as they are. */
export type Unsaved = { fault: PictureFault | 'too-many' | 'there-already' } | { faults: Fault[] }

type Editing = { by: Member; now: Temporal.Instant }

/** Takes a picture into the house and gives it to a record, after those it has. Refuses (403) who may not change them. */
export async function addPicture(
  house: House,
  { kind, id, pictures, mayChange }: Pictured,
  bytes: Uint8Array,
  editing: Editing,
): Promise<{ id: string } | Unsaved> {
  if (!mayChange) throw notAllowed()
  if (pictures.length >= mostPictures) return { fault: 'too-many' }
  const taken = await takePicture(house.db, house.files, bytes, editing.now)
  if ('fault' in taken) return taken
  if (pictures.some((picture) => picture.id === taken.id)) return { fault: 'there-already' }
  const unsaved = await changePictures(house, { kind, id }, editing, (all) => [...all, newPicture(taken.id)])
  return unsaved ?? { id: taken.id }
}

/** Why a form was not kept: its point is none, or somebody else has changed the picture, which now says this. */
export type UnsavedForm = { point: true } | { now: RecordPicture } | { faults: Fault[] }

/**
 * Keeps what is said of a picture, unless somebody else has changed that since the form was made; of who may not change it only
 * the words. Refuses (403) who may not write them.
 */
export async function savePicture(
  house: House,
  record: Pick<Pictured, 'kind' | 'id' | 'mayChange'>,
  { id, form }: { id: string; form: PictureForm },
  editing: Editing,
): Promise<UnsavedForm | undefined> {
  let answer: UnsavedForm | undefined
  const unsaved = await changePictures(house, record, editing, (all) => {
    const before = all.find((picture) => picture.id === id)
    if (!before) throw notFound()
    const after = record.mayChange ? pictureOf(before, form) : withWords(before, form)
    answer = !after ? { point: true } : seenOf(before) === form.seen ? undefined : { now: before }
    return answer || !after ? undefined : all.map((picture) => (picture === before ? after : picture))
  })
  return answer ?? unsaved
}

/** Changes the pictures of a record in another way; undefined when it is done. */
export async function changePictures(
  { db, known }: House,
  { kind, id }: { kind: DeskKind; id: string },
  { by, now }: Editing,
  change: (pictures: RecordPicture[]) => RecordPicture[] | undefined,
): Promise<{ faults: Fault[] } | undefined> {
  const keeping = { known: await known(now), at: new Date(now.epochMilliseconds) }
  for (let tries = 1; ; tries += 1) {
    const kept = await readRecord(db, kind, id)
    if (!kept) throw notFound()
    const pictures = change(picturesIn(kept.record))
    if (!pictures) return undefined
    const asked = { id, version: kept.version, fields: { pictures: pictures.length > 0 ? pictures : null } }
    const answer = await keepers[kind].edit(db, by, asked, keeping)
    // Somebody else has changed another field meanwhile, which is no reason to send anybody away.
    if (!('conflict' in answer)) return 'faults' in answer ? answer : undefined
    if (tries >= 5) throw conflict('Somebody else has changed this record meanwhile.')
  }
}
