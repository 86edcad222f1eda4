import { Heading, type Locale, localeNames, Table, formatsFor, Notice } from '../../design/index.ts'
import { speak } from '../messages/index.ts'

/** How far one language has come, over all rooms. */
export type LanguageCoverage = { locale: Locale; total: number; translated: number; reviewed: number }

/** The languages on offer, with how much of each a person has reviewed. */
export function LanguagesBody({
  locale,
  coverage,
  offered,
}: {
  locale: Locale
  coverage: LanguageCoverage[]
  offered: readonly Locale[]
}) {
  const say = speak(locale)
  const format = formatsFor(locale)
  const of = (count: number, total: number) => say('languages.of', { count, total: format.number(total) })
  return (
    <>
      <Heading locale={locale} text={say('languages.title')} lead={say('languages.lead')} />
      <Table
        caption={say('languages.title')}
        head={[say('languages.language'), say('languages.translated'), say('languages.reviewed')]}
        numeric={[1, 2]}
        rows={offered.map((listed) => {
          const found = coverage.find((one) => one.locale === listed)
          const name = (
            <a href={listed === 'en' ? '/' : `/${listed}/`} lang={listed} hreflang={listed}>
              {localeNames[listed]}
            </a>
          )
          if (!found) return [name, say('languages.source'), say('languages.source')]
          return [name, of(found.translated, found.total), of(found.reviewed, found.total)]
        })}
      />
      <Notice tone="info">{say('languages.unreviewed')}</Notice>
    </>
  )
}
