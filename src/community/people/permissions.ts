import type { Viewer } from './model.ts'

/** Strangers see what is published; staff see drafts and the archive as well. */
export function maySeeUnpublished(viewer: Viewer): boolean {
  return viewer.kind === 'staff'
}
