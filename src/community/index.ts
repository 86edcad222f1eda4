/** The front door of the community room: people, organisations, partners, places, and the house's vocabularies. */
export {
  type HouseKnown,
  type Known,
  placeOrSetShape,
  placeShape,
  realDates,
  recordId,
  termListShape,
  termShape,
  termsShape,
  textFields,
} from './known/model.ts'
export { keepKnown, readKnown } from './known/queries.ts'
export { answerCheck, type CheckedKind, lookAgain } from './checks/actions.ts'
export { commonRules } from './checks/rules/model.ts'
export {
  allFindings,
  answersTo,
  type CheckAnswer,
  checkAnswers,
  type CheckedText,
  checkedTexts,
  type CheckLevel,
  checkLevels,
  type ChecklistItem,
  type ChecklistTest,
  type CheckRule,
  type CheckState,
  type Finding,
  findingsOfText,
  isAskedOf,
  isStated,
  type Looking,
} from './checks/model.ts'
export {
  dropItem,
  findAll,
  findOutdated,
  type GivenAnswer,
  putItem,
  readChecklist,
  readGivenAnswers,
} from './checks/queries.ts'
export {
  type Bulk,
  type BulkAction,
  bulkActions,
  type BulkChange,
  type BulkOutcome,
  bulkOutcomes,
  type BulkRecord,
  type Undoing,
} from './bulks/model.ts'
export {
  findBulk,
  holdBulkRecord,
  insertBulk,
  listBulkRecords,
  listBulks,
  moveBulk,
  readBulk,
  type SettledRecord,
  settleBulkRecords,
} from './bulks/queries.ts'
export {
  type DeskAsked,
  type DeskFacet,
  deskFacets,
  type DeskRow,
  type DeskSort,
  deskSorts,
} from './desk-entries/model.ts'
export {
  keepDeskEntries,
  listAssignees,
  listDeskRows,
  readDeskIds,
  readDeskRows,
} from './desk-entries/queries.ts'
export { longestViewName, type TableView } from './table-views/model.ts'
export { countTableViews, dropTableView, listTableViews, putTableView } from './table-views/queries.ts'
export { keepEntries, rebuildEntries, type RebuildOptions } from './indexing/actions.ts'
export { entriesOf, type EntrySource, labelsOf } from './indexing/queries.ts'
export { shaped, textKind } from './kinds/actions.ts'
export {
  type Batch,
  type EditAnswer,
  type EditRequest,
  type Giver,
  type Keeping,
  keptBefore,
  type RecordKeeper,
  type RecordKind,
  type Taken,
  type Written,
} from './kinds/model.ts'
export { organisationKeeper } from './organisations/actions.ts'
export {
  type Organisation,
  type OrganisationRecord,
  type OrganisationRow,
  organisationRules,
  organisationShape,
} from './organisations/model.ts'
export {
  findOrganisation,
  findOrganisationByName,
  hasOrganisations,
  listOrganisations,
  listOrganisationsIn,
  organisationEntries,
  readOrganisationRows,
  organisationTables,
} from './organisations/queries.ts'
export { assign, assignOne, type Assignment } from './assignments/actions.ts'
export { findAssigned, listAssignable, type NamedPerson, readAssigned } from './assignments/queries.ts'
export { compareWords, differenceOf, type FieldDifference, type Piece } from './differences/model.ts'
export {
  compareVersions,
  type Comparison,
  confirmTranslation,
  fieldsToRestore,
  readRevisions,
  readSeen,
  restore,
  type RestoreRequest,
  type StaleText,
  staleOf,
} from './history/actions.ts'
export { changeState, type StateRequest } from './lives/actions.ts'
export { isSeen, isStateField, isWriters, langsOf, stateField, stateIn, statesAfter } from './lives/model.ts'
export { deskPathOf, lifeNotices } from './lives/words.ts'
export { longestRemark, type Remark } from './remarks/model.ts'
export { listRemarks } from './remarks/queries.ts'
export { type RemarkRequest, sayRemark, settleRemark } from './remarks/actions.ts'
export { type Revision } from './revisions/model.ts'
export { findVersion, listStale } from './revisions/queries.ts'
export { scheduleText, type ScheduleRequest, withdrawSchedule } from './schedules/actions.ts'
export { type Becoming, type FailedCheck, momentOf, type Schedule, schedulable } from './schedules/model.ts'
export { listSchedules } from './schedules/queries.ts'
export {
  mayEditField,
  mayEditText,
  mayPublish,
  maySeeText,
  mayWrite,
  subjectOf,
} from './lives/permissions.ts'
export { claimNotices } from './claims/model.ts'
export { countWaiting } from './claims/queries.ts'
export { type HeapName, heapNames, type Waiting, type WaitingRecord } from './waiting/model.ts'
export { readWaiting } from './waiting/queries.ts'
export {
  type Membership,
  membershipNotices,
  type MembershipRole,
  type NamedOrganisation,
} from './memberships/model.ts'
export { speaksFor } from './memberships/permissions.ts'
export { listMembershipsOf } from './memberships/queries.ts'
export {
  endings,
  type KeptPicture,
  mostPictures,
  newPicture,
  picturesIn,
  picturesShape,
  type PictureStage,
  type RecordPicture,
  type ShownPicture,
  stageOf,
} from './pictures/model.ts'
export { takeMissingPictures, takePicture } from './pictures/actions.ts'
export { listMissingPictures, listPictures, readKeptPictures, readShownPictures } from './pictures/queries.ts'
export { partnerKeeper } from './partners/actions.ts'
export { type Partner, type PartnerRecord, partnerShape, type Region } from './partners/model.ts'
export type { ShownFacts } from './partners/facts/model.ts'
export { findPartnerFacts } from './partners/facts/queries.ts'
export { findPartner, listPartners, partnerEntries, readPlacesCalled } from './partners/queries.ts'
export { catalogues } from './messages/index.ts'
export { type Choices, countryChoices, languageChoices } from './profiles/choices/model.ts'
export type { Profile, Residence } from './profiles/model.ts'
export { listFindableProfiles, readProfile } from './profiles/queries.ts'
export {
  plantDemonstrationClaim,
  plantDemonstrationPeople,
  plantDemonstrationWork,
} from './demonstration/actions.ts'
export { keyedBy } from './links/actions.ts'
export { tell } from './notices/actions.ts'
export {
  type NoticeDeclaration,
  noticeRegistryOf,
  type NoticeRegistry,
  type Notices,
  type NoticeWords,
} from './notices/model.ts'
export { type Member, stranger, type Viewer } from './people/model.ts'
export {
  isRecordKind,
  type Permission,
  type RecordKindName,
  recordKinds,
  type Registry,
  registryOf,
  type RoleDeclaration,
} from './roles/model.ts'
export { inviteSomebody } from './invitations/actions.ts'
export { roleNotices } from './roles/words.ts'
export { communityRoles } from './roles/declared/model.ts'
export { limitsInWords } from './roles/limits/model.ts'
export { may, mayAnywhere, rolesWith } from './roles/permissions.ts'
export { communityHeld } from './privacy/declared/actions.ts'
export { keepDraft, letGoOfDraft } from './drafts/actions.ts'
export { type Draft, type DraftKey, findDraft, listNewDrafts } from './drafts/queries.ts'
export { findMovedTo } from './old-addresses/queries.ts'
export { endPreviewLink, makePreviewLink, previewBehind } from './previews/actions.ts'
export { previewDays } from './previews/model.ts'
export { listPreviewLinks, type PreviewLink } from './previews/queries.ts'
export { readRecordAt } from './records/versions/queries.ts'
export { eraserOf } from './privacy/closing/actions.ts'
export { droppedAfter, heldTable } from './privacy/held/actions.ts'
export {
  type Held,
  heldBy,
  type HeldDeclaration,
  type HeldRecord,
  type HeldWords,
  type Retention,
  type Sensitive,
} from './privacy/held/model.ts'
export { readActor } from './roles/holders/queries.ts'
export { recordRead } from './privacy/readings/actions.ts'
export { carriesIdentity, openSigningIn, type SigningIn, viewerOf } from './signing-in/actions.ts'
export { communityScopes, meShape, type ScopeDeclaration, scopesOf, tokenNotices } from './tokens/model.ts'
export { type DatedMember, readDatedSets, readKnownVersion } from './places/queries.ts'
export { type CountrySet, findSet, type Place, placeNames } from './places/model.ts'
export { keeperOf } from './records/actions.ts'
export {
  type Authority,
  type Doubt,
  type KeptRecord,
  type Outcome,
  type Fields,
  flatten,
  originalLangOf,
  ownFiles,
  type Plain,
  provenanceShape,
  sameValue,
  type Source,
  textIn,
  unflatten,
  pieceNamed,
  titleIn,
} from './records/model.ts'
export {
  countRecords,
  holdRecords,
  readHeld,
  readRecord,
  readRecords,
  readRecordsAfter,
  readVersions,
  releaseRecords,
} from './records/queries.ts'
export { keepTexts } from './texts/actions.ts'
export {
  type ChosenText,
  inOrderOfUse,
  langTag,
  type LangText,
  pieceOf,
  type RecordText,
  type TextState,
  textStates,
  slugWanted,
} from './texts/model.ts'
export {
  type AddressedTables,
  findSlug,
  joinText,
  listTitles,
  type PublicRecord,
  readPublicPart,
  readPublicParts,
  readTexts,
  saysWords,
  textLangs,
  visibleEntry,
} from './texts/queries.ts'
export {
  asDelivered,
  coloursOf,
  houseName,
  type HouseSettings,
  lookOf,
  pagePath,
  spoken,
} from './settings/model.ts'
export { findLogo } from './settings/logo/queries.ts'
export { endMerge, listEndedMerges, listRecordsWith, putProgress } from './vocabularies/merging/queries.ts'
export { isTerm, standingTerm, type Term, termName, type Vocabularies } from './vocabularies/model.ts'
export { type House, type HouseEnv, memberIn, type Visit } from './visits/model.ts'
