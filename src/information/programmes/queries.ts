import { sql } from 'kysely'
import {
  entriesOf,
  joinText,
  labelsOf,
  readTexts,
  type RecordText,
  saysWords,
  type Viewer,
} from '../../community/index.ts'
import {
  askList,
  type Db,
  firstRow,
  hasAny,
  type ListAnswer,
  type ListRequest,
  rows,
  showsList,
  showsRecords,
} from '../../platform/index.ts'
import type { Programme, ProgrammeRow } from './model.ts'

export const programmeTexts = 'information.programme_text'

/** What the index holds of programmes. */
export const programmeEntries = entriesOf({
  kind: 'programmes',
  table: 'information.programme',
  texts: programmeTexts,
  pieces: [],
  besides: sql`r.partners || r.organiser || array(select e ->> 'name' from jsonb_array_elements(r.editions) e)`,
  labels: labelsOf('type', sql`array[r.kind]`),
  moments: sql`'{}'::timestamptz[]`,
  until: sql`null::timestamptz`,
})

const listed = sql`r.id, r.slug, r.kind, r.pillar, r.organiser, r.editions`

/** One page of programmes with the counts of every facet, by name. */
export function listProgrammes(
  db: Db,
  viewer: Viewer,
  locale: string,
  request: ListRequest & { words?: string | undefined },
): Promise<ListAnswer<ProgrammeRow>> {
  showsList('programmes')
  const { words } = request
  const kind = sql`array_remove(array[r.kind], null)`
  const pillar = sql`array_remove(array[r.pillar], null)`
  return askList<ProgrammeRow>(
    db,
    {
      from: sql`information.programme r ${joinText(programmeTexts, viewer, locale)}`,
      where: sql`true`,
      columns: sql`${listed}, text.*`,
      facets: [
        { name: 'pillar', values: pillar, matches: hasAny(pillar) },
        { name: 'type', values: kind, matches: hasAny(kind) },
        // Words count as a facet, so that an empty list can say what to loosen.
        ...(words
          ? [
              {
                name: 'q',
                values: sql`'{}'::text[]`,
                matches: () => saysWords(programmeTexts, viewer, words),
              },
            ]
          : []),
      ],
      order: sql`text.title collate "und-x-icu", r.id`,
    },
    { ...request, chosen: { ...request.chosen, ...(words ? { q: [words] } : {}) } },
  )
}

/** These programmes as lists show them, in no order. */
export function readProgrammeRows(
  db: Db,
  viewer: Viewer,
  locale: string,
  ids: string[],
): Promise<ProgrammeRow[]> {
  return rows<ProgrammeRow>(
    db,
    sql`select ${listed}, text.* from information.programme r ${joinText(programmeTexts, viewer, locale)}
      where r.id = any(${ids})`,
  )
}

/** The programme with this slug or id, with the texts the viewer may see; undefined when there is none to see. */
export async function findProgramme(
  db: Db,
  viewer: Viewer,
  by: { slug: string } | { id: string },
  locale: string,
): Promise<{ programme: Programme; texts: RecordText[] } | undefined> {
  const programme = await firstRow<Programme>(
    db,
    sql`select ${listed}, r.original_lang as "originalLang", r.partners, r.facts, r.url,
        r.more_sources as "moreSources", r.last_checked as "lastChecked"
      from information.programme r where ${'slug' in by ? sql`r.slug = ${by.slug}` : sql`r.id = ${by.id}`}`,
  )
  if (!programme) return undefined
  showsRecords('programmes', programme.id)
  const texts = await readTexts(db, viewer, programmeTexts, programme, locale)
  return texts.length > 0 ? { programme, texts } : undefined
}

/** The name and address of the programme a record names by its id, for a link; undefined when there is none to see. */
export function findProgrammeTitle(
  db: Db,
  viewer: Viewer,
  locale: string,
  id: string,
): Promise<{ slug: string; title: string; lang: string } | undefined> {
  showsRecords('programmes', id)
  return firstRow(
    db,
    sql<{ slug: string; title: string; lang: string }>`select r.slug, text.title, text.lang
      from information.programme r ${joinText(programmeTexts, viewer, locale)} where r.id = ${id}`,
  )
}
