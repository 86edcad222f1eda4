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

/**
 * The roles in force for somebody who has shown so many factors. Where staff must show two, none is in force for who has shown
 * one and whose roles open the desk; the people of a demonstration need none, as everybody knows their password.
 */
export function rolesInForce(
  held: readonly HeldRole[],
  asked: { staffSecondFactor: boolean; shown: { factors: number; demonstration: boolean } },
): { roles: readonly HeldRole[]; needsSecondFactor: boolean } {
  const isStaff = held.some(({ permissions }) => permissions.includes('desk.open'))
  const { factors, demonstration } = asked.shown
  const needsSecondFactor = asked.staffSecondFactor && isStaff && factors < 2 && !demonstration
  return { roles: needsSecondFactor ? [] : held, needsSecondFactor }
}
