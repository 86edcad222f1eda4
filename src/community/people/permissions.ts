import type { Viewer } from './model.ts'

/** Strangers see what is published; staff see drafts and the archive as well. */
export function maySeeUnpublished(viewer: Viewer): boolean {
  return viewer.kind === 'staff'
}

/** Staff may put their own values in place of what sources give. */
export function mayEditRecords(viewer: Viewer): viewer is Extract<Viewer, { kind: 'staff' }> {
  return viewer.kind === 'staff'
}
