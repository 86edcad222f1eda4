/** Somebody who says that an entry of the directory is their organisation's. Pure. */
import { getDomain } from 'tldts'
import type { Limit } from '../attempts/model.ts'
import { speak } from '../messages/index.ts'
import { type NamedOrganisation, pageOf } from '../memberships/model.ts'
import type { NoticeDeclaration, NoticeKind } from '../notices/model.ts'

export type ClaimStage = 'waiting' | 'accepted' | 'refused' | 'withdrawn'

/** What somebody says who claims: who they are there, what for, and what shows it. */
export type Claiming = { standing: string; reason: string; proof: string; proofUrl: string }

export type Claim = Claiming & {
  id: string
  organisation: NamedOrganisation & { website: string | undefined; country: string | undefined }
  claimant: { id: string; name: string; email: string }
  addressMatches: boolean
  madeAt: Temporal.Instant
  stage: ClaimStage
  decided: { at: Temporal.Instant; by: string | undefined; why: string | undefined } | undefined
}

const nextStages: Record<ClaimStage, readonly ClaimStage[]> = {
  waiting: ['accepted', 'refused', 'withdrawn'],
  accepted: [],
  refused: [],
  withdrawn: [],
}

/** Whether a claim can still become this. */
export function canBecome({ stage }: Pick<Claim, 'stage'>, next: ClaimStage): boolean {
  return nextStages[stage].includes(next)
}

/**
 * Whether a mailbox and a website are of one domain that somebody has registered (the public suffix list). Under a suffix
 * that a company gives away parts of, such as github.io, each part is a domain of its own.
 */
export function addressMatches(email: string, website: string | null | undefined): boolean {
  const domainOf = (address: string) => {
    const host = URL.parse(address)?.hostname
    return host === undefined ? null : getDomain(host, { allowPrivateDomains: true, validateHostname: true })
  }
  const mailbox = domainOf(`https://${email.slice(email.lastIndexOf('@') + 1)}/`)
  return mailbox !== null && website != null && domainOf(website) === mailbox
}

/** How many claims one person makes in a day. */
export const claimsByPerson: Limit = { most: 5, seconds: 24 * 60 * 60 }

export const longestWords = 2000
const longestStanding = 200

export type ClaimFault = {
  field: keyof Claiming
  fault: 'missing' | 'long' | 'proof' | 'address'
}

/** What is to be mended in a claim; proof is asked of those whose mailbox does not speak for them. */
export function faultsOf(given: Claiming, matches: boolean): ClaimFault[] {
  const faults: ClaimFault[] = []
  for (const field of ['standing', 'reason'] as const)
    if (given[field] === '') faults.push({ field, fault: 'missing' })
  if (!matches && given.proof === '') faults.push({ field: 'proof', fault: 'proof' })
  if (given.proofUrl === '' ? !matches : !isWebAddress(given.proofUrl))
    faults.push({ field: 'proofUrl', fault: 'address' })
  for (const field of ['standing', 'reason', 'proof', 'proofUrl'] as const)
    if (Array.from(given[field]).length > (field === 'standing' ? longestStanding : longestWords))
      faults.push({ field, fault: 'long' })
  return faults
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return (url?.protocol === 'https:' || url?.protocol === 'http:') && !/\s/.test(text)
}

declare module '../notices/model.ts' {
  interface Notices {
    /** To those who speak for an organisation: somebody says that it is theirs too. */
    'community.claimMade': { organisation: string; name: string; who: string; person: string }
    /** To who claimed. */
    'community.claimAccepted': { organisation: string; name: string }
    'community.claimRefused': { organisation: string; name: string; why: string }
  }
}

/** A declaration as it stands among those of other kinds. */
const declare = <Kind extends NoticeKind>(declaration: NoticeDeclaration<Kind>) => declaration

export const claimNotices = [
  declare({
    kind: 'community.claimMade',
    words: (locale, { organisation, name, who }) => ({
      title: speak(locale)('claim.notice.made', { name }),
      text: speak(locale)('claim.notice.madeText', { who: who || speak(locale)('membership.nameless') }),
      path: pageOf(organisation),
    }),
  }),
  declare({
    kind: 'community.claimAccepted',
    words: (locale, { organisation, name }) => ({
      title: speak(locale)('claim.notice.accepted', { name }),
      text: speak(locale)('claim.notice.acceptedText'),
      path: pageOf(organisation),
    }),
  }),
  declare({
    kind: 'community.claimRefused',
    words: (locale, { name, why }) => ({
      title: speak(locale)('claim.notice.refused', { name }),
      text: speak(locale)('claim.notice.refusedText', { why }),
      path: '/account/organisations',
    }),
  }),
] as const

/** Text as a form sends it, without what would break its lines in an unforeseen way. */
export function readText(given: string | undefined): string {
  return (given ?? '')
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\n\t]+/gu, ' ')
    .trim()
}
