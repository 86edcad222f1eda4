import { textKind } from '../kinds/actions.ts'
import { keeperOf } from '../records/actions.ts'
import { may } from '../roles/permissions.ts'
import { isOwnField, type OrganisationRecord, organisationRules, organisationShape } from './model.ts'
import { organisationEntries, organisationTexts } from './queries.ts'

/** Keeps organisations as files hold them; the same id again is an update. */
export const organisationKeeper = keeperOf(
  textKind<OrganisationRecord>({
    name: 'organisations',
    rules: organisationRules,
    shape: organisationShape,
    table: 'community.organisation',
    texts: organisationTexts,
    pieces: [],
    slug: { otherwise: 'organisation' },
    row: (record) => ({
      kind: record.kind,
      country: record.country_code,
      city: record.city,
      website: record.website,
      disciplines: record.disciplines,
      languages: record.languages,
      aliases: record.aliases,
      note: record.note,
      source_url: record.source_url,
      last_checked: record.last_checked,
    }),
    entries: organisationEntries,
    own: {
      may: (by, id) => may(by, 'organisation.edit', { organisation: [id] }),
      has: isOwnField,
    },
    likeness: ({ website, name, country_code, city }) => ({
      address: website,
      title: name,
      date: null,
      place: country_code ?? city,
    }),
  }),
)
