import type { OrganisationRow, Partner } from '../../community/index.ts'
import { Crumbs, Heading, Link, PrintLink, Row, Rows, Section, Table, Text } from '../../design/index.ts'
import { latestCheck } from '../countries/model.ts'
import { shortDeadline } from '../deadlines/words.ts'
import { organisationRow } from '../directory/words.ts'
import { type OpportunityRow, pageOf } from '../opportunities/model.ts'
import { deadlineOf } from '../opportunities/words.ts'
import type { Reader } from '../readers/model.ts'
import { realDateWords } from '../records/words.ts'

/** What a mobility funding guide is made of. */
export type GuideFacts = {
  partner: Partner
  outward: OpportunityRow[]
  inward: OpportunityRow[]
  funders: OrganisationRow[]
}

export function GuideBody({ reader, facts }: { reader: Reader; facts: GuideFacts }) {
  const { say, href } = reader
  const { partner, outward, inward, funders } = facts
  const place = partner.name
  const check = checkWords(reader, [...outward, ...inward])
  const up = [
    { href: href('/partners'), label: say('partners.title') },
    { href: href(`/partners/${partner.id}`), label: place },
  ]
  return (
    <article>
      <Crumbs locale={reader.locale} items={up} />
      <Heading
        text={say('guide.title', { place })}
        lead={say('guide.lead', { place })}
        locale={reader.locale}
      />
      {check === '' ? null : <p>{check}</p>}
      <PrintLink locale={reader.locale} />
      <Calls
        reader={reader}
        title={say('partner.apply')}
        caption={say('guide.outward', { place })}
        calls={outward}
      />
      <Calls
        reader={reader}
        title={say('partner.hosted')}
        caption={say('guide.inward', { place })}
        calls={inward}
      />
      {funders.length > 0 && (
        <Section title={say('guide.funders')}>
          <Rows>
            {funders.map((funder) => (
              <Row {...organisationRow(reader, funder)} />
            ))}
          </Rows>
        </Section>
      )}
    </article>
  )
}

type CallsProps = { reader: Reader; title: string; caption: string; calls: OpportunityRow[] }

function Calls({ reader, title, caption, calls }: CallsProps) {
  const { say } = reader
  const head = [say('guide.call'), say('guide.pays'), say('guide.closes'), say('guide.checked')]
  return (
    <Section title={title} count={reader.format.number(calls.length)}>
      {calls.length === 0 ? (
        <p>{say('guide.empty')}</p>
      ) : (
        <Table caption={caption} head={head} rows={calls.map((call) => cellsOf(reader, call))} />
      )}
    </Section>
  )
}

function checkWords({ say, format }: Reader, calls: OpportunityRow[]): string {
  const day = latestCheck(calls)
  return day === null ? '' : say('guide.latestCheck', { day: format.date(day) })
}

function cellsOf(reader: Reader, call: OpportunityRow) {
  const { say, format, term } = reader
  const { lastChecked } = call
  return [
    <CallCell reader={reader} call={call} />,
    format.list((call.covers ?? []).map((item) => term('covers', item))),
    <ClosesCell reader={reader} call={call} />,
    lastChecked === null ? (
      say('record.notChecked')
    ) : (
      <time datetime={lastChecked}>{format.date(lastChecked)}</time>
    ),
  ]
}

function CallCell({ reader, call }: { reader: Reader; call: OpportunityRow }) {
  return (
    <>
      <Link href={reader.href(pageOf(call))}>
        <Text text={{ text: call.title, lang: call.lang }} locale={reader.locale} />
      </Link>
      {call.organiser !== null && (
        <small>
          {' '}
          <bdi>{call.organiser}</bdi>
        </small>
      )}
    </>
  )
}

function ClosesCell({ reader, call }: { reader: Reader; call: OpportunityRow }) {
  const { big, date } = shortDeadline(reader, deadlineOf(call))
  const real = realDateWords(reader, call.realDates)
  return (
    <>
      {date === null ? big : <time datetime={date}>{reader.format.date(date)}</time>}
      {real !== undefined && <small> {real}</small>}
    </>
  )
}
