/** Cuts the faces of the house out of the whole ones: only the letters, weights and features that pages use. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import { type Face, faces, lettersOf } from '../src/design/fonts.ts'

const folder = join(import.meta.dirname, '..', 'src', 'design', 'fonts')

const sansLatin = import.meta
  .resolve('@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2')
const serifLatin = import.meta
  .resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2')
const khmer = import.meta
  .resolve('@fontsource-variable/noto-sans-khmer/files/noto-sans-khmer-khmer-wght-normal.woff2')
const thai = import.meta
  .resolve('@fontsource-variable/noto-sans-thai/files/noto-sans-thai-thai-wght-normal.woff2')
const nastaliq = import.meta
  .resolve('@fontsource-variable/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-wght-normal.woff2')
const sans = (part: string) => sansLatin.replace('-latin-', `-${part}-`)
const serif = (part: string) => serifLatin.replace('-latin-', `-${part}-`)

const sources: Record<string, string> = {
  'sans-latin': sansLatin,
  'sans-latin-extended': sans('latin-ext'),
  'sans-vietnamese': sans('vietnamese'),
  'sans-greek': sans('greek'),
  'sans-cyrillic': sans('cyrillic'),
  'sans-cyrillic-extended': sans('cyrillic-ext'),
  'serif-latin': serifLatin,
  'serif-latin-extended': serif('latin-ext'),
  'serif-vietnamese': serif('vietnamese'),
  'serif-greek': serif('greek'),
  'serif-cyrillic': serif('cyrillic'),
  'serif-cyrillic-extended': serif('cyrillic-ext'),
  khmer,
  lao: import.meta.resolve('@fontsource-variable/noto-sans-lao/files/noto-sans-lao-lao-wght-normal.woff2'),
  thai,
  myanmar: import.meta
    .resolve('@fontsource-variable/noto-sans-myanmar/files/noto-sans-myanmar-myanmar-wght-normal.woff2'),
  devanagari: import.meta
    .resolve('@fontsource-variable/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-wght-normal.woff2'),
  bengali: import.meta
    .resolve('@fontsource-variable/noto-sans-bengali/files/noto-sans-bengali-bengali-wght-normal.woff2'),
  nastaliq,
  'names-vietnamese': sans('vietnamese'),
  'names-thai': thai,
  'names-khmer': khmer,
  'names-urdu': nastaliq,
}

// Small capitals, fractions and old figures would double the two faces that every page loads.
const latinFeatures = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'liga', 'lnum', 'tnum']

/** One cut face as WOFF2. */
export async function cutFace(face: Face): Promise<Buffer> {
  const source = sources[face.file]
  if (source === undefined) throw new Error(`No source for the face ${face.file}`)
  const letters = lettersOf(face.range).join('')
  const european = /^(sans|serif)-/.test(face.file)
  const cut = await subsetFont(readFileSync(fileURLToPath(source)), letters, {
    targetFormat: 'sfnt',
    variationAxes: axesOf(face),
    noHinting: true,
    ...(european ? { keepFeatures: latinFeatures } : {}),
  })
  if (face.family === 'Titles') rename(cut)
  return subsetFont(cut, letters, { targetFormat: 'woff2' })
}

/** A changed Source Serif may not bear its reserved name. Its names are UTF-16; the new one is as long as the old. */
function rename(font: Buffer): void {
  const [reserved, ours] = [utf16('Source'), utf16('Titles')]
  for (let at = font.indexOf(reserved); at >= 0; at = font.indexOf(reserved, at + 1)) ours.copy(font, at)
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

function axesOf(face: Face) {
  // Titles are large, so they get the finer drawing that Source Serif keeps for such sizes.
  if (face.file.startsWith('serif-')) return { wght: 600, opsz: 28 }
  if (face.weight === '400' || face.file === 'nastaliq') return { wght: 400 }
  return { wght: { min: 400, max: 600, default: 400 } }
}

if (import.meta.main) {
  mkdirSync(folder, { recursive: true })
  for (const face of faces) {
    const cut = await cutFace(face)
    writeFileSync(join(folder, `${face.file}.woff2`), cut)
    console.log(`${face.file.padEnd(24)} ${String(cut.length).padStart(7)} bytes`)
  }
}
