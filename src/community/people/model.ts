/** Whoever is looking. Every reading function takes one and looks through what it may see. */
export type Viewer = { kind: 'stranger' } | { kind: 'staff'; personId: string }

export const stranger: Viewer = { kind: 'stranger' }
