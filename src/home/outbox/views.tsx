import { Facts, Fact, formatsFor, Heading, Link, type Locale, Notice, Table } from '../../design/index.ts'
import type { LetterLine, WholeLetter } from '../../platform/index.ts'

/** The letters of a demonstration, which leave for nowhere; in English, as only who runs it reads them. */
export function OutboxBody({ locale, letters }: { locale: Locale; letters: LetterLine[] }) {
  const format = formatsFor(locale)
  return (
    <>
      <Heading
        locale={locale}
        text="Outbox"
        count={format.number(letters.length)}
        lead="No mail leaves a demonstration. What would have been sent can be read here, the latest first."
      />
      {letters.length === 0 ? (
        <Notice tone="info">
          Nothing has been written yet. Letters appear here as soon as the house writes one.
        </Notice>
      ) : (
        <Table
          caption="Letters"
          head={['To', 'Subject', 'Kind', 'Written (UTC)', 'State']}
          rows={letters.map((letter) => [
            letter.to.address,
            <Link href={`/outbox/${letter.id}`}>{letter.subject}</Link>,
            letter.kind,
            format.moment(letter.writtenAt, 'UTC'),
            letter.state,
          ])}
        />
      )}
    </>
  )
}

/** One letter as it would have been sent. */
export function LetterBody({ locale, letter }: { locale: Locale; letter: WholeLetter }) {
  return (
    <>
      <Heading locale={locale} text={letter.subject} lang={letter.language} />
      <Facts>
        <Fact name="To">{[letter.to.name, `<${letter.to.address}>`].filter(Boolean).join(' ')}</Fact>
        <Fact name="Kind">{letter.kind}</Fact>
        <Fact name="State">{letter.state}</Fact>
      </Facts>
      <pre class="letter" lang={letter.language} dir="auto">
        {letter.text}
      </pre>
      <p>
        <Link href="/outbox">All letters</Link>
      </p>
    </>
  )
}
