import type { Partner } from '../../community/index.ts'
import {
  Button,
  EmptyResult,
  Heading,
  LinkList,
  Row,
  type RowProps,
  Rows,
  Section,
  TextField,
} from '../../design/index.ts'
import { articleRow } from '../articles/words.ts'
import { organisationRow } from '../directory/words.ts'
import { eventRow } from '../events/words.ts'
import { callRow } from '../opportunities/words.ts'
import { programmeRow } from '../programmes/words.ts'
import type { Reader } from '../readers/model.ts'
import { everyDeadline, everyWhen, type Found, type FoundRecords } from './model.ts'

/** The search box, and what was found by kind. */
export function SearchBody({
  reader,
  words,
  found,
}: {
  reader: Reader
  words: string | undefined
  found: FoundRecords | undefined
}) {
  const { say } = reader
  const total = found ? Object.values(found).reduce((sum, { total }) => sum + total, 0) : 0
  return (
    <>
      <Heading locale={reader.locale} text={say('search.title')} />
      <form class="search-page" action={reader.href('/search')} method="get" role="search">
        <TextField
          locale={reader.locale}
          name="q"
          id="search-words"
          type="search"
          label={say('list.words')}
          value={words}
          maxLength={200}
        />
        <Button>{say('search.title')}</Button>
      </form>
      {words === undefined || !found ? (
        <p>{say('search.ask')}</p>
      ) : total === 0 ? (
        <EmptyResult message={say('search.nothing', { words })} hint={say('search.hint')} suggestions={[]} />
      ) : (
        <>
          <p class="lead">{say('search.found', { count: total, words })}</p>
          <FoundByKind reader={reader} words={words} found={found} />
        </>
      )}
    </>
  )
}

function FoundByKind({ reader, words, found }: { reader: Reader; words: string; found: FoundRecords }) {
  const { say } = reader
  const q = encodeURIComponent(words)
  const closed = everyDeadline.map((value) => `&deadline=${value}`).join('')
  const past = everyWhen.map((value) => `&when=${value}`).join('')
  const part = <R,>(title: string, { rows, total }: Found<R>, list: string, rowOf: (row: R) => RowProps) => (
    <Part reader={reader} title={title} total={total} list={list} rows={rows.map(rowOf)} />
  )
  return (
    <>
      <Partners reader={reader} found={found.partners} />
      {part(say('search.calls'), found.opportunities, `/opportunities?q=${q}${closed}`, (row) =>
        callRow(reader, row),
      )}
      {part(say('events.title'), found.events, `/events?q=${q}${past}`, (row) => eventRow(reader, row))}
      {part(say('articles.title'), found.articles, `/articles?q=${q}`, (row) => articleRow(reader, row))}
      {part(say('organisations.title'), found.organisations, `/organisations?q=${q}`, (row) =>
        organisationRow(reader, row),
      )}
      {part(say('programmes.title'), found.programmes, `/programmes?q=${q}`, (row) =>
        programmeRow(reader, row),
      )}
    </>
  )
}

function Part(props: { reader: Reader; title: string; total: number; list: string; rows: RowProps[] }) {
  const { reader, title, total, list, rows } = props
  if (total === 0) return null
  const hidden = total - rows.length
  const more = { href: reader.href(list), label: reader.say('search.more', { count: hidden }) }
  return (
    <Section title={title} count={reader.format.number(total)} {...(hidden > 0 ? { more } : {})}>
      <Rows>
        {rows.map((row) => (
          <Row {...row} />
        ))}
      </Rows>
    </Section>
  )
}

function Partners({ reader, found }: { reader: Reader; found: Found<Partner> }) {
  if (found.total === 0) return null
  return (
    <Section title={reader.say('partners.title')}>
      <LinkList
        items={found.rows.map(({ id, name }) => ({ href: reader.href(`/partners/${id}`), label: name }))}
      />
    </Section>
  )
}
