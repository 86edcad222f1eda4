/** Values of a record as they stand in the fields of a form. Pure. */
import type { FieldInput } from '../../fields/model.ts'
import type { AskedField, Flat, Typed } from '../model.ts'

/** What stands in the fields of a form that shows a record. */
export function typedOf(fields: readonly AskedField[], flat: Flat): Typed {
  return Object.assign({}, ...fields.map(({ path, input }) => typedValue(path, input, flat[path])))
}

/** What stands in one field. */
export function typedValue(path: string, input: FieldInput, value: unknown): Typed {
  switch (input.is) {
    case 'flag':
      return value === true ? { [path]: ['yes'] } : {}
    case 'terms':
    case 'countries':
    case 'places':
    case 'languages':
      return listTyped(path, 'stated' in input && input.stated, value)
    case 'lines':
    case 'addresses':
      return { [path]: [textsIn(value).join('\n')] }
    case 'rows':
      return Object.assign(
        {},
        ...listIn(value).flatMap((row, at) =>
          input.columns.map((column) => {
            const own = column.name === 'facts' ? otherFacts(row, input.columns) : entriesOf(row)[column.name]
            return typedValue(`${path}.${at}.${column.name}`, column.input, own)
          }),
        ),
      )
    case 'facts':
      return Object.assign(
        {},
        ...Object.entries(entriesOf(value)).map(([key, fact], at) => ({
          [`${path}.${at}.key`]: [key],
          [`${path}.${at}.value`]: [input.words ? plainText(fact) : factTyped(fact)],
        })),
      )
    case 'recurrence': {
      const { rule, dates, except } = entriesOf(value)
      return {
        [`${path}.rule`]: [plainText(rule)],
        [`${path}.dates`]: [textsIn(dates).join('\n')],
        [`${path}.except`]: [textsIn(except).join('\n')],
      }
    }
    case 'language':
      return { [path]: [plainText(value) || 'en'] }
    case 'choice':
      return { [path]: [plainText(value) || (input.stands ?? '')] }
    default:
      return { [path]: [plainText(value)] }
  }
}

function listTyped(path: string, stated: boolean, value: unknown): Typed {
  if (stated && (value === null || value === undefined)) return { [`${path}-unstated`]: ['yes'] }
  const texts = textsIn(value)
  return texts.length === 0 ? {} : { [path]: texts }
}

/** Whatever a row says that no other column takes. */
function otherFacts(row: unknown, columns: readonly { name: string }[]): Record<string, unknown> {
  const own = new Set(columns.map(({ name }) => name))
  return Object.fromEntries(Object.entries(entriesOf(row)).filter(([name]) => !own.has(name)))
}

/** A fact as it is typed: words as they are, and in quotation marks where they would be read as something else. */
function factTyped(fact: unknown): string {
  return typeof fact === 'string' && factRead(fact) === fact ? fact : JSON.stringify(fact)
}

/** What was typed as a fact: a number, a list and the like where it is written as JSON, else words. */
export function factRead(text: string): unknown {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'number' && !Number.isFinite(read) ? text : read
  } catch {
    return text
  }
}

export const entriesOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {}

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const textsIn = (value: unknown): string[] => listIn(value).filter((one) => typeof one === 'string')
const plainText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
