import type { Locale } from '../locales.ts'
import {
  Columns,
  DeskTable,
  Difference,
  DeadlineBox,
  Fact,
  Facts,
  Link,
  Moment,
  MonthGrid,
  Notice,
  PageNumbers,
  PrintLink,
  NameList,
  Prose,
  Section,
  Table,
  Tile,
} from '../pieces/index.ts'

const markdown = `Artists and cultural professionals who are citizens of one of **51 countries** may apply, [as the rules say](https://culture360.asef.org/rules).

## What is paid

The real cost of travel, up to *SGD 2,000* between the regions:

- by train where there is one
- by air where there is none

> Travel is what makes a stranger a colleague.

<script>alert('shown, not run')</script> and [a refused link](javascript:alert(1)).`

export function Record({ locale }: { locale: Locale }) {
  return (
    <Section title="One record" id="record">
      <Columns
        main={
          <>
            <DeadlineBox
              stated="Closes 30 November 2026, 23:59, Singapore time"
              lines={[
                <Moment
                  instant="2026-11-30T15:59:00Z"
                  words="30 Nov 2026, 15:59 UTC"
                  sentence={'that is {moment} where you are'}
                />,
                'The event must start at least 10 weeks after you apply.',
              ]}
            />
            <DeadlineBox tone="closed" stated="Closed on 30 November 2025" lines={[]} />
            <Facts>
              <Fact name="Who may apply">Citizens of one of 51 countries, travelling to one of them.</Fact>
              <Fact name="What is paid">
                <p>The real cost of travel, up to SGD 2,000.</p>
                <p class="note">Read from: “up to SGD 2,000 between regions”</p>
              </Fact>
              <Fact name="Source">
                <Link href="https://culture360.asef.org/" external>
                  Read it at the source
                </Link>
              </Fact>
            </Facts>
            <Prose locale={locale} text={{ text: markdown, lang: 'en' }} />
          </>
        }
        aside={
          <>
            <Tile id="mobility-first" size={4} />
            <p>
              <Link href="/design">Check whether you qualify</Link>
            </p>
            <PrintLink locale={locale} />
          </>
        }
      />
      <Notice tone="demo">Demonstration; the real date was 30 November 2024.</Notice>
      <Notice tone="warning">This call was cancelled.</Notice>
    </Section>
  )
}

const DeskStates = () => (
  <ul>
    <li class="published">published en, fr</li>
    <li>draft km</li>
    <li class="stale">out of date km</li>
  </ul>
)

export function Tables({ locale }: { locale: Locale }) {
  return (
    <Section title="Table and month" id="tables">
      <NameList
        title="Names of a program"
        names={[
          {
            name: 'deadline.closesAt',
            kind: 'date-time',
            meaning: 'The first instant at which it is closed.',
          },
        ]}
      />
      <Table
        caption="Grants by route"
        head={['Route', 'Grants', 'Paid']}
        numeric={[1, 2]}
        rows={[
          ['Asia → Europe', '41', 'SGD 61,500'],
          ['Europe → Asia', '19', 'SGD 30,400'],
          ['within Asia', '8', 'SGD 6,900'],
        ]}
      />
      <DeskTable
        caption="Calls at the desk"
        choosing="Choose"
        head={[
          { label: 'Title', href: '/design?sort=title', sorted: 'ascending' },
          { label: 'Languages' },
          { label: 'Date', href: '/design?sort=date' },
        ]}
        rows={[
          {
            id: 'one',
            choose: 'Choose “Travel grants”',
            chosen: true,
            cells: ['Travel grants', <DeskStates />, '2027-05-31'],
          },
          {
            id: 'two',
            choose: 'Choose “A residency by the river”',
            chosen: false,
            cells: ['A residency by the river', 'published en', '—'],
          },
        ]}
      />
      <PageNumbers locale={locale} page={5} pages={12} hrefOf={(page) => `/design?page=${page}`} />
      <Difference
        locale={locale}
        lang="en"
        pieces={[
          { text: 'A call for ', was: 'same' },
          { text: 'artists', was: 'taken' },
          { text: 'dancers', was: 'added' },
        ]}
      />
      <MonthGrid
        locale={locale}
        month="2027-05"
        today="2027-05-12"
        previous={{ href: '/design?month=2027-04', label: 'April' }}
        next={{ href: '/design?month=2027-06', label: 'June' }}
        days={[
          { day: '2027-05-03', items: [{ label: 'Festival of moving bodies', lang: 'en', href: '/design' }] },
          {
            day: '2027-05-04',
            items: [
              { label: 'Festival of moving bodies', lang: 'en', href: '/design', continued: true },
              { label: 'رقص کی رات', lang: 'ur', href: '/design', state: 'Cancelled' },
            ],
            more: { href: '/design', label: '3 more' },
          },
          { day: '2027-05-12', items: [{ label: 'ពិធីបុណ្យសិល្បៈ', lang: 'km', href: '/design' }] },
        ]}
      />
    </Section>
  )
}
