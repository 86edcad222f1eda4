import type { Organisation, OrganisationRow } from '../../community/index.ts'
import type { RowProps } from '../../design/index.ts'
import type { Reader } from '../readers/model.ts'

/** An organisation as a row of the directory. */
export function organisationRow(reader: Reader, organisation: OrganisationRow): RowProps {
  const { locale, term } = reader
  const kind = organisation.kind === null ? [] : [term('organisation-kind', organisation.kind)]
  const disciplines = organisation.disciplines.map((id) => term('discipline', id))
  return {
    locale,
    title: { text: organisation.title, lang: organisation.lang },
    href: reader.href(`/organisations/${organisation.slug}`),
    lines: [placeWords(reader, organisation)].filter(Boolean),
    facts: [...kind, ...disciplines].map((text) => ({ text })),
    tile: organisation.id,
  }
}

/** City and country, as far as they are known. */
export function placeWords(
  { format }: Reader,
  { city, country }: Pick<Organisation, 'city' | 'country'>,
): string {
  return [city, country && format.country(country)].filter(Boolean).join(', ')
}
