/** Lets Node read `.tsx` files: types and JSX are turned into plain modules, kept on disk by content. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cache = join(import.meta.dirname, '..', 'node_modules', '.cache', 'caravanserai')
mkdirSync(join(cache, 'tsx'), { recursive: true })
module.enableCompileCache(join(cache, 'compile'))

const require = createRequire(import.meta.url)

module.registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !new URL(url).pathname.endsWith('.tsx')) return nextLoad(url, context)
    return { format: 'module', source: transformed(fileURLToPath(url)), shortCircuit: true }
  },
})

function transformed(path: string): string {
  const source = readFileSync(path, 'utf8')
  const kept = join(
    cache,
    'tsx',
    `${createHash('sha1').update('#html').update(path).update(source).digest('hex')}.mjs`,
  )
  try {
    return readFileSync(kept, 'utf8')
  } catch {
    const { code } = esbuild().transformSync(source, {
      loader: 'tsx',
      format: 'esm',
      jsx: 'automatic',
      jsxImportSource: '#html',
      sourcemap: 'inline',
      sourcefile: path,
    })
    // Renamed into place, because tests that run side by side write the same file.
    writeFileSync(`${kept}.${process.pid}`, code)
    renameSync(`${kept}.${process.pid}`, kept)
    return code
  }
}

// Only asked for on a miss: loading it costs more than all the rest of this file.
function esbuild(): typeof import('esbuild') {
  return require('esbuild')
}
