/** The one answer to "may this person …?". */
import type { Member, Viewer } from '../people/model.ts'
import { type HeldRole, limitKinds, type Limits, type Permission, type Subject } from './model.ts'

/**
 * May they do this with that? Some role of theirs must have the permission, and each of its limits must fit: the subject
 * names a value that is within it. What says nothing of a limit's kind does not fit it.
 */
export function may(viewer: Viewer, permission: Permission, subject: Subject): viewer is Member {
  return rolesWith(viewer, permission).some(({ limits }) => fits(limits, subject))
}

/** May they do this with anything at all? It opens a page on which each thing is then asked about by itself. */
export function mayAnywhere(viewer: Viewer, permission: Permission): viewer is Member {
  return rolesWith(viewer, permission).length > 0
}

/** The roles of theirs that have a permission, for lists filtered where they are asked for. */
export function rolesWith(viewer: Viewer, permission: Permission): readonly HeldRole[] {
  return viewer.kind === 'stranger'
    ? []
    : viewer.roles.filter(({ permissions }) => permissions.includes(permission))
}

function fits(limits: Limits, subject: Subject): boolean {
  return limitKinds.every((kind) => {
    const within = limits[kind]
    return within === undefined || (subject[kind] ?? []).some((value) => within.includes(value))
  })
}
