import { Fact, Section, Text } from '../../design/index.ts'
import type { ConveningFacts } from '../events/model.ts'
import type { Reader } from '../readers/model.ts'

type Shown = { reader: Reader; facts: ConveningFacts; lang: string }

/** What a meeting of governments has besides the facts of any event: who came, and on what; to be put into `Facts`. */
export function ConveningNumbers({ reader, facts, lang }: Shown) {
  const { say, format } = reader
  const numbers = [
    [say('convening.number'), facts.number],
    [say('convening.delegations'), facts.delegations],
    [say('convening.delegates'), facts.delegates],
    [say('convening.ministers'), facts.ministers],
  ] as const
  return (
    <>
      <TextFact reader={reader} name={say('convening.theme')} text={facts.theme} lang={lang} />
      <TextFact reader={reader} name={say('convening.originalName')} text={facts.original_name} lang={lang} />
      {numbers.map(([name, count]) => count !== null && <Fact name={name}>{format.number(count)}</Fact>)}
    </>
  )
}

function TextFact({
  reader,
  name,
  text,
  lang,
}: {
  reader: Reader
  name: string
  text: string | null
  lang: string
}) {
  if (text === null) return null
  return (
    <Fact name={name}>
      <Text text={{ text, lang }} locale={reader.locale} />
    </Fact>
  )
}

/** What came of a meeting, what went on beside it, and what there is to note. */
export function ConveningLists({ reader, facts, lang }: Shown) {
  const { say } = reader
  const lists = [
    [say('convening.outputs'), facts.outputs],
    [say('convening.sideEvents'), facts.side_events],
    [say('convening.notes'), facts.notes],
  ] as const
  return (
    <>
      {lists.map(
        ([title, items]) =>
          items.length > 0 && (
            <Section title={title}>
              <ul>
                {items.map((text) => (
                  <li>
                    <Text text={{ text, lang }} locale={reader.locale} />
                  </li>
                ))}
              </ul>
            </Section>
          ),
      )}
    </>
  )
}
