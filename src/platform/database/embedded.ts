/** The embedded database: Postgres in this process, on disk, made to fsync, its folder held by one process. */
import { fsyncSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { amcheck } from '@electric-sql/pglite/contrib/amcheck'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Preparation = Awaited<ReturnType<NodeFS['init']>>['emscriptenOpts']
type PreRun = NonNullable<Preparation['preRun']>
type Stream = { nfd?: number }

// As shipped, a commit is only as safe as the kernel's memory: the file system of PGlite answers fsync with nothing.
class DurableFS extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const prepared = await super.init(...given)
    const earlier = prepared.emscriptenOpts.preRun ?? []
    const preRun = [...(Array.isArray(earlier) ? earlier : [earlier]), syncForReal] as PreRun
    return { emscriptenOpts: { ...prepared.emscriptenOpts, preRun } }
  }
}

function syncForReal(module: unknown): void {
  const { NODEFS } = module as { NODEFS: { stream_ops: { fsync: (stream: Stream) => number } } }
  NODEFS.stream_ops.fsync = (stream) => {
    if (stream.nfd !== undefined) fsyncSync(stream.nfd)
    return 0
  }
}

const durable = ['-c', 'wal_sync_method=fsync', '-c', 'max_wal_size=64MB', '-c', 'jit=off']

/** Opens (or makes) the database in a folder; `durable: false` is for tests, whose data nobody will miss. */
export async function openEmbedded(folder: string, options: { durable: boolean }): Promise<PGlite> {
  const lite = options.durable
    ? new PGlite({
        fs: new DurableFS(folder),
        extensions: { amcheck },
        startParams: [...PGlite.defaultStartParams.filter((word) => word !== '-F'), ...durable],
      })
    : new PGlite({ fs: new NodeFS(folder), extensions: { amcheck } })
  await lite.waitReady
  return lite
}
