import type { Child } from 'hono/jsx'
import { pieceOf, type RecordText } from '../../community/index.ts'
import { Columns, Crumbs, Fact, Facts, Link, Row, Rows, Section, Text, Tile } from '../../design/index.ts'
import { ClosingBox } from '../deadlines/views.tsx'
import { whoWords } from '../eligibility/words.ts'
import { ListBody, type ListFacts } from '../lists/views.tsx'
import type { Reader } from '../readers/model.ts'
import {
  CountryLinks,
  joined,
  ReadFrom,
  RecordHeading,
  RecordPiece,
  RecordTools,
  Said,
  SourceFacts,
  TermLinks,
} from '../records/views.tsx'
import type { Opportunity, OpportunityRow } from './model.ts'
import { ageWords, callRow, deadlineOf, feeWords } from './words.ts'

/** How many calls stand how to what the visitor told, each a link to those alone. */
export type Standings = { standing: 'yes' | 'depends' | 'not-stated'; count: number; href: string }[]

/** The list of calls; with what was told, how they stand to it. */
export function CallsBody({
  facts,
  rows,
  standings,
}: {
  facts: ListFacts
  rows: OpportunityRow[]
  standings: Standings
}) {
  const { say } = facts.reader
  const above =
    standings.length === 0 ? null : (
      <ul class="standings">
        {standings.map(({ standing, count, href }) => (
          <li>
            <a href={href}>{say(`standing.${standing}`, { count })}</a>
          </li>
        ))}
      </ul>
    )
  return (
    <ListBody facts={facts} above={above}>
      {rows.map((row) => (
        <Row {...callRow(facts.reader, row, standings.length > 0)} />
      ))}
    </ListBody>
  )
}

export type CallFacts = {
  reader: Reader
  call: Opportunity
  texts: RecordText[]
  related: OpportunityRow[]
  /** Pages that names of the call have. */
  organiser: { slug: string } | undefined
  programme: { slug: string; title: string; lang: string } | undefined
}

/** A call: when it closes first, then who may apply, what is paid, and the rest. */
export function CallBody({ facts }: { facts: CallFacts }) {
  const { reader, call, texts, related } = facts
  const { say, href } = reader
  const main = (
    <>
      <ClosingBox
        reader={reader}
        deadline={deadlineOf(call)}
        changes={call.changes}
        printed={pieceOf(texts, 'deadline_text')}
        realDates={call.realDates}
        readings={call.readings}
        lang={call.originalLang}
      />
      <RecordPiece reader={reader} texts={texts} piece="summary" />
      <MainFacts facts={facts} />
      <RecordPiece reader={reader} texts={texts} piece="body" />
    </>
  )
  const aside = (
    <>
      <Tile id={call.id} size={4} />
      <Facts>
        <SourceFacts reader={reader} sources={call} />
      </Facts>
      <RecordTools reader={reader} texts={texts} path={`/opportunities/${call.slug}`} />
    </>
  )
  return (
    <article>
      <Crumbs
        locale={reader.locale}
        items={[{ href: href('/opportunities'), label: say('opportunities.title') }]}
      />
      <RecordHeading reader={reader} texts={texts} />
      <Columns main={main} aside={aside} />
      {related.length > 0 ? (
        <Section title={say('call.related')}>
          <Rows>
            {related.map((row) => (
              <Row {...callRow(reader, row)} />
            ))}
          </Rows>
        </Section>
      ) : null}
    </article>
  )
}

function MainFacts({ facts }: { facts: CallFacts }) {
  const { reader, call, texts } = facts
  const { say, term, format } = reader
  const notStated = say('call.notStated')
  const terms = (vocabulary: string, ids: string[] | null) =>
    ids && ids.length > 0 ? format.list(ids.map((id) => term(vocabulary, id))) : notStated
  const languages = call.applicationLanguages?.map((tag) => format.language(tag))
  const read = (...fields: string[]) => (
    <ReadFrom reader={reader} readings={call.readings} lang={call.originalLang} fields={fields} />
  )
  return (
    <Facts>
      <Fact name={say('call.who')}>
        {whoWords(reader, call) ?? notStated}
        <Stated reader={reader} texts={texts} piece="eligibility" />
        {read('citizenship', 'residence', 'base', 'anyone', 'eligible_except')}
      </Fact>
      <Fact name={say('call.shapes')}>
        {terms('applicant-shape', call.applicantShapes)}
        {read('applicant_shapes')}
      </Fact>
      <Fact name={say('call.roles')}>
        {terms('applicant-role', call.applicantRoles)}
        {read('applicant_roles')}
      </Fact>
      <Fact name={say('call.stages')}>
        {terms('career-stage', call.careerStages)}
        {read('career_stages')}
      </Fact>
      <Fact name={say('call.age')}>
        {ageWords(reader, call) ?? notStated}
        {read('age_min', 'age_max')}
      </Fact>
      <Fact name={say('call.paid')}>
        {terms('covers', call.covers)}
        <Stated reader={reader} texts={texts} piece="funding_summary" />
        {read('covers')}
      </Fact>
      <Fact name={say('call.fee')}>
        {feeWords(reader, call)}
        <FeeReason reader={reader} texts={texts} />
        {read('fee', 'fee_amount', 'fee_currency')}
      </Fact>
      <Fact name={say('call.languages')}>
        {languages ? format.list(languages) : notStated}
        {read('application_languages')}
      </Fact>
      <Fact name={say('call.access')}>
        <Stated reader={reader} texts={texts} piece="access_support" otherwise={notStated} />
        {read('access_support')}
      </Fact>
      <WhereAndWhen reader={reader} call={call} />
      <Circle facts={facts} />
    </Facts>
  )
}

function WhereAndWhen({ reader, call }: { reader: Reader; call: Opportunity }) {
  const { say, format } = reader
  const { hostCity, hostCountries, online, activityStart, activityEnd } = call
  const places: Child[] = [
    ...(hostCity ? [<bdi>{hostCity}</bdi>] : []),
    ...(hostCountries.length > 0
      ? [<CountryLinks reader={reader} list="/opportunities" codes={hostCountries} />]
      : []),
    ...(online ? [say('row.online')] : []),
  ]
  const start = activityStart ?? activityEnd
  return (
    <>
      <Fact name={say('call.where')}>{places.length > 0 ? joined(places) : say('call.notStated')}</Fact>
      <Fact name={say('call.when')}>
        {start ? format.dateRange(start, activityEnd ?? start) : say('call.notStated')}
      </Fact>
    </>
  )
}

/** Who stands behind the call, and what it is about. */
function Circle({ facts: { reader, call, organiser, programme } }: { facts: CallFacts }) {
  const { say, href, locale } = reader
  return (
    <>
      <Fact name={say('call.organiser')}>
        {call.organiser === null ? (
          say('call.notStated')
        ) : organiser ? (
          <Link href={href(`/organisations/${organiser.slug}`)}>{call.organiser}</Link>
        ) : (
          <bdi>{call.organiser}</bdi>
        )}
      </Fact>
      {call.partners.length > 0 ? (
        <Fact name={say('call.partners')}>
          {joined(call.partners.map((partner) => <bdi>{partner}</bdi>))}
        </Fact>
      ) : null}
      {call.type ? (
        <Fact name={say('call.type')}>
          <TermLinks
            reader={reader}
            list="/opportunities"
            parameter="type"
            vocabulary="opportunity-type"
            ids={[call.type]}
          />
        </Fact>
      ) : null}
      {(['discipline', 'theme'] as const).map((vocabulary) => {
        const ids = vocabulary === 'discipline' ? call.disciplines : call.themes
        return ids.length > 0 ? (
          <Fact name={say(`record.${vocabulary}s`)}>
            <TermLinks
              reader={reader}
              list="/opportunities"
              parameter={vocabulary}
              vocabulary={vocabulary}
              ids={ids}
            />
          </Fact>
        ) : null
      })}
      {programme ? (
        <Fact name={say('record.programme')}>
          <Link href={href(`/programmes/${programme.slug}`)}>
            <Text text={{ text: programme.title, lang: programme.lang }} locale={locale} />
          </Link>
        </Fact>
      ) : null}
    </>
  )
}

/** A piece of text as the source states it, in its language; `otherwise` where there is none. */
function Stated(props: { reader: Reader; texts: RecordText[]; piece: string; otherwise?: string }) {
  const found = pieceOf(props.texts, props.piece)
  if (!found) return <>{props.otherwise ?? null}</>
  return <Text text={found} locale={props.reader.locale} as="p" />
}

function FeeReason({ reader, texts }: { reader: Reader; texts: RecordText[] }) {
  const found = pieceOf(texts, 'fee_reason')
  if (!found) return null
  return (
    <p>
      <Said sentence={(reason) => reader.say('call.feeReason', { reason })}>
        <Text text={found} locale={reader.locale} />
      </Said>
    </p>
  )
}
