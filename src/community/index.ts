/** The front door of the community room: people, organisations, partners, places, and the house's vocabularies. */
export {
  type Known,
  placeOrSetShape,
  placeShape,
  realDates,
  recordId,
  termShape,
  textFields,
} from './known/model.ts'
export { keepKnown, readKnown } from './known/queries.ts'
export { saveOrganisation } from './organisations/actions.ts'
export {
  type Organisation,
  type OrganisationRecord,
  type OrganisationRow,
  organisationShape,
} from './organisations/model.ts'
export {
  findOrganisation,
  findOrganisationByName,
  hasOrganisations,
  listOrganisationAddresses,
  listOrganisations,
  listOrganisationsIn,
  organisationHash,
} from './organisations/queries.ts'
export { savePartner } from './partners/actions.ts'
export { type Partner, type PartnerRecord, partnerShape, type Region } from './partners/model.ts'
export { findPartner, listPartners, partnerHash, searchPartners } from './partners/queries.ts'
export { stranger, type Viewer } from './people/model.ts'
export { maySeeUnpublished } from './people/permissions.ts'
export { type CountrySet, findSet, type Place } from './places/model.ts'
export { keepTexts } from './texts/actions.ts'
export {
  type ChosenText,
  inOrderOfUse,
  langTag,
  type LangText,
  pieceOf,
  type RecordText,
  type TextState,
  wordsForSlug,
} from './texts/model.ts'
export { joinText, readTexts, saysWords, slugFor, textLangs } from './texts/queries.ts'
export { isTerm, type Term, termName, type Vocabularies } from './vocabularies/model.ts'
export type { House, HouseEnv, Visit } from './visits/model.ts'
