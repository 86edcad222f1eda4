/** The rules that records of every kind are looked at by. Pure. */
import { originalLangOf, type Plain } from '../../records/model.ts'
import { type CheckLevel, type CheckRule, isObject, isStated } from '../model.ts'

/** The rules that every kind has; `title` is the field of its title, `source` those that lead to where it comes from. */
export function commonRules(kind: {
  title: string
  source: readonly string[]
  sourceLevel: CheckLevel
}): CheckRule[] {
  return [
    {
      id: 'title',
      level: 'must',
      of: 'text',
      failsIn: (_, { pieces }) => (isStated(pieces['title'] ?? pieces['name']) ? undefined : kind.title),
    },
    {
      id: 'source',
      level: kind.sourceLevel,
      of: 'record',
      failsIn: (record) =>
        kind.source.some((field) => isStated(record[field])) ? undefined : (kind.source[0] ?? 'url'),
    },
    {
      id: 'picture-words',
      level: 'must',
      harmless: true,
      of: 'record',
      failsIn: (record) => (picturesWithout(record, originalLangOf(record)) ? 'pictures' : undefined),
    },
    {
      id: 'picture-translation',
      level: 'should',
      of: 'text',
      failsIn: (record, { lang, isOriginal }) =>
        !isOriginal && picturesWithout(record, lang) ? 'pictures' : undefined,
    },
  ]
}

function picturesWithout(record: Plain, lang: string): boolean {
  const pictures = Array.isArray(record['pictures']) ? record['pictures'] : []
  return pictures.some((picture: unknown) => {
    const alt = isObject(picture) ? picture['alt'] : undefined
    return !isObject(alt) || !isStated(alt[lang])
  })
}
