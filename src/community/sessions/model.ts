/** A session as its owner sees it. */
export type SessionLine = {
  id: string
  way: string
  second: string | undefined
  device: string | undefined
  openedAt: Temporal.Instant
}
