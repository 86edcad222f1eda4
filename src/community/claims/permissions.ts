/** Who decides on claims. */
import type { Member, Viewer } from '../people/model.ts'
import { may } from '../roles/permissions.ts'
import type { Claim } from './model.ts'

/** Whether the viewer decides on claims to an organisation, as far as its country, its record and its kind are theirs. */
export function decidesOn(
  viewer: Viewer,
  { id, country }: { id: string; country: string | undefined },
): viewer is Member {
  return may(viewer, 'organisation.claims', {
    kind: ['organisations'],
    record: [id],
    organisation: [id],
    country: country === undefined ? [] : [country],
  })
}

/** Whether the viewer decides on this claim; nobody does on their own. */
export function canDecide(viewer: Viewer, { organisation, claimant }: Claim): viewer is Member {
  return decidesOn(viewer, organisation) && viewer.personId !== claimant.id
}
