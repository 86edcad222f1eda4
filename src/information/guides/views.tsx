import type { OrganisationRow, Partner } from '../../community/index.ts'
import { Crumbs, Heading, Link, PrintLink, Row, Rows, Section, Table, Text } from '../../design/index.ts'
import { shortDeadline } from '../deadlines/words.ts'
import { organisationRow } from '../directory/words.ts'
import type { OpportunityRow } from '../opportunities/model.ts'
import { deadlineOf } from '../opportunities/words.ts'
import type { Reader } from '../readers/model.ts'
import { realDateWords } from '../records/words.ts'

/** What a mobility funding guide is made of; `latestCheck` is the latest day any of it was compared with its source. */
export type GuideFacts = {
  partner: Partner
  outward: OpportunityRow[]
  inward: OpportunityRow[]
  funders: OrganisationRow[]
  latestCheck: string | null
}

export function GuideBody({ reader, facts }: { reader: Reader; facts: GuideFacts }) {
  const { say, href, format } = reader
  const { partner, outward, inward, funders, latestCheck } = facts
  const place = partner.name
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
      {latestCheck && <p>{say('guide.latestCheck', { day: format.date(latestCheck) })}</p>}
      <PrintLink locale={reader.locale} />
      <CallTable reader={reader} caption={say('guide.outward', { place })} calls={outward} />
      <CallTable reader={reader} caption={say('guide.inward', { place })} calls={inward} />
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

type TableProps = { reader: Reader; caption: string; calls: OpportunityRow[] }

function CallTable({ reader, caption, calls }: TableProps) {
  const { say } = reader
  if (calls.length === 0) {
    return (
      <Section title={caption}>
        <p>{say('guide.empty')}</p>
      </Section>
    )
  }
  const head = [say('guide.call'), say('guide.pays'), say('guide.closes'), say('guide.checked')]
  return <Table caption={caption} head={head} rows={calls.map((call) => cellsOf(reader, call))} />
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
      <Link href={reader.href(`/opportunities/${call.slug}`)}>
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
