import type { Organisation, OrganisationRow, RecordText, ShownPicture } from '../../community/index.ts'
import { Columns, Crumbs, Fact, Facts, Link, Row, type RowProps, Rows, Section } from '../../design/index.ts'
import type { EventRow } from '../events/model.ts'
import { eventRow } from '../events/words.ts'
import { ListBody, type ListFacts } from '../lists/views.tsx'
import type { OpportunityRow } from '../opportunities/model.ts'
import { callRow } from '../opportunities/words.ts'
import type { Reader } from '../readers/model.ts'
import {
  CountryLinks,
  FirstPicture,
  joined,
  OtherPictures,
  RecordHeading,
  RecordPiece,
  RecordTile,
  RecordTools,
  SourceFacts,
  TermLinks,
} from '../records/views.tsx'
import { organisationRow } from './words.ts'

const path = '/organisations'

type DirectoryFacts = { facts: ListFacts; organisations: OrganisationRow[] }

export function DirectoryBody({ facts, organisations }: DirectoryFacts) {
  return (
    <ListBody facts={facts}>
      {organisations.map((organisation) => (
        <Row {...organisationRow(facts.reader, organisation)} />
      ))}
    </ListBody>
  )
}

/** An organisation with what it does, as far as the viewer may see it. */
export type OrganisationFacts = {
  organisation: Organisation
  texts: RecordText[]
  pictures: ShownPicture[]
  calls: OpportunityRow[]
  events: EventRow[]
  /** Whether the viewer speaks for it. */
  isOwn: boolean
}

type Shown = { reader: Reader; facts: OrganisationFacts }

/** An organisation: what it is and where, then what it does. */
export function OrganisationBody({ reader, facts }: Shown) {
  const { organisation, texts, pictures } = facts
  const main = (
    <>
      <FirstPicture reader={reader} pictures={pictures} />
      <RecordPiece reader={reader} texts={texts} piece="summary" />
      <RecordPiece reader={reader} texts={texts} piece="body" />
      <OtherPictures reader={reader} pictures={pictures} />
      <PlainFacts reader={reader} organisation={organisation} />
    </>
  )
  const aside = (
    <>
      <RecordTile id={organisation.id} pictures={pictures} />
      <Facts>
        <SourceFacts reader={reader} sources={{ ...organisation, url: organisation.sourceUrl }} />
      </Facts>
      <RecordTools reader={reader} texts={texts} path={`${path}/${organisation.slug}`} />
      <OwnLink reader={reader} facts={facts} />
    </>
  )
  return (
    <article>
      <Crumbs
        locale={reader.locale}
        items={[{ href: reader.href(path), label: reader.say('organisations.title') }]}
      />
      <RecordHeading reader={reader} texts={texts} />
      <Columns main={main} aside={aside} />
      <Doings reader={reader} facts={facts} />
    </article>
  )
}

/** To its own people the way to keep it, to everybody else the way to become one of them. */
function OwnLink({ reader, facts: { organisation, isOwn } }: Shown) {
  const { say, href } = reader
  const own = `/account/organisations/${encodeURIComponent(organisation.id)}/entry`
  return (
    <p>
      {isOwn ? (
        <Link href={href(own)}>{say('organisation.edit')}</Link>
      ) : (
        <Link href={href(`${path}/${organisation.slug}/claim`)}>{say('organisation.claim')}</Link>
      )}
    </p>
  )
}

function Doings({ reader, facts: { calls, events } }: Shown) {
  const { say } = reader
  if (calls.length + events.length === 0) return <p>{say('organisation.nothing')}</p>
  return (
    <>
      <RowsOf title={say('organisation.calls')} rows={calls.map((call) => callRow(reader, call))} />
      <RowsOf title={say('organisation.events')} rows={events.map((event) => eventRow(reader, event))} />
    </>
  )
}

function RowsOf({ title, rows }: { title: string; rows: RowProps[] }) {
  if (rows.length === 0) return null
  return (
    <Section title={title}>
      <Rows>
        {rows.map((row) => (
          <Row {...row} />
        ))}
      </Rows>
    </Section>
  )
}

function PlainFacts({ reader, organisation }: { reader: Reader; organisation: Organisation }) {
  const { say, format } = reader
  const { kind, disciplines, languages, website } = organisation
  const notStated = say('call.notStated')
  const terms = (vocabulary: string, parameter: string, ids: string[]) =>
    ids.length === 0 ? notStated : <TermLinks {...{ reader, list: path, parameter, vocabulary, ids }} />
  return (
    <Facts>
      <Fact name={say('organisation.kind')}>
        {terms('organisation-kind', 'type', kind === null ? [] : [kind])}
      </Fact>
      <Fact name={say('organisation.place')}>
        <Place reader={reader} organisation={organisation} />
      </Fact>
      <Fact name={say('organisation.website')}>
        {website === null ? (
          notStated
        ) : (
          <Link href={website} external>
            {URL.parse(website)?.host ?? website}
          </Link>
        )}
      </Fact>
      <Fact name={say('record.disciplines')}>{terms('discipline', 'discipline', disciplines)}</Fact>
      <Fact name={say('organisation.languages')}>
        {languages === null ? notStated : format.list(languages.map((tag) => format.language(tag)))}
      </Fact>
    </Facts>
  )
}

function Place({ reader, organisation }: { reader: Reader; organisation: Organisation }) {
  const { city, country } = organisation
  if (city === null && country === null) return <>{reader.say('call.notStated')}</>
  const parts = [
    city === null ? null : <bdi>{city}</bdi>,
    country === null ? null : <CountryLinks reader={reader} list={path} codes={[country]} />,
  ]
  return <>{joined(parts.filter((part) => part !== null))}</>
}
