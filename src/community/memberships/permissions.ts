/** Who speaks for an organisation, and who is one of its people. */
import type { Viewer } from '../people/model.ts'
import { may, rolesWith } from '../roles/permissions.ts'

/** Whether the viewer speaks for an organisation: an editor of it, at this moment. */
export function speaksFor(viewer: Viewer, organisationId: string): boolean {
  return may(viewer, 'organisation.edit', { organisation: [organisationId] })
}

/** Whether the viewer is one of an organisation's people: an editor or a member, at this moment. */
export function belongsTo(viewer: Viewer, organisationId: string): boolean {
  return may(viewer, 'organisation.belong', { organisation: [organisationId] })
}

/** The ids of the organisations whose people the viewer is one of. */
export function organisationsOf(viewer: Viewer): string[] {
  const ids = rolesWith(viewer, 'organisation.belong').flatMap(({ limits }) => limits.organisation ?? [])
  return [...new Set(ids)]
}
