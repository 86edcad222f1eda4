/** Limits of a grant in words. Pure. */
import { formatsFor, type Locale } from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import { type LimitKind, limitKinds, type Limits, recordKinds } from '../model.ts'

/** Each limit as a phrase of its own ("only in French"); none where there is none. */
export function limitsInWords(locale: Locale, limits: Limits): string[] {
  const say = speak(locale)
  return limitKinds.flatMap((kind) => {
    const values = limits[kind]
    if (!values?.length) return []
    return [
      say(`limit.${kind}`, {
        values: formatsFor(locale).list(values.map((value) => valueOf(locale, kind, value))),
      }),
    ]
  })
}

function valueOf(locale: Locale, limit: LimitKind, value: string): string {
  if (limit === 'language') return formatsFor(locale).language(value)
  if (limit === 'country') return formatsFor(locale).country(value)
  // A country among the partners goes by the code of its place.
  if (limit === 'partner' && /^[a-z]{2}$/.test(value)) return formatsFor(locale).country(value.toUpperCase())
  const kind = recordKinds.find((name) => name === value)
  return limit === 'kind' && kind ? speak(locale)(`kind.${kind}`) : value
}
