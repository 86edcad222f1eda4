import type { Bulk, BulkRecord } from '../../../community/index.ts'
import {
  Button,
  Crumbs,
  DeskTable,
  Form,
  formatsFor,
  Heading,
  Link,
  Notice,
  PageNumbers,
  Section,
} from '../../../design/index.ts'
import type { Reader } from '../../readers/model.ts'
import type { DeskKind } from '../fields/model.ts'
import { kindLabel } from '../tables/words.ts'
import { changeInWords, fieldLines, outcomeInWords, stageInWords } from './words.ts'

export const bulkPageSize = 50

type People = readonly { id: string; name: string }[]

/** A change to several records: what it would change, how far it is, or what became of it. */
export type BulkFacts = {
  reader: Reader
  kind: DeskKind
  bulk: Bulk
  records: BulkRecord[]
  /** Those of them that the viewer may still see. */
  seen: ReadonlySet<string>
  people: People
  page: number
}

const totalOf = ({ counts }: Bulk) => Object.values(counts).reduce((sum, count) => sum + count, 0)

export function BulkBody({ facts }: { facts: BulkFacts }) {
  const { reader, kind, bulk, people, page } = facts
  const { say, href, locale } = reader
  const path = `/desk/bulk/${bulk.id}`
  const isRunning = bulk.stage === 'preparing' || bulk.stage === 'doing' || bulk.stage === 'undoing'
  return (
    <div class="desk">
      <Crumbs
        locale={locale}
        items={[
          { href: href('/desk'), label: say('tables.desk') },
          { href: href(`/desk/${kind}`), label: kindLabel(reader, kind) },
        ]}
      />
      <Heading text={changeInWords(reader, bulk.change, people)} />
      <Notice tone="info">{stageInWords(reader, bulk)}</Notice>
      <Sums reader={reader} bulk={bulk} />
      {isRunning ? (
        <p>
          <Link href={href(path)}>{say('bulks.again')}</Link>
        </p>
      ) : null}
      <Steps reader={reader} bulk={bulk} />
      <Section title={say(bulk.stage === 'ready' ? 'bulks.would' : 'bulks.became')}>
        <Records facts={facts} />
        <PageNumbers
          locale={locale}
          page={page}
          pages={Math.ceil(totalOf(bulk) / bulkPageSize)}
          hrefOf={(each) => `${href(path)}?page=${each}`}
        />
      </Section>
      <p>
        <Link href={`${href(`/desk/${kind}`)}${bulk.query === '' ? '' : `?${bulk.query}`}`}>
          {say('bulks.table')}
        </Link>
      </p>
    </div>
  )
}

function Sums({ reader: { say }, bulk: { counts } }: { reader: Reader; bulk: Bulk }) {
  const sums = (['same', 'refused', 'left'] as const).filter((outcome) => (counts[outcome] ?? 0) > 0)
  if (sums.length === 0) return null
  return (
    <ul>
      {sums.map((outcome) => (
        <li>{say(`bulks.${outcome}`, { count: counts[outcome] ?? 0 })}</li>
      ))}
    </ul>
  )
}

function Steps({ reader: { say, locale }, bulk }: { reader: Reader; bulk: Bulk }) {
  const { ready = 0, done = 0 } = bulk.counts
  if (bulk.stage === 'ready' && ready > 0)
    return (
      <Form locale={locale} action={`/desk/bulk/${bulk.id}/start`}>
        <Button>{say('bulks.do', { count: ready })}</Button>
      </Form>
    )
  if (bulk.stage === 'done' && done > 0)
    return (
      <Form locale={locale} action={`/desk/bulk/${bulk.id}/undo`}>
        <p class="hint">{say('bulks.undoHint')}</p>
        <Button kind="quiet">{say('bulks.undo')}</Button>
      </Form>
    )
  return null
}

function Records({ facts }: { facts: BulkFacts }) {
  const { reader, kind, records, seen, people } = facts
  const { say, href } = reader
  return (
    <DeskTable
      caption={say('bulks.records')}
      head={[say('bulks.record'), say('bulks.before'), say('bulks.after'), say('bulks.outcome')].map(
        (label) => ({ label }),
      )}
      rows={records.map((record) => {
        const outcome = outcomeInWords(reader, kind, record)
        if (!seen.has(record.id))
          return { id: record.id, choose: '', chosen: false, cells: [say('bulks.empty'), '', '', outcome] }
        const lines = fieldLines(reader, kind, record, people)
        return {
          id: record.id,
          choose: '',
          chosen: false,
          cells: [
            <Link href={href(`/desk/${kind}/${encodeURIComponent(record.id)}`)}>
              <bdi>{record.title}</bdi>
            </Link>,
            <Lines
              lines={lines.map(({ label, before }) => say('bulks.field', { field: label, value: before }))}
            />,
            <Lines
              lines={lines.map(({ label, after }) => say('bulks.field', { field: label, value: after }))}
            />,
            outcome,
          ],
        }
      })}
    />
  )
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

/** What somebody has changed in several records, the latest first. */
export function BulksBody({ reader, bulks, people }: { reader: Reader; bulks: Bulk[]; people: People }) {
  const { say, href, locale } = reader
  return (
    <div class="desk">
      <Crumbs locale={locale} items={[{ href: href('/desk'), label: say('tables.desk') }]} />
      <Heading text={say('bulks.title')} lead={say('bulks.lead')} />
      {bulks.length === 0 ? (
        <p>{say('bulks.none')}</p>
      ) : (
        <DeskTable
          caption={say('bulks.title')}
          head={[say('bulk.action'), say('bulks.asked'), say('bulks.records'), say('bulks.stage')].map(
            (label) => ({ label }),
          )}
          rows={bulks.map((bulk) => ({
            id: bulk.id,
            choose: '',
            chosen: false,
            cells: [
              <Link href={href(`/desk/bulk/${bulk.id}`)}>{changeInWords(reader, bulk.change, people)}</Link>,
              formatsFor(locale).moment(bulk.askedAt.toTemporalInstant(), 'UTC'),
              reader.format.number(totalOf(bulk)),
              say(`bulks.stage.${bulk.stage}`),
            ],
          }))}
        />
      )}
    </div>
  )
}
