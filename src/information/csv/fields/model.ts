/** What a table can hold of a kind of record, read from its shape. Pure. */
import { z } from 'zod'

export type CellKind = 'text' | 'number' | 'boolean' | 'day' | 'time'

/** A field that one cell can hold; a list holds several values of its kind. */
export type Field = { name: string; kind: CellKind; list: boolean; takes(value: unknown): boolean }

/** The fields of a kind: those for cells, those too deep for one, and those no record can do without. */
export type TableFields = { fields: ReadonlyMap<string, Field>; nested: string[]; required: string[] }

type Schema = z.core.JSONSchema._JSONSchema | undefined

/** Throws TypeError for a shape that is no object. */
export function tableFields(shape: z.ZodType): TableFields {
  if (!(shape instanceof z.ZodObject)) throw new TypeError('Only records have fields.')
  const schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })
  const fields = new Map<string, Field>()
  const nested: string[] = []
  for (const [name, member] of Object.entries(shape.shape)) {
    const field = fieldOf(name, schema.properties?.[name], (value) => z.safeParse(member, value).success)
    if (field) fields.set(name, field)
    else nested.push(name)
  }
  return { fields, nested, required: schema.required ?? [] }
}

function fieldOf(name: string, schema: Schema, takes: Field['takes']): Field | undefined {
  const items = variantsOf(schema).find((variant) => variant.type === 'array')?.items
  const list = items !== undefined
  const types = new Set(variantsOf(list && !Array.isArray(items) ? items : schema).flatMap(typesOf))
  types.delete('null')
  const takesOne = list ? (value: unknown) => takes([value]) : takes
  const [type] = types
  if (types.size !== 1 || type === undefined) return undefined
  if (type === 'integer' || type === 'number') return { name, kind: 'number', list, takes: takesOne }
  if (type === 'boolean') return { name, kind: 'boolean', list, takes: takesOne }
  return type === 'string' ? { name, kind: kindOfText(takesOne), list, takes: takesOne } : undefined
}

function variantsOf(schema: Schema): z.core.JSONSchema.BaseSchema[] {
  if (schema === undefined || typeof schema === 'boolean') return []
  return schema.anyOf ? schema.anyOf.flatMap(variantsOf) : [schema]
}

function typesOf({ type }: z.core.JSONSchema.BaseSchema): string[] {
  return type === undefined ? ['anything'] : [type].flat()
}

// A refined string looks like any other in a schema, so the shape is asked: only a day knows its leap years.
function kindOfText(takes: Field['takes']): CellKind {
  if (takes('2028-02-29') && !takes('2027-02-29')) return 'day'
  if (takes('23:59') && !takes('24:59')) return 'time'
  return 'text'
}

/** The name a mistyped one was probably meant to be. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const plain = folded(name)
  const known = [...names].map((other) => ({ other, away: distance(plain, folded(other)) }))
  const best = known.toSorted((a, b) => a.away - b.away)[0]
  return best && best.away <= Math.max(2, plain.length / 3) ? best.other : undefined
}

const folded = (name: string) =>
  name
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')

/** How many letters must be put in, taken out or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [down, letter] of a.split('').entries()) {
    const next = [down + 1]
    for (const [across, other] of b.split('').entries()) {
      const changed = (row[across] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(changed, (row[across + 1] ?? 0) + 1, (next[across] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
