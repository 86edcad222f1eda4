/** What a measurement is, and whether its figure keeps its bound. Pure. */
import type { BenchHouse } from './house.ts'

export type Unit = 'seconds' | 'milliseconds' | 'MB' | 'KB' | 'times' | 'of bare' | 'queries' | 'points'

/** One figure of the house. Without a bound it is only reported. */
export type Measurement = {
  /** Area and figure, such as `import: 100,000 opportunities`; chosen on the command line by how it begins. */
  name: string
  about: string
  unit: Unit
  bound: number | null
  better: 'lower' | 'higher'
  run(house: BenchHouse): Promise<number>
}

export type Verdict = 'ok' | 'MISSED' | 'FAILED' | 'reported'

export type Figure = Omit<Measurement, 'run'> & {
  figure: number | null
  verdict: Verdict
  /** What went wrong, when there is no figure. */
  failure?: string
}

/** Runs a measurement; one that fails is a figure too. */
export async function measured({ run, ...stated }: Measurement, house: BenchHouse): Promise<Figure> {
  try {
    const figure = await run(house)
    return { ...stated, figure, verdict: verdictOf(stated, figure) }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    return { ...stated, figure: null, verdict: 'FAILED', failure }
  }
}

export function verdictOf({ bound, better }: Pick<Measurement, 'bound' | 'better'>, figure: number): Verdict {
  if (bound === null) return 'reported'
  return (better === 'lower' ? figure <= bound : figure >= bound) ? 'ok' : 'MISSED'
}

/** The measurements whose names begin with one of these words; all, when none are given. */
export function chosenBy(words: readonly string[], from: readonly Measurement[]): Measurement[] {
  return from.filter(({ name }) => words.length === 0 || words.some((word) => name.startsWith(word)))
}

/** Figures as lines for people. */
export function tableOf(figures: readonly Figure[]): string[] {
  const cells = figures.map(({ name, figure, bound, better, unit, verdict }) => [
    name,
    figure === null ? '–' : `${rounded(figure)} ${unit}`,
    bound === null ? 'no bound' : `${better === 'lower' ? '≤' : '≥'} ${bound} ${unit}`,
    verdict,
  ])
  const all = [['measurement', 'figure', 'bound', ''], ...cells]
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

const rounded = (figure: number) =>
  figure.toLocaleString('en', { maximumFractionDigits: figure < 10 ? 2 : figure < 100 ? 1 : 0 })
