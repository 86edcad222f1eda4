import { sql } from 'kysely'
import { type Db, firstRow, type Tx } from '../../../platform/index.ts'
import type { PictureFacts } from './model.ts'

type Logo = { type: string; body: Uint8Array<ArrayBuffer> }

// A house has one logo, asked for with every page: the bytes under a hash never change.
const kept = new WeakMap<Db, { path: string; logo: Logo }>()

/** The picture at the address of a logo (`/assets/logo.HASH.png`); undefined where there is none. */
export async function findLogo(db: Db, path: string): Promise<Logo | undefined> {
  const [, hash, type] = /^\/assets\/logo\.([0-9a-f]{64})\.(png|webp)$/.exec(path) ?? []
  if (hash === undefined || type === undefined) return undefined
  const before = kept.get(db)
  if (before?.path === path) return before.logo
  const row = await firstRow<{ bytes: Uint8Array }>(
    db,
    sql`select bytes from community.house_picture where hash = ${hash} and type = ${type}`,
  )
  if (!row) return undefined
  const logo = { type: `image/${type}`, body: Uint8Array.from(row.bytes) }
  kept.set(db, { path, logo })
  return logo
}

/** Keeps a picture under the hash of its bytes; earlier ones stay for pages that name them. */
export async function putPicture(
  tx: Tx,
  picture: PictureFacts & { hash: string; bytes: Uint8Array; at: Temporal.Instant },
): Promise<void> {
  const { hash, type, width, height, bytes, at } = picture
  await sql`insert into community.house_picture (hash, type, width, height, bytes, added_at)
    values (${hash}, ${type}, ${width}, ${height}, ${Buffer.from(bytes)}, ${at.toString()})
    on conflict (hash) do nothing`.execute(tx)
}
