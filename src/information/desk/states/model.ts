/** How each language of a record stands, and what its reader can make of it. Pure. */
import type {
  Becoming,
  NamedPerson,
  Remark,
  Schedule,
  StaleText,
  TextState,
} from '../../../community/index.ts'
import type { Fault } from '../../../design/index.ts'
import type { DeskKind } from '../fields/model.ts'

/** The life of one language of a record, as far as its reader may see and change it. */
export type Life = {
  kind: DeskKind
  id: string
  version: number
  title: string
  lang: string
  /** Undefined where the record is not written in this language yet. */
  state: TextState | undefined
  /** The languages they may see, the original first. */
  langs: { lang: string; state: TextState; stale: boolean }[]
  /** What they may make of it. */
  steps: Exclude<TextState, 'scheduled'>[]
  /** What they may have it become later. */
  later: Becoming[]
  mayPublish: boolean
  schedules: Schedule[]
  remarks: Remark[]
  assigned: NamedPerson | undefined
  /** Whom they may give the record to. */
  assignable: NamedPerson[]
  stale: StaleText | undefined
}

/** What was typed into the forms of a life. */
export type TypedLife = {
  remark?: string
  said?: string
  becomes?: string
  day?: string
  time?: string
  zone?: string
  person?: string
}

/** What has just been done, and which notice says so. */
export const lifeDone = [
  'state',
  'scheduled',
  'first',
  'withdrawn',
  'said',
  'settled',
  'assigned',
  'confirmed',
  'restored',
] as const
export type LifeDone = (typeof lifeDone)[number]

/** What a page of a life shows besides the life itself. */
export type Shown = { typed?: TypedLife; faults?: Fault[]; done?: LifeDone | undefined }
