/** The forms that grant and limit roles. Pure. */
import type { Fault } from '../../../design/index.ts'
import type { Limits } from '../model.ts'

/** What was sent to grant or limit a role, and what is to be mended. */
export type RoleForm = {
  email: string
  role: string
  why: string
  untilDay: string
  limits: Limits
  /** Names typed of which it is not clear whose they are, and the ids of those that may be meant. */
  organisationNames: string
  meant: string[]
  faults: Fault[]
}

/** What limits can be chosen from, by names; of organisations those chosen already, and those that may be meant. */
export type LimitChoices = Record<'partner' | 'country' | 'organisation', { value: string; label: string }[]>
