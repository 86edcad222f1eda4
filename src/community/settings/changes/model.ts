/** One value that was changed: where, as it was and as it became, as text. */
export type Difference = { path: string; before: string | undefined; after: string | undefined }

/** What differs between two states of something, value by value. */
export function differencesBetween(before: unknown, after: unknown): Difference[] {
  const [was, is] = [flatten(before, ''), flatten(after, '')]
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((path) => ({ path, before: was.get(path), after: is.get(path) }))
    .filter((one) => one.before !== one.after)
}

function flatten(value: unknown, path: string): Map<string, string> {
  if (value === null || value === undefined) return new Map()
  if (Array.isArray(value)) return new Map([[path, value.map(String).join(', ')]])
  if (typeof value === 'object')
    return new Map(
      Object.entries(value).flatMap(([name, part]) => [
        ...flatten(part, path === '' ? name : `${path}.${name}`),
      ]),
    )
  return new Map([[path, typeof value === 'string' ? value : JSON.stringify(value)]])
}
