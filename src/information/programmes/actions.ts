import { keeperOf, textKind } from '../../community/index.ts'
import { rulesOf } from '../checks/model.ts'
import { type ProgrammeRecord, programmeShape } from './model.ts'
import { programmeEntries, programmeTexts } from './queries.ts'

/** Keeps programmes with their editions as files hold them; the same id again is an update. */
export const programmeKeeper = keeperOf(
  textKind<ProgrammeRecord>({
    name: 'programmes',
    rules: rulesOf.programmes,
    shape: programmeShape,
    table: 'information.programme',
    texts: programmeTexts,
    pieces: [],
    slug: { otherwise: 'programme' },
    row: (record) => ({
      kind: record.kind,
      pillar: record.pillar,
      organiser: record.organiser,
      partners: record.partners,
      facts: record.facts,
      editions: record.editions,
      url: record.source_url,
      more_sources: record.more_sources,
      last_checked: record.last_checked,
    }),
    entries: programmeEntries,
    likeness: ({ source_url: address, name, organiser }) => ({
      address,
      title: name,
      date: null,
      place: organiser,
    }),
  }),
)
