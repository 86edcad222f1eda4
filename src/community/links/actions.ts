import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Tx } from '../../platform/index.ts'
import { linkMinutes, type OpenLink } from './model.ts'
import { insertLink } from './queries.ts'

export type MadeLink = { id: string; token: string; expiresAt: Temporal.Instant }

/** Makes a link; its token is told to nobody but the mailbox it is for. */
export async function makeLink(
  tx: Tx,
  link: OpenLink,
  now: Temporal.Instant,
  minutes = linkMinutes[link.purpose],
): Promise<MadeLink> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = now.add({ minutes })
  const id = await insertLink(tx, { ...link, hash: hashOf(token), madeAt: now, expiresAt })
  return { id, token, expiresAt }
}

/** What is kept of a token. It is long and random, so a plain hash cannot be undone. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Makes keys with the secret of the house: the same text of a kind always becomes the same key, which says nothing of it. */
export const keyedBy = (secret: string) => (kind: string, text: string) =>
  createHmac('sha256', secret).update(`${kind}:${text}`).digest('base64url')
