import { formatsFor } from '../formats.ts'
import type { Locale } from '../locales.ts'
import {
  Chips,
  Crumbs,
  Tabs,
  EmptyResult,
  Entries,
  Entry,
  type FacetGroup,
  Facets,
  Figures,
  Heading,
  LinkList,
  Notice,
  Onward,
  OtherLanguage,
  Paging,
  Row,
  Rows,
  Section,
  Text,
} from '../pieces/index.ts'
import { scripts } from './scripts.ts'

const groups: FacetGroup[] = [
  {
    name: 'covers',
    legend: 'Pays for',
    open: true,
    options: [
      { value: 'travel', label: 'Travel', count: 31, chosen: true },
      { value: 'stay', label: 'Stay', count: 24, chosen: false },
      {
        value: 'fee',
        label: 'A fee to you, with a label that runs over more than one line',
        count: 1234,
        chosen: false,
      },
    ],
  },
  {
    name: 'discipline',
    legend: 'Discipline',
    open: false,
    options: [{ value: 'dance', label: 'Dance', count: undefined, chosen: false }],
  },
  {
    name: 'country',
    legend: 'Takes place in',
    open: false,
    kind: 'select',
    options: [
      { value: 'JP', label: 'Japan', count: 8, chosen: false },
      { value: 'DE', label: 'Germany', count: 7, chosen: true },
    ],
  },
]

export function List({ locale }: { locale: Locale }) {
  const { language } = formatsFor(locale)
  return (
    <>
      <Crumbs
        locale={locale}
        items={[
          { href: '/', label: 'Front page' },
          { href: '/opportunities', label: 'Open calls' },
        ]}
      />
      <Tabs
        locale={locale}
        label="Your pages"
        here="/design"
        items={[
          { href: '/design', label: 'Signing in' },
          { href: '/design#profile', label: 'Profile' },
        ]}
      />
      <Heading
        text="Every piece in every state"
        count="1,234"
        lead="Residencies, grants and other calls for artists and cultural professionals, with who may apply, what is paid and when they close."
        locale={locale}
      />
      <Notice tone="info">A notice tells what the reader may want to know.</Notice>
      <div class="band">
        <Facets
          locale={locale}
          action="/design"
          label="Filter this list"
          words={{ label: 'Words', value: 'moving' }}
          days={[{ name: 'from', label: 'From', value: '2027-05-31' }]}
          selects={[
            {
              name: 'sort',
              label: 'Order',
              options: [{ value: 'deadline', label: 'Closing soonest', chosen: true }],
            },
          ]}
          groups={groups}
        />
        <div class="found">
          <Chips
            locale={locale}
            clearHref="/design"
            items={[
              { label: 'Pays for: Travel', href: '/design' },
              { label: 'Takes place in: Germany', href: '/design' },
            ]}
          />
          <Rows>
            <KindsOfRows locale={locale} />
            {scripts
              .filter(({ lang }) => /^(vi|km|my|ur|zh|ko)$/.test(lang))
              .map((title, index) => (
                <Row
                  locale={locale}
                  when={{
                    big: formatsFor(locale).shortDate(`2027-03-${10 + index}`),
                    small: formatsFor(locale).relativeDays(90 + index * 5),
                  }}
                  title={title}
                  href="/design"
                  lines={[language(title.lang)]}
                  tile={title.lang}
                />
              ))}
          </Rows>
          <Paging locale={locale} page={2} pages={7} hrefOf={(page) => `/design?page=${page}`} />
        </div>
      </div>
    </>
  )
}

function KindsOfRows({ locale }: { locale: Locale }) {
  const format = formatsFor(locale)
  return (
    <>
      <Row
        locale={locale}
        when={{
          big: format.shortDate('2026-11-30'),
          small: format.relativeDays(7),
          soon: true,
          datetime: '2026-11-30',
        }}
        title={{ text: 'Mobility First! travel grant', lang: 'en' }}
        href="/design"
        lines={['Asia-Europe Foundation (ASEF)']}
        facts={[
          { text: 'up to SGD 2,000 for travel', tone: 'pay' },
          { text: 'Asia', tone: 'asia' },
          { text: 'Europe', tone: 'europe' },
          { text: 'no application fee' },
        ]}
        tile="mobility-first"
        note="Demonstration; the real date was 30 November 2024"
      />
      <Row
        locale={locale}
        when={{ big: 'Rolling', small: 'each month’s end' }}
        title={{
          text: 'Culture Moves Europe, individual mobility with a title that is long enough to run over two lines',
          lang: 'en',
        }}
        href="/design"
        lines={['Goethe-Institut · 40 countries']}
        facts={[
          { text: 'EUR 85 a day and travel', tone: 'pay' },
          { text: 'closes today', tone: 'signal' },
        ]}
        tile="culture-moves"
        badge="Postponed"
        excerpt={{
          lang: 'th',
          pieces: [
            { text: '… เปิดรับ', found: false },
            { text: 'ผ้าไหม', found: true },
            { text: 'จากช่างทอ …', found: false },
          ],
        }}
      />
      <Row
        locale={locale}
        when={{ big: 'Until filled' }}
        title={{ text: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikantentreffen', lang: 'de' }}
        href="/design"
        lines={['A word that does not fit on a phone']}
        tile="long-word"
      />
      <Row
        locale={locale}
        title={{ text: 'A record without a date', lang: 'en' }}
        href="/design"
        tile="no-date"
      />
      <Row
        locale={locale}
        when={{ big: 'Soon' }}
        title={{ text: 'A record whose address is refused', lang: 'en' }}
        href="javascript:alert(1)"
        tile="refused"
      />
    </>
  )
}

export function Others({ locale }: { locale: Locale }) {
  return (
    <Section title="Other lists" id="lists" count="3" more={{ href: '/design', label: 'See all' }}>
      <EmptyResult
        message="Nothing fits all of these filters."
        hint="Loosen one of them:"
        suggestions={[{ label: 'Without “Discipline”: 4 records', href: '/design' }]}
      />
      <Paging
        locale={locale}
        label="First page"
        page={1}
        pages={3}
        hrefOf={(page) => `/design?page=${page}`}
      />
      <Paging
        locale={locale}
        label="Last page"
        page={3}
        pages={3}
        hrefOf={(page) => `/design?page=${page}`}
      />
      <Entries>
        <Entry
          locale={locale}
          when={{ instant: '2027-01-15T12:00:00Z', words: '15 Jan 2027, 12:00' }}
          title="Something not opened yet"
          text={'What it is about, in lines:\n- one\n- another'}
          href="/design"
          fresh={{ label: 'new', action: '/design', aside: 'Mark as read' }}
        />
        <Entry
          locale={locale}
          when={{ instant: '2027-01-14T08:30:00Z', words: '14 Jan 2027, 08:30' }}
          title="Something that was"
          text="A line of it."
          href="/design"
        />
      </Entries>
      <Onward locale={locale} label="Entries" latest="/design" older="/design" />
      <Figures
        items={[
          { value: '412', label: 'open calls', href: '/opportunities' },
          { value: '1,057', label: 'events' },
        ]}
      />
      <LinkList
        items={[
          'Bangladesh',
          'Cambodia',
          'Japan',
          'Kazakhstan',
          'Laos',
          'Mongolia',
          'Pakistan',
          'Viet Nam',
        ].map((label, index) => ({ href: '/partners', label, count: String(index * 3) }))}
      />
      <p>
        A name in the other direction stands in its own place:{' '}
        <Text
          locale={locale}
          text={
            locale === 'ur' ? { text: 'Lahore (2027)!', lang: 'en' } : { text: 'لاہور (2027)!', lang: 'ur' }
          }
        />
        , and the sentence goes on. <OtherLanguage locale={locale} lang="lo" />
      </p>
    </Section>
  )
}
