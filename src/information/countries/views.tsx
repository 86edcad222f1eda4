import type { Child } from 'hono/jsx'
import type { OrganisationRow, Partner } from '../../community/index.ts'
import {
  Columns,
  Crumbs,
  Fact,
  Facts,
  Heading,
  Link,
  Notice,
  Row,
  type RowProps,
  Rows,
  Section,
  Text,
  Tile,
} from '../../design/index.ts'
import type { ArticleRow } from '../articles/model.ts'
import { articleRow } from '../articles/words.ts'
import { organisationRow } from '../directory/words.ts'
import type { EventRow } from '../events/model.ts'
import { eventRow } from '../events/words.ts'
import type { OpportunityRow } from '../opportunities/model.ts'
import { callRow } from '../opportunities/words.ts'
import type { Reader } from '../readers/model.ts'
import { ContactSection, type KeptPart, Ways } from './contacts/views.tsx'
import { type Part, partOf, parts } from './model.ts'

const path = '/partners'

/** The whole partnership, by region. */
export function PartnersBody({ reader, partners }: { reader: Reader; partners: Partner[] }) {
  const { say } = reader
  return (
    <>
      <Heading text={say('partners.title')} lead={say('partners.lead')} locale={reader.locale} />
      {parts.map((part) => (
        <PartSection
          reader={reader}
          part={part}
          partners={partners.filter((each) => partOf(each) === part)}
        />
      ))}
    </>
  )
}

function PartSection({ reader, part, partners }: { reader: Reader; part: Part; partners: Partner[] }) {
  if (partners.length === 0) return null
  const { say, format } = reader
  return (
    <Section title={say(`partners.${part}`)} count={format.number(partners.length)}>
      <ul class="link-list">
        {partners.map((partner) => (
          <li>
            <PartnerLink reader={reader} partner={partner} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function PartnerLink({ reader, partner }: { reader: Reader; partner: Partner }) {
  return (
    <Link href={reader.href(`${path}/${partner.id}`)}>
      <Text text={{ text: partner.name, lang: partner.lang }} locale={reader.locale} />
    </Link>
  )
}

/** What a country's page gathers, each part as far as the viewer may see it. */
export type CountryFacts = {
  partner: Partner
  place: string
  calls: OpportunityRow[]
  hosted: OpportunityRow[]
  events: EventRow[]
  organisations: OrganisationRow[]
  articles: ArticleRow[]
}

type CountryProps = { reader: Reader; facts: CountryFacts; kept: KeptPart }

export function CountryBody({ reader, facts, kept }: CountryProps) {
  const { say, href } = reader
  const { partner } = facts
  return (
    <PartnerPage reader={reader} partner={partner} kept={kept}>
      <p class="lead">
        <Link href={href(`${path}/${partner.id}/funding`)}>{say('partner.guide')}</Link>
      </p>
      <Apply reader={reader} facts={facts} />
      <GoingOn reader={reader} facts={facts} />
    </PartnerPage>
  )
}

/** What is open to the people of a country, with the ways to all of it. */
function Apply({ reader, facts: { partner, place, calls } }: { reader: Reader; facts: CountryFacts }) {
  const { say, href } = reader
  const code = place.toLowerCase()
  return (
    <Section title={say('partner.apply')} id="apply">
      <p>{say('partner.applyBy', { place: partner.name })}</p>
      <RowsOr
        rows={calls.map((call) => callRow(reader, call, true))}
        otherwise={say('partner.nothingToApply')}
      />
      <ul>
        <li>
          <Link href={href(`/opportunities?citizenship=${code}`)}>{say('partner.allCitizens')}</Link>
        </li>
        <li>
          <Link href={href(`/opportunities?residence=${code}`)}>{say('partner.allResidents')}</Link>
        </li>
      </ul>
    </Section>
  )
}

function GoingOn({ reader, facts }: { reader: Reader; facts: CountryFacts }) {
  const { say } = reader
  const { place, events, hosted, organisations, articles } = facts
  const part = { reader, place }
  return (
    <>
      <Gathered
        {...part}
        list="/events"
        title={say('partner.go')}
        rows={events.map((event) => eventRow(reader, event))}
        otherwise={say('partner.nothingOn')}
      />
      {hosted.length > 0 && (
        <Gathered
          {...part}
          list="/opportunities"
          title={say('partner.hosted')}
          rows={hosted.map((call) => callRow(reader, call))}
        />
      )}
      <Gathered
        {...part}
        list="/organisations"
        title={say('partner.who')}
        rows={organisations.map((organisation) => organisationRow(reader, organisation))}
        otherwise={say('partner.nobody')}
      />
      <Gathered
        {...part}
        list="/articles"
        title={say('partner.written')}
        rows={articles.map((article) => articleRow(reader, article))}
        otherwise={say('partner.nothingWritten')}
      />
    </>
  )
}

type GatheredProps = {
  reader: Reader
  place: string
  /** The list that has all of it, of which `country` is a facet. */
  list: string
  title: string
  rows: RowProps[]
  otherwise?: string
}

function Gathered({ reader, place, list, title, rows, otherwise = '' }: GatheredProps) {
  const href = reader.href(`${list}?country=${place.toLowerCase()}`)
  return (
    <Section title={title} {...(rows.length > 0 ? { more: { href, label: reader.say('list.more') } } : {})}>
      <RowsOr rows={rows} otherwise={otherwise} />
    </Section>
  )
}

function RowsOr({ rows, otherwise }: { rows: RowProps[]; otherwise: string }) {
  if (rows.length === 0) return <p>{otherwise}</p>
  return (
    <Rows>
      {rows.map((row) => (
        <Row {...row} />
      ))}
    </Rows>
  )
}

/** A member country of an organisation; not every one is a partner itself. */
export type Member = { place: string; partner: Partner | undefined }

export function OrganisationPartnerBody(props: {
  reader: Reader
  partner: Partner
  members: Member[]
  kept: KeptPart
}) {
  const { reader, partner, members, kept } = props
  const { say, format } = reader
  const nameOf = (member: Member) => member.partner?.name ?? format.country(member.place)
  const inOrder = members.toSorted((a, b) => format.compare(nameOf(a), nameOf(b)))
  return (
    <PartnerPage reader={reader} partner={partner} kept={kept}>
      <Notice tone="info">{say('partner.organisation')}</Notice>
      {members.length > 0 && (
        <Section title={say('partner.members')} count={format.number(members.length)}>
          <ul class="link-list">
            {inOrder.map((member) => (
              <li>
                {member.partner ? <PartnerLink reader={reader} partner={member.partner} /> : nameOf(member)}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </PartnerPage>
  )
}

type PageProps = { reader: Reader; partner: Partner; kept: KeptPart; children?: Child }

/** What the page of every partner has: its name, its place in the partnership, and a tile. */
function PartnerPage({ reader, partner, kept, children }: PageProps) {
  return (
    <article>
      <PartnerCrumbs reader={reader} />
      <Heading text={partner.name} lang={langUnlessPage(reader, partner.lang)} locale={reader.locale} />
      <Ways reader={reader} partner={partner} kept={kept} />
      <Columns
        main={children}
        aside={
          <>
            <Tile id={partner.id} size={4} />
            <PartnerFacts reader={reader} partner={partner} />
            {kept.facts && <ContactSection reader={reader} facts={kept.facts} />}
          </>
        }
      />
    </article>
  )
}

const langUnlessPage = (reader: Reader, lang: string) => (lang === reader.locale ? undefined : lang)

function PartnerCrumbs({ reader }: { reader: Reader }) {
  const up = { href: reader.href(path), label: reader.say('partners.title') }
  return <Crumbs locale={reader.locale} items={[up]} />
}

function PartnerFacts({ reader, partner }: { reader: Reader; partner: Partner }) {
  const { say, format } = reader
  const { region, yearJoined, capital, seat, sourceUrl } = partner
  const notes = [partner.yearJoinedNote, partner.note].filter((note) => note !== null)
  return (
    <Facts>
      <Fact name={say('partner.region')}>
        {region === null ? say('call.notStated') : say(`partners.${region}`)}
      </Fact>
      <Fact name={say('partner.joined')}>
        {yearJoined === null ? say('call.notStated') : format.year(String(yearJoined))}
      </Fact>
      {capital && <EnglishFact reader={reader} name={say('partner.capital')} texts={[capital]} />}
      {seat && <EnglishFact reader={reader} name={say('partner.seat')} texts={[seat]} />}
      {notes.length > 0 && <EnglishFact reader={reader} name={say('record.note')} texts={notes} />}
      {sourceUrl && (
        <Fact name={say('record.source')}>
          <Link href={sourceUrl}>{say('record.sourceLink')}</Link>
        </Fact>
      )}
    </Facts>
  )
}

// Files hold the notes and places of partners in English only.
function EnglishFact({ reader, name, texts }: { reader: Reader; name: string; texts: string[] }) {
  return (
    <Fact name={name}>
      {texts.map((text) => (
        <Text as="p" text={{ text, lang: 'en' }} locale={reader.locale} />
      ))}
    </Fact>
  )
}
