import { Heading, type LangText, type Locale, OtherLanguage, Prose } from '../../../design/index.ts'

/** A page of the house's own. */
export function OwnPageBody({
  locale,
  title,
  text,
}: {
  locale: Locale
  title: LangText
  text: LangText | undefined
}) {
  return (
    <>
      <Heading text={title.text} lang={title.lang === locale ? undefined : title.lang} />
      <OtherLanguage locale={locale} lang={title.lang} />
      {text === undefined ? null : <Prose text={text} locale={locale} />}
    </>
  )
}
