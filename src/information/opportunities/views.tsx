import type { Child } from 'hono/jsx'
import { pieceOf, type RecordText, type ShownPicture } from '../../community/index.ts'
import { Columns, Crumbs, Fact, Facts, Link, LinkList, Row, Rows, Section, Text } from '../../design/index.ts'
import { ClosingBox, RoundsFact } from '../deadlines/views.tsx'
import { whoWords } from '../eligibility/words.ts'
import type { CalendarLinks } from '../feeds/model.ts'
import { CalendarLine } from '../feeds/views.tsx'
import { ListBody, type ListFacts } from '../lists/views.tsx'
import type { Reader } from '../readers/model.ts'
import {
  CountryLinks,
  FirstPicture,
  joined,
  OtherPictures,
  ReadFrom,
  RecordHeading,
  RecordPiece,
  RecordTile,
  RecordTools,
  Said,
  SourceFacts,
  TermLinks,
} from '../records/views.tsx'
import { realActivityWords } from '../records/words.ts'
import type { Opportunity, OpportunityRow } from './model.ts'
import { ageWords, callRow, deadlineOf, feeWords, whenWords } from './words.ts'

/** How many calls stand how to what the visitor told, each with the address of those alone. */
export type Standings = { standing: 'yes' | 'depends' | 'not-stated'; count: number; href: string }[]

/** The list of calls; with what was told, those of each standing apart. */
export function CallsBody({
  facts,
  rows,
  standings,
}: {
  facts: ListFacts
  rows: OpportunityRow[]
  standings: Standings
}) {
  const { reader } = facts
  const title = (standing: Standings[number]) =>
    reader.say(`standing.${standing.standing}`, { count: standing.count })
  const rowsOf = (shown: OpportunityRow[]) => shown.map((row) => <Row {...callRow(reader, row)} />)
  if (standings.length === 0) return <ListBody facts={facts}>{rowsOf(rows)}</ListBody>
  const parts = standings.map((standing) => ({
    title: title(standing),
    rows: rowsOf(rows.filter((row) => row.standing === degrees[standing.standing])),
  }))
  // On one page all of them are in sight.
  const items = standings
    .filter(({ count }) => count > 0 && facts.total > rows.length)
    .map((standing) => ({ href: standing.href, label: title(standing) }))
  return <ListBody facts={facts} above={items.length > 0 ? <LinkList items={items} /> : null} parts={parts} />
}

const degrees = { yes: 2, depends: 1, 'not-stated': -1 }

export type CallFacts = {
  reader: Reader
  call: Opportunity
  texts: RecordText[]
  pictures: ShownPicture[]
  related: OpportunityRow[]
  /** Pages that names of the call have. */
  organiser: { slug: string } | undefined
  programme: { slug: string; title: string; lang: string } | undefined
  /** Its deadline for calendars; none of a call without a day. */
  calendar: CalendarLinks | undefined
}

/** A call: when it closes first, then who may apply, what is paid, and the rest. */
export function CallBody({ facts }: { facts: CallFacts }) {
  const { reader, call, texts, pictures, related } = facts
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
      <FirstPicture reader={reader} pictures={pictures} />
      <RecordPiece reader={reader} texts={texts} piece="summary" />
      <MainFacts facts={facts} />
      <RecordPiece reader={reader} texts={texts} piece="body" />
      <OtherPictures reader={reader} pictures={pictures} />
    </>
  )
  const aside = (
    <>
      <RecordTile id={call.id} pictures={pictures} />
      <Facts>
        <SourceFacts reader={reader} sources={call} />
      </Facts>
      {facts.calendar ? <CalendarLine reader={reader} links={facts.calendar} /> : null}
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

/** What decides first: who may apply, what is paid, the fee; then where and when, and the rest of the conditions. */
function MainFacts({ facts }: { facts: CallFacts }) {
  const { reader, call } = facts
  const { say, term, format } = reader
  const terms = (vocabulary: string, ids: string[] | null) =>
    ids && ids.length > 0 ? format.list(ids.map((id) => term(vocabulary, id))) : undefined
  const languages = call.applicationLanguages ?? []
  const shared = { facts }
  return (
    <Facts>
      <CallFact
        {...shared}
        name={say('call.who')}
        value={whoWords(reader, call) ?? say('call.whoNotStated')}
        piece="eligibility"
        fields={['citizenship', 'residence', 'base', 'anyone', ...eligible]}
      />
      <CallFact
        {...shared}
        name={say('call.paid')}
        value={terms('covers', call.covers)}
        piece="funding_summary"
        fields={['covers']}
      />
      <CallFact {...shared} name={say('call.fee')} value={feeWords(reader, call)} fields={fee}>
        <FeeReason facts={facts} />
      </CallFact>
      <RoundsFact reader={reader} deadline={deadlineOf(call)} lang={call.originalLang} />
      <CallFact {...shared} name={say('call.where')} value={whereOf(reader, call)} fields={where} />
      <CallFact {...shared} name={say('call.when')} value={whenWords(reader, call)} fields={when}>
        <RealActivity reader={reader} dates={call.realDates} />
      </CallFact>
      <CallFact
        {...shared}
        name={say('call.shapes')}
        value={terms('applicant-shape', call.applicantShapes)}
        fields={['applicant_shapes']}
      />
      <CallFact
        {...shared}
        name={say('call.roles')}
        value={terms('applicant-role', call.applicantRoles)}
        fields={['applicant_roles']}
      />
      <CallFact
        {...shared}
        name={say('call.stages')}
        value={terms('career-stage', call.careerStages)}
        fields={['career_stages']}
      />
      <CallFact {...shared} name={say('call.age')} value={ageWords(reader, call)} fields={age} />
      <CallFact
        {...shared}
        name={say('call.languages')}
        value={languages.length > 0 ? format.list(languages.map((tag) => format.language(tag))) : undefined}
        fields={['application_languages']}
      />
      <CallFact
        {...shared}
        name={say('call.access')}
        value={undefined}
        piece="access_support"
        fields={['access_support']}
      />
      <Circle facts={facts} />
    </Facts>
  )
}

const eligible = ['eligible_countries', 'eligible_regions', 'eligible_except', 'eligible_basis']
const fee = ['fee', 'fee_amount', 'fee_currency']
const where = ['host_countries', 'host_city', 'online']
const when = ['activity_start', 'activity_end']
const age = ['age_min', 'age_max']

/** One fact: its value, the source's own sentence about it, and the words the value was read from. */
function CallFact(props: {
  facts: CallFacts
  name: string
  value: Child
  piece?: string
  fields: string[]
  children?: Child
}) {
  const { reader, call, texts } = props.facts
  const stated = props.piece === undefined ? undefined : pieceOf(texts, props.piece)
  return (
    <Fact name={props.name}>
      {props.value ?? (stated ? null : reader.say('call.notStated'))}
      {stated ? <Text text={stated} locale={reader.locale} as="p" /> : null}
      {props.children}
      <ReadFrom reader={reader} readings={call.readings} lang={call.originalLang} fields={props.fields} />
    </Fact>
  )
}

function whereOf(reader: Reader, { hostCity, hostCountries, online, originalLang }: Opportunity): Child {
  const places: Child[] = [
    ...(hostCity ? [<Text text={{ text: hostCity, lang: originalLang }} locale={reader.locale} />] : []),
    ...(hostCountries.length > 0
      ? [<CountryLinks reader={reader} list="/opportunities" codes={hostCountries} />]
      : []),
    ...(online ? [reader.say('row.online')] : []),
  ]
  return places.length > 0 ? joined(places) : undefined
}

function RealActivity({ reader, dates }: { reader: Reader; dates: Opportunity['realDates'] }) {
  const words = realActivityWords(reader, dates)
  return words ? (
    <p>
      <small>{words}</small>
    </p>
  ) : null
}

function FeeReason({ facts: { reader, texts } }: { facts: CallFacts }) {
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

/** Who stands behind the call, and what it is about. */
function Circle({ facts: { reader, call, organiser, programme } }: { facts: CallFacts }) {
  const { say, href, locale } = reader
  const named = (text: string) => <Text text={{ text, lang: call.originalLang }} locale={locale} />
  const about = [
    [say('call.type'), 'type', 'opportunity-type', call.type === null ? [] : [call.type]],
    [say('record.disciplines'), 'discipline', 'discipline', call.disciplines],
    [say('record.themes'), 'theme', 'theme', call.themes],
  ] as const
  return (
    <>
      <Fact name={say('call.organiser')}>
        {call.organiser === null ? (
          say('call.notStated')
        ) : organiser ? (
          <Link href={href(`/organisations/${organiser.slug}`)}>{named(call.organiser)}</Link>
        ) : (
          named(call.organiser)
        )}
      </Fact>
      {call.partners.length > 0 ? (
        <Fact name={say('call.partners')}>{joined(call.partners.map(named))}</Fact>
      ) : null}
      {programme ? (
        <Fact name={say('record.programme')}>
          <Link href={href(`/programmes/${programme.slug}`)}>
            <Text text={{ text: programme.title, lang: programme.lang }} locale={locale} />
          </Link>
        </Fact>
      ) : null}
      {about
        .filter(([, , , ids]) => ids.length > 0)
        .map(([name, parameter, vocabulary, ids]) => (
          <Fact name={name}>
            <TermLinks {...{ reader, list: '/opportunities', parameter, vocabulary, ids: [...ids] }} />
          </Fact>
        ))}
    </>
  )
}
