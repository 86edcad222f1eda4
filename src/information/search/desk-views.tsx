import { Crumbs, Heading, Link, Table } from '../../design/index.ts'
import type { Reader } from '../readers/model.ts'
import type { Missed } from './model.ts'

/** What readers looked for in vain, what was wanted most first; each can be searched again, for it may be there by now. */
export function MissedBody({
  reader: { say, href, format, locale },
  facts,
}: {
  reader: Reader
  facts: { found: Missed[]; rare: number }
}) {
  const head = ['words', 'times', 'days', 'last'] as const
  return (
    <>
      <Crumbs locale={locale} items={[{ href: href('/desk'), label: say('checks.desk') }]} />
      <Heading text={say('searches.title')} lead={say('searches.lead')} />
      {facts.found.length === 0 ? (
        <p>{say('searches.none')}</p>
      ) : (
        <Table
          caption={say('searches.title')}
          head={head.map((column) => say(`searches.head.${column}`))}
          numeric={[1, 2]}
          rows={facts.found.map(({ words, times, days, last }) => [
            <Link href={`${href('/search')}?q=${encodeURIComponent(words)}`}>
              <bdi>{words}</bdi>
            </Link>,
            format.number(times),
            format.number(days),
            format.date(last),
          ])}
        />
      )}
      {facts.rare === 0 ? null : <p>{say('searches.rare', { count: facts.rare })}</p>}
    </>
  )
}
