/** What expressions may use, and how much work one may be. Pure. */
import { isDay } from '../../../../platform/index.ts'
import { decimal } from '../../facts/model.ts'
import { recordNames } from '../typed/model.ts'

/** A piece of a parsed expression. */
type Piece = { op: string; args: unknown; checkedType?: Checked | undefined }
type Checked = { name: string; kind: string; valueType?: Checked | undefined }

const loops = new Set(['all', 'exists', 'exists_one', 'map', 'filter'])
const functions = new Set(['size', 'money', 'day', 'years', 'int', 'double'])
const methods = new Set([...loops, 'size', 'contains', 'startsWith', 'endsWith'])
const operators = new Set(
  'value id . [] list call rcall ?: || && !_ -_ == != in + - * / % < <= > >='.split(' '),
)

/** The most loops that may stand within each other, and the most steps that one evaluation may take. */
const deepestLoops = 2
const mostSteps = 250_000

// As many as the facts may hold; every other list is shorter than the usual.
const longest: Readonly<Record<string, number>> = {
  lines: 500,
  applications: 500,
  visits: 500,
  partners: 500,
}
const usual = 100

const isPiece = (value: unknown): value is Piece =>
  typeof value === 'object' && value !== null && 'op' in value && typeof value.op === 'string'

function partsOf(value: unknown): Piece[] {
  if (isPiece(value)) return [value]
  return Array.isArray(value) ? value.flatMap(partsOf) : []
}

/** What an expression uses that it may not, in words; undefined where all of it is allowed. */
export function forbiddenIn(piece: unknown): string | undefined {
  if (!isPiece(piece)) return undefined
  const { op, args } = piece
  if (!operators.has(op)) return `may not use ${op}`
  if (op === 'call' || op === 'rcall') {
    const name = Array.isArray(args) ? String(args[0]) : ''
    if (name === 'has') return 'may not use has(): a fact that is absent is not yet known'
    if (!(op === 'call' ? functions : methods).has(name)) return `may not use ${name}()`
  }
  for (const part of partsOf(args)) {
    const forbidden = forbiddenIn(part)
    if (forbidden) return forbidden
  }
  return undefined
}

/** Records compared as a whole, which would answer before all of it is known; after its types were checked. */
export function comparesRecords(piece: unknown): boolean {
  if (!isPiece(piece)) return false
  const parts = partsOf(piece.args)
  const compares = ['==', '!=', 'in'].includes(piece.op)
  return (
    (compares && parts.some(({ checkedType }) => holdsRecord(checkedType))) || parts.some(comparesRecords)
  )
}

function holdsRecord(type: Checked | undefined): boolean {
  if (!type) return false
  return recordNames.has(type.name) || (type.kind === 'list' && holdsRecord(type.valueType))
}

/** Why an expression could be too much work; undefined where it is bounded. */
export function excessOf(piece: unknown): string | undefined {
  if (loopsWithin(piece) > deepestLoops) return `has loops more than ${deepestLoops} deep`
  const steps = stepsOf(piece)
  return steps > mostSteps ? `could take ${steps} steps; ${mostSteps} is the most` : undefined
}

function loopsWithin(piece: unknown): number {
  if (!isPiece(piece)) return 0
  const inner = Math.max(0, ...partsOf(piece.args).map(loopsWithin))
  return isLoop(piece) ? inner + 1 : inner
}

const isLoop = ({ op, args }: Piece) => op === 'rcall' && Array.isArray(args) && loops.has(String(args[0]))

function stepsOf(piece: unknown): number {
  if (!isPiece(piece)) return 0
  const { args } = piece
  if (!isLoop(piece) || !Array.isArray(args)) return 1 + sum(partsOf(args).map(stepsOf))
  return 1 + stepsOf(args[1]) + lengthOf(args[1]) * sum(partsOf(args[2]).map(stepsOf))
}

/** How long a list may be at most. */
function lengthOf(piece: unknown): number {
  if (!isPiece(piece)) return usual
  const { op, args } = piece
  if (!Array.isArray(args)) return usual
  if (op === 'list') return args.length
  if (op === '.') return longest[String(args[1])] ?? usual
  if (op === 'rcall') return lengthOf(args[1])
  if (op === '+') return sum(partsOf(args).map(lengthOf))
  if (op === '?:') return Math.max(...partsOf(args).map(lengthOf))
  return usual
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** The questions of the call that an expression asks for: `facts.answers.one` and `facts.answers["one"]`. */
export function questionsIn(piece: unknown): string[] {
  if (!isPiece(piece)) return []
  const { op, args } = piece
  const [whole, key] = Array.isArray(args) ? args : []
  const name =
    typeof key === 'string' ? key : isPiece(key) && key.op === 'value' ? String(key.args) : undefined
  const asked = (op === '.' || op === '[]') && isAnswers(whole) ? [name ?? ''] : []
  return [...asked, ...partsOf(args).flatMap(questionsIn)]
}

const isAnswers = (piece: unknown) =>
  isPiece(piece) && piece.op === '.' && Array.isArray(piece.args) && piece.args[1] === 'answers'

/** What an expression states that no application could change, or that is neither a day nor an amount; in words. */
export function emptyIn(piece: unknown): string | undefined {
  if (!asksFacts(piece)) return 'asks nothing of an application: it always answers the same'
  return unreadableIn(piece)
}

function asksFacts(piece: unknown): boolean {
  if (!isPiece(piece)) return false
  if (piece.op === 'id') return piece.args === 'facts' || piece.args === 'applied'
  return partsOf(piece.args).some(asksFacts)
}

function unreadableIn(piece: unknown): string | undefined {
  if (!isPiece(piece)) return undefined
  const { op, args } = piece
  if (op === 'call' && Array.isArray(args)) {
    const [name, given] = args
    const [first] = partsOf(given)
    if (first?.op === 'value' && typeof first.args === 'string') {
      if (name === 'day' && !isDay(first.args)) return `names a day that does not exist: ${first.args}`
      if (name === 'money' && !decimal.safeParse(first.args).success)
        return `names an amount that cannot be read: ${first.args}`
    }
  }
  for (const part of partsOf(args)) {
    const unreadable = unreadableIn(part)
    if (unreadable) return unreadable
  }
  return undefined
}
