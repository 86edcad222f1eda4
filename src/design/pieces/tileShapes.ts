/** The pattern of a record: a net of eight-pointed stars, its turns, weights and colours drawn from an identifier. */

export type TileColour = 'sheet' | 'light' | 'asia' | 'europe' | 'signal' | 'asia-wash' | 'europe-wash'
export type TileShapes = { box: number; layers: { colour: TileColour; path: string }[] }

/** The side of one star's square. Its half, 24, gives stars whose corners lie on whole numbers, so paths stay short. */
const cell = 48

type Scheme = { ground: TileColour; star: TileColour; other: TileColour; heart: TileColour }

const schemes: readonly Scheme[] = [
  { ground: 'sheet', star: 'asia', other: 'europe', heart: 'sheet' },
  { ground: 'sheet', star: 'europe', other: 'asia', heart: 'sheet' },
  { ground: 'asia-wash', star: 'asia', other: 'europe', heart: 'asia-wash' },
  { ground: 'europe-wash', star: 'europe', other: 'asia', heart: 'europe-wash' },
  { ground: 'asia', star: 'light', other: 'europe', heart: 'asia' },
  { ground: 'europe', star: 'light', other: 'asia', heart: 'europe' },
]

/** An outline around a centre: where the pen begins, and its steps from there. */
type Outline = { x: number; y: number; steps: string }

// The star of two squares, a lighter one, the lightest, and the lighter one turned by a sixteenth.
const stars: readonly Outline[] = [
  { x: 24, y: 0, steps: 'l-7 7v10h-10l-7 7-7-7h-10v-10l-7-7 7-7v-10h10l7-7 7 7h10v10z' },
  { x: 24, y: 0, steps: 'l-12 5 5 12-12-5-5 12-5-12-12 5 5-12-12-5 12-5-5-12 12 5 5-12 5 12 12-5-5 12z' },
  { x: 24, y: 0, steps: 'l-15 4 8 13-13-8-4 15-4-15-13 8 8-13-15-4 15-4-8-13 13 8 4-15 4 15 13-8-8 13z' },
  { x: 22, y: 9, steps: 'h-13v13l-9-9-9 9v-13h-13l9-9-9-9h13v-13l9 9 9-9v13h13l-9 9z' },
]

// At the heart of a star: an octagon, a square on its point, a small star.
const hearts: readonly Outline[] = [
  { x: 7, y: 0, steps: 'l-2 5-5 2-5-2-2-5 2-5 5-2 5 2z' },
  { x: 6, y: 0, steps: 'l-6 6-6-6 6-6z' },
  { x: 8, y: 0, steps: 'l-5 2-3 6-3-6-5-2 5-2 3-6 3 6z' },
]

// Where four stars meet.
const joints: readonly Outline[] = [
  { x: 7, y: 0, steps: 'l-7 7-7-7 7-7z' },
  { x: 5, y: 0, steps: 'l-5 5-5-5 5-5z' },
  { x: 9, y: 0, steps: 'l-9 9-9-9 9-9z' },
]

type Plan = { star: Outline; other: boolean; heart: Outline | undefined }

/** The layers of a tile from the ground up, each one path in one colour; the same identifier always gives the same. */
export function tileShapes(id: string, size: number): TileShapes {
  const next = numbersFrom(id)
  const { ground, star, other, heart } = pick(schemes, next)
  const plan = planOf(size, next)
  const joint = pick(joints, next)
  // One star differs, as in a carpet, where only heaven may be without fault.
  const flaw = next(size * size)
  const at = (index: number) => plan[orbitOf(index, size)]
  const net = (shapeAt: (index: number) => Outline | undefined) => netPath(size, cell / 2, shapeAt)
  const layers: TileShapes['layers'] = [
    { colour: ground, path: `M0 0h${size * cell}v${size * cell}h-${size * cell}z` },
    { colour: other, path: netPath(size + 1, 0, () => joint) },
    { colour: star, path: net((index) => (at(index)?.other ? undefined : at(index)?.star)) },
    { colour: other, path: net((index) => (at(index)?.other ? at(index)?.star : undefined)) },
    { colour: heart, path: net((index) => (index === flaw ? undefined : at(index)?.heart)) },
    { colour: 'signal', path: net((index) => (index === flaw ? hearts[0] : undefined)) },
  ]
  return { box: size * cell, layers: layers.filter(({ path }) => path !== '') }
}

/** One star for each set of squares that are mirror images of each other. */
function planOf(size: number, next: Numbers): Plan[] {
  const orbits = Array.from({ length: size * size }, (_, index) => orbitOf(index, size))
  const [main, second] = [pick(stars, next), pick(stars, next)]
  return Array.from({ length: Math.max(...orbits) + 1 }, () => ({
    star: next(3) === 0 ? second : main,
    other: next(4) === 0,
    heart: next(4) === 0 ? undefined : pick(hearts, next),
  }))
}

function orbitOf(index: number, size: number): number {
  const fold = (n: number) => Math.min(n, size - 1 - n)
  const [x, y] = [fold(index % size), fold(Math.floor(index / size))]
  const far = Math.max(x, y)
  return (far * (far + 1)) / 2 + Math.min(x, y)
}

// Steps are relative throughout, so that equal rows are equal text and compress to almost nothing.
function netPath(across: number, first: number, shapeAt: (index: number) => Outline | undefined): string {
  let path = ''
  let [penX, penY] = [0, 0]
  for (let index = 0; index < across * across; index++) {
    const shape = shapeAt(index)
    if (shape === undefined) continue
    const x = first + (index % across) * cell + shape.x
    const y = first + Math.floor(index / across) * cell + shape.y
    path += `m${x - penX} ${y - penY}${shape.steps}`
    ;[penX, penY] = [x, y]
  }
  return path
}

type Numbers = (below: number) => number

/** Numbers that look drawn by lot but follow from the identifier. */
function numbersFrom(id: string): Numbers {
  let state = 2_166_136_261
  for (const letter of id) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return (below) => {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_519)
    state = Math.imul(state ^ (state >>> 13), 3_266_489_917)
    state ^= state >>> 16
    return (state >>> 0) % below
  }
}

function pick<T>(choices: readonly T[], next: Numbers): T {
  const choice = choices[next(choices.length)]
  if (choice === undefined) throw new Error('Nothing to pick from')
  return choice
}
