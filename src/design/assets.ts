/** Everything static that pages need, made once at start and served under names that change with the content. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { buildSync, transformSync } from 'esbuild'
import { readColours, type RegionColours, regionStyles } from './colours.ts'
import { faces } from './fonts.ts'
import { focusStyles } from './pieces/picture.tsx'

type Bytes = Uint8Array<ArrayBuffer>
export type Asset = { body: Bytes; brotli?: Bytes; gzip?: Bytes; type: string }

export type Assets = {
  /** By path, `/assets/…`; what has a name never changes under it, so it may be kept for ever. */
  find(path: string): Asset | undefined
  stylesheet: string
  /** Of lists on pages of others. */
  widgetStylesheet: string
  script: string
  /** What pages of the desk have besides; much larger, and made when one of them is first asked for. */
  deskScript(): string
  icon: string
  /** The faces that the first words of a page in this language need; at most two. */
  fontsToPreload(locale: string): string[]
}

// What browsers of the last years read; newer syntax is put into theirs.
const browsers = ['chrome99', 'edge99', 'firefox97', 'safari15.4']

let kept: Assets | undefined

// A house has one choice of colours at a time, named on each of its pages.
let named: { key: string; path: string } | undefined

/** The path of the style sheet with these colours of the regions; it says which, so that any process can answer it. */
export function coloursPath({ asia, europe }: RegionColours): string {
  const key = `${asia.slice(1)}.${europe.slice(1)}`
  if (named?.key !== key) {
    const hash = shortHash(Buffer.from(regionStyles({ asia, europe })))
    named = { key, path: `/assets/colours.${key}.${hash}.css` }
  }
  return named.path
}

/** The style sheet at such a path; undefined where the path is none that was ever given. */
export function findColours(path: string): Asset | undefined {
  const [, asia, europe] = /^\/assets\/colours\.([0-9a-f]{6})\.([0-9a-f]{6})\.\w+\.css$/.exec(path) ?? []
  if (asia === undefined || europe === undefined) return undefined
  const chosen = { asia: `#${asia}`, europe: `#${europe}` }
  if (coloursPath(chosen) !== path) return undefined
  return { type: 'text/css; charset=utf-8', body: Buffer.from(regionStyles(chosen)) }
}

/** The assets of this installation; made at the first call and kept. */
export function loadAssets(): Assets {
  kept ??= makeAssets()
  return kept
}

function makeAssets(): Assets {
  const all = new Map<string, Asset>()
  const put = (name: string, ending: string, asset: Asset): string => {
    const path = `/assets/${name}.${shortHash(asset.body)}.${ending}`
    all.set(path, asset)
    return path
  }
  const putText = (name: string, ending: string, type: string, text: string) =>
    put(name, ending, compressed(type, Buffer.from(text)))

  const fonts = new Map(
    faces.map(({ file }) => [
      file,
      put(file, 'woff2', {
        body: readFileSync(join(import.meta.dirname, 'fonts', `${file}.woff2`)),
        type: 'font/woff2',
      }),
    ]),
  )
  const frieze = putText('frieze', 'svg', 'image/svg+xml', friezeSvg)
  const css = minified(styles(fonts).replaceAll('frieze.svg', frieze))
  let desk: string | undefined
  const deskScript = () =>
    (desk ??= putText('desk', 'js', 'text/javascript; charset=utf-8', islands('desk/index.ts')))
  return {
    find(path) {
      // Another process may have named it to whoever asks.
      if (path.startsWith('/assets/desk.')) deskScript()
      return all.get(path)
    },
    deskScript,
    stylesheet: putText('pages', 'css', 'text/css; charset=utf-8', css),
    widgetStylesheet: putText('widget', 'css', 'text/css; charset=utf-8', minified(widgetStyles())),
    script: putText('islands', 'js', 'text/javascript; charset=utf-8', islands('index.ts')),
    icon: putText('icon', 'svg', 'image/svg+xml', iconSvg),
    fontsToPreload: (locale) => facesFirstSeen(locale).flatMap((file) => fonts.get(file) ?? []),
  }
}

const shortHash = (body: Uint8Array) => createHash('sha256').update(body).digest('hex').slice(0, 10)

function minified(css: string): string {
  return transformSync(css, { loader: 'css', minify: true, target: browsers }).code
}

function compressed(type: string, body: Buffer<ArrayBuffer>): Asset {
  // The last hundredth is not worth a second of everybody's time.
  const quality = body.length > 200_000 ? 6 : constants.BROTLI_MAX_QUALITY
  const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
  return { type, body, brotli, gzip: gzipSync(body, { level: 9 }) }
}

function facesFirstSeen(locale: string): string[] {
  if (locale === 'th') return ['sans-latin', 'thai']
  if (locale === 'km') return ['sans-latin', 'khmer']
  if (locale === 'ur') return ['sans-latin', 'nastaliq']
  return locale === 'zh' ? ['sans-latin'] : ['sans-latin', 'serif-latin']
}

/** All style sheets in their order by name, with the faces; the cascade layers say which rule wins. */
function styles(fonts: Map<string, string>): string {
  const folder = join(import.meta.dirname, 'styles')
  const sheets = readdirSync(folder).sort()
  const declared = faces.map(
    ({ family, file, weight, range }) =>
      `@font-face { font-family: '${family}'; src: url(${fonts.get(file)}) format('woff2'); font-weight: ${weight}; ` +
      `font-display: swap; unicode-range: ${range.replaceAll(/(^|, )/g, '$1U+')} }`,
  )
  const read = sheets.map((sheet) => readFileSync(join(folder, sheet), 'utf8'))
  return [...read, focusStyles(), ...declared].join('\n')
}

/** The style of widgets, with those colours of the tokens that it names. */
function widgetStyles(): string {
  const css = readFileSync(join(import.meta.dirname, 'widget', 'widget.css'), 'utf8')
  const colours = [...readColours()].filter(([name]) => css.includes(`var(--${name})`))
  const fallbacks = colours.map(([name, { fallback }]) => `--${name}: ${fallback};`).join(' ')
  const both = colours.map(([name, { light, dark }]) => `--${name}: light-dark(${light}, ${dark});`).join(' ')
  return `:root { ${fallbacks} } @supports (color: light-dark(red, red)) { :root { ${both} } } ${css}`
}

function islands(entry: string): string {
  const built = buildSync({
    entryPoints: [join(import.meta.dirname, 'islands', entry)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: browsers,
    write: false,
  })
  return built.outputFiles[0]?.text ?? ''
}

// One star and two joints; the stylesheet uses it as a mask, so that the colours are those of the page.
const friezeSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48"><path d="M48 24l-7 7v10h-10l-7 7-7-7h-10v-10l-7-7 7-7v-10h10l7-7 7 7h10v10z"/></svg>'

const iconSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path fill="#b93a1e" d="M48 24l-7 7v10h-10l-7 7-7-7h-10v-10l-7-7 7-7v-10h10l7-7 7 7h10v10z"/><path fill="#fffdf8" d="M36 24l-5 2 1 6-6-1-2 5-2-5-6 1 1-6-5-2 5-2-1-6 6 1 2-5 2 5 6-1-1 6z"/></svg>'
