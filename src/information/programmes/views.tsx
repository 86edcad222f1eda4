import type { RecordText, ShownPicture } from '../../community/index.ts'
import {
  Columns,
  Crumbs,
  dirOf,
  Fact,
  Facts,
  Link,
  Row,
  Rows,
  Section,
  Table,
  Text,
} from '../../design/index.ts'
import { ListBody, type ListFacts } from '../lists/views.tsx'
import type { OpportunityRow } from '../opportunities/model.ts'
import { callRow } from '../opportunities/words.ts'
import type { Reader } from '../readers/model.ts'
import {
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
import type { Edition, Programme, ProgrammeRow } from './model.ts'
import { editionFacts, editionPlace, editionTime, factWords, fieldWords, programmeRow } from './words.ts'

export function ProgrammesBody({ facts, rows }: { facts: ListFacts; rows: ProgrammeRow[] }) {
  return (
    <ListBody facts={facts}>
      {rows.map((row) => (
        <Row {...programmeRow(facts.reader, row)} />
      ))}
    </ListBody>
  )
}

export type ProgrammeFacts = {
  reader: Reader
  programme: Programme
  texts: RecordText[]
  pictures: ShownPicture[]
  calls: OpportunityRow[]
  organiser: { slug: string } | undefined
}

/** A programme with its editions and its calls. */
export function ProgrammeBody({ facts }: { facts: ProgrammeFacts }) {
  const { reader, programme, texts, pictures, calls } = facts
  const { say, href } = reader
  const main = (
    <>
      <FirstPicture reader={reader} pictures={pictures} />
      <RecordPiece reader={reader} texts={texts} piece="summary" />
      <RecordPiece reader={reader} texts={texts} piece="body" />
      <OtherPictures reader={reader} pictures={pictures} />
      <MainFacts facts={facts} />
      {programme.editions.length > 0 ? <Editions reader={reader} editions={programme.editions} /> : null}
    </>
  )
  const aside = (
    <>
      <RecordTile id={programme.id} pictures={pictures} />
      <Facts>
        <SourceFacts reader={reader} sources={programme} />
      </Facts>
      <RecordTools reader={reader} texts={texts} path={`/programmes/${programme.slug}`} />
    </>
  )
  return (
    <article>
      <Crumbs
        locale={reader.locale}
        items={[{ href: href('/programmes'), label: say('programmes.title') }]}
      />
      <RecordHeading reader={reader} texts={texts} />
      <Columns main={main} aside={aside} />
      {calls.length > 0 ? (
        <Section title={say('programme.calls')}>
          <Rows>
            {calls.map((call) => (
              <Row {...callRow(reader, call)} />
            ))}
          </Rows>
        </Section>
      ) : null}
    </article>
  )
}

function MainFacts({ facts: { reader, programme, organiser } }: { facts: ProgrammeFacts }) {
  const { say, href } = reader
  const { kind, pillar, partners } = programme
  const named = (text: string) => (
    <Text text={{ text, lang: programme.originalLang }} locale={reader.locale} />
  )
  const link = (parameter: string, vocabulary: string, id: string) => (
    <TermLinks reader={reader} list="/programmes" parameter={parameter} vocabulary={vocabulary} ids={[id]} />
  )
  const free = Object.entries(programme.facts)
    .map(([field, value]): [string, string] => [fieldWords(field), factWords(value)])
    .filter(([, words]) => words !== '')
  return (
    <Facts>
      {programme.organiser ? (
        <Fact name={say('call.organiser')}>
          {organiser ? (
            <Link href={href(`/organisations/${organiser.slug}`)}>{named(programme.organiser)}</Link>
          ) : (
            named(programme.organiser)
          )}
        </Fact>
      ) : null}
      {kind ? <Fact name={say('programme.kind')}>{link('type', 'programme-kind', kind)}</Fact> : null}
      {pillar ? <Fact name={say('facet.pillar')}>{link('pillar', 'pillar', pillar)}</Fact> : null}
      {partners.length > 0 ? (
        <Fact name={say('programme.partners')}>{joined(partners.map(named))}</Fact>
      ) : null}
      {free.length > 0 ? (
        <Fact name={say('programme.facts')}>
          {/* Free fields are kept in the words of the record, which are English. */}
          <ul lang="en" dir="ltr">
            {free.map(([field, words]) => (
              <li>
                {field}: {words}
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
    </Facts>
  )
}

function Editions({ reader, editions }: { reader: Reader; editions: Edition[] }) {
  const { say } = reader
  const columns = [
    { head: say('call.when'), words: (edition: Edition) => editionTime(reader, edition) },
    { head: say('call.where'), words: (edition: Edition) => editionPlace(reader, edition) },
    { head: say('programme.facts'), words: editionFacts, lang: 'en' },
    // A column that no edition fills says nothing.
  ].filter(({ words }) => editions.some((edition) => words(edition) !== ''))
  const marks = (lang: string | undefined) => (lang === undefined ? {} : { lang, dir: dirOf(lang) })
  return (
    <Section title={say('programme.editions')}>
      <Table
        caption={say('programme.editionCount', { count: editions.length })}
        head={[say('programme.edition'), ...columns.map(({ head }) => head)]}
        rows={editions.map((edition) => [
          <EditionName edition={edition} />,
          ...columns.map(({ words, lang }) => <span {...marks(lang)}>{words(edition)}</span>),
        ])}
      />
    </Section>
  )
}

function EditionName({ edition }: { edition: Edition }) {
  const source = edition['source_url']
  return typeof source === 'string' ? (
    <Link href={source} external>
      {edition.name}
    </Link>
  ) : (
    <bdi>{edition.name}</bdi>
  )
}
