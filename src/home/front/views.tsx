import {
  Button,
  EmptyResult,
  Fields,
  hrefIn,
  type LangText,
  LinkList,
  type Locale,
  type Option,
  Opening,
  Row,
  type RowProps,
  Rows,
  Section,
  SelectField,
} from '../../design/index.ts'
import { speak } from '../messages/index.ts'

export type FrontFacts = {
  locale: Locale
  /** What the house says of itself, or else what the question is for. */
  lead: LangText
  countries: Option[]
  disciplines: Option[]
  closing: RowProps[]
  onNow: RowProps[]
  coming: RowProps[]
  written: RowProps[]
  partners: { region: string; items: { href: string; label: string }[] }[]
}

/** The front page: a question first, then what closes soon, is on, is coming, and was written. */
export function FrontBody({ facts }: { facts: FrontFacts }) {
  const { locale } = facts
  const say = speak(locale)
  const all = (path: string, label: string) => ({ href: hrefIn(locale, path), label })
  return (
    <>
      <Ask facts={facts} />
      <Section title={say('front.closingSoon')} more={all('/opportunities', say('front.allCalls'))}>
        <Records rows={facts.closing} empty={say('front.noCalls')} />
      </Section>
      {facts.onNow.length > 0 ? (
        <Section title={say('front.onNow')} more={all('/events?when=on-now', say('front.allEvents'))}>
          <Records rows={facts.onNow} empty="" />
        </Section>
      ) : null}
      <Section title={say('front.coming')} more={all('/events', say('front.allEvents'))}>
        <Records rows={facts.coming} empty={say('front.noEvents')} />
      </Section>
      <Section title={say('front.written')} more={all('/articles', say('front.allArticles'))}>
        <Records rows={facts.written} empty={say('front.noArticles')} />
      </Section>
      <Section title={say('front.byPartner')}>
        {facts.partners.map(({ region, items }) => (
          <>
            <h3>{region}</h3>
            <LinkList items={items} />
          </>
        ))}
      </Section>
    </>
  )
}

/** Three facts about oneself, each of which may be left out; the answer is the list of calls, filtered. */
function Ask({ facts: { locale, lead, countries, disciplines } }: { facts: FrontFacts }) {
  const say = speak(locale)
  return (
    <Opening title={say('ask.title')} lead={lead} tile="caravanserai">
      <form action={hrefIn(locale, '/opportunities')} method="get">
        <Fields>
          <SelectField
            locale={locale}
            name="citizenship"
            label={say('ask.citizenship')}
            options={countries}
            empty={say('ask.any')}
          />
          <SelectField
            locale={locale}
            name="residence"
            label={say('ask.residence')}
            options={countries}
            empty={say('ask.any')}
          />
          <SelectField
            locale={locale}
            name="discipline"
            label={say('ask.discipline')}
            options={disciplines}
            empty={say('ask.any')}
          />
          <Button>{say('ask.show')}</Button>
        </Fields>
      </form>
    </Opening>
  )
}

function Records({ rows, empty }: { rows: RowProps[]; empty: string }) {
  if (rows.length === 0) return <EmptyResult message={empty} suggestions={[]} />
  return (
    <Rows>
      {rows.map((row) => (
        <Row {...row} />
      ))}
    </Rows>
  )
}
