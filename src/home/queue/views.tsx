import { Fact, Facts, Heading, Heap, Heaps, LinkList, type Locale, Section } from '../../design/index.ts'
import { speak } from '../messages/index.ts'
import type { ShownHeap } from './words.ts'

type Way = { href: string; label: string }

export type QueueFacts = {
  heaps: ShownHeap[]
  tables: Way[]
  pages: Way[]
  roles: { name: string; lines: string[] }[]
}

/** The front page of the desk: what waits, the tables, the other pages, and what one may do here. */
export function QueueBody({ locale, facts }: { locale: Locale; facts: QueueFacts }) {
  const say = speak(locale)
  const { heaps, tables, pages, roles } = facts
  return (
    <>
      <Heading text={say('queue.title')} lead={say(heaps.length === 0 ? 'queue.nothing' : 'queue.lead')} />
      {heaps.length === 0 ? null : (
        <Heaps>
          {heaps.map(({ name: _, ...heap }) => (
            <Heap locale={locale} {...heap} />
          ))}
        </Heaps>
      )}
      {tables.length === 0 ? null : (
        <Section title={say('queue.tables')}>
          <LinkList items={tables} />
        </Section>
      )}
      {pages.length === 0 ? null : (
        <Section title={say('queue.pages')}>
          <LinkList items={pages} />
        </Section>
      )}
      <Section title={say('queue.roles')}>
        <Facts>
          {roles.map(({ name, lines }) => (
            <Fact name={name}>
              {lines.map((line) => (
                <p>{line}</p>
              ))}
            </Fact>
          ))}
        </Facts>
      </Section>
    </>
  )
}
