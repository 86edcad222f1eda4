import { Codes, Forms, Front, Kept } from './gallery/forms.tsx'
import { List, Others } from './gallery/lists.tsx'
import { Colours, Tiles, Type } from './gallery/looks.tsx'
import { Record, Tables } from './gallery/records.tsx'
import type { Locale } from './locales.ts'

/** Every piece in every state, for those who make pages; its own words are English in every language. */
export function Gallery({ locale }: { locale: Locale }) {
  return (
    <>
      <List locale={locale} />
      <Others locale={locale} />
      <Front locale={locale} />
      <Record locale={locale} />
      <Forms locale={locale} />
      <Kept locale={locale} />
      <Codes />
      <Tables locale={locale} />
      <Tiles />
      <Type locale={locale} />
      <Colours />
    </>
  )
}
