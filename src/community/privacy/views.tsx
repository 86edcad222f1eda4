import type { Child } from 'hono/jsx'
import { Fact, Facts, Heading, hrefIn, Link, type Locale, Notice, Section } from '../../design/index.ts'
import { speak } from '../messages/index.ts'
import { type Held, type HeldDeclaration, heldInWords } from './held/model.ts'

/** Everything the house holds about people, for everybody to read. */
export function PrivacyBody({ locale, held, closed }: { locale: Locale; held: Held; closed: boolean }) {
  const say = speak(locale)
  return (
    <>
      {closed ? <Notice tone="info">{say('privacy.closed')}</Notice> : null}
      <Heading text={say('privacy.title')} lead={say('privacy.lead')} />
      <Section title={say('privacy.rights')}>
        <p>{say('privacy.rightsText')}</p>
        <p>{say('privacy.backups')}</p>
        <p>
          <Link href={hrefIn(locale, '/account/privacy')}>{say('privacy.rightsLink')}</Link>
        </p>
      </Section>
      {held.all.map((declared) => (
        <HeldSection locale={locale} declared={declared} />
      ))}
    </>
  )
}

/** One kind of data: what, why, on what ground, how long and for whom. */
function HeldSection({ locale, declared }: { locale: Locale; declared: HeldDeclaration }) {
  const say = speak(locale)
  const words = heldInWords(locale, declared)
  return (
    <Section title={words.name} id={declared.id.replaceAll('.', '-')}>
      <Facts>
        <Fact name={say('privacy.what')}>{words.what}</Fact>
        <Fact name={say('privacy.why')}>{words.why}</Fact>
        <Fact name={say('privacy.onGround')}>{words.ground}</Fact>
        <Fact name={say('privacy.howLong')}>
          <Lines lines={words.howLong} />
        </Fact>
        <Fact name={say('privacy.seenBy')}>
          <Lines lines={words.seenBy} />
        </Fact>
      </Facts>
    </Section>
  )
}

function Lines({ lines }: { lines: Child[] }) {
  return (
    <>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </>
  )
}
