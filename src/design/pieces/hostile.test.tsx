import assert from 'node:assert/strict'
import test from 'node:test'
import type { Child } from 'hono/jsx'
import {
  Button,
  CheckField,
  Chips,
  Columns,
  Crumbs,
  DateField,
  DatePartsField,
  Disclosure,
  DeadlineBox,
  EmptyResult,
  ErrorSummary,
  Fact,
  Facets,
  Facts,
  Figures,
  Heading,
  LinkList,
  Moment,
  MonthGrid,
  Notice,
  Opening,
  OtherLanguage,
  Paging,
  Prose,
  RadioField,
  Row,
  Rows,
  Section,
  SelectField,
  Table,
  Text,
  TextArea,
  TextField,
  Tile,
  PickField,
  Suggestions,
} from './index.ts'

const html = (piece: Child) => String(piece)

test('hostile text stays text in every piece', () => {
  const evil = `"><img src=x onerror=alert(1)>'`
  const locale = 'en'
  const link = { href: evil, label: evil }
  const option = { value: evil, label: evil, hint: evil, count: 1, chosen: true }
  const field = { locale, name: evil, label: evil, hint: evil, error: evil } as const
  const pieces = [
    <Heading text={evil} lang={evil} count={evil} lead={evil} />,
    <Section title={evil} id={evil} count={evil} more={{ href: `/${evil}`, label: evil }}>
      {evil}
    </Section>,
    <Facets
      locale={locale}
      action={evil}
      label={evil}
      words={{ label: evil, value: evil }}
      days={[{ name: evil, label: evil, value: evil }]}
      selects={[{ name: evil, label: evil, options: [option] }]}
      groups={[
        { name: evil, legend: evil, open: true, options: [option] },
        { name: evil, legend: evil, open: true, options: [option], kind: 'select' },
      ]}
      hidden={[{ name: evil, value: evil }]}
    />,
    <Chips locale={locale} items={[link, link]} clearHref={evil} />,
    <Rows>
      <Row
        locale={locale}
        when={{ big: evil, small: evil, datetime: evil }}
        title={{ text: evil, lang: evil }}
        href={`/${evil}`}
        lines={[evil]}
        facts={[{ text: evil }]}
        tile={evil}
        badge={evil}
        note={evil}
      />
    </Rows>,
    <EmptyResult message={evil} hint={evil} suggestions={[link]} />,
    <Paging locale={locale} page={2} pages={3} hrefOf={() => evil} label={evil} />,
    <Tile id={evil} label={evil} class={evil} />,
    <Facts>
      <Fact name={evil}>{evil}</Fact>
    </Facts>,
    <DeadlineBox stated={evil} lines={[evil]} />,
    <Moment instant={evil} words={evil} sentence={evil} />,
    <Text text={{ text: evil, lang: evil }} locale={locale} />,
    <Prose text={{ text: evil, lang: evil }} locale={locale} />,
    <OtherLanguage locale={locale} lang={evil} />,
    <Table caption={evil} head={[evil]} rows={[[evil, evil]]} />,
    <Columns main={evil} aside={evil} />,
    <Notice tone="info">{evil}</Notice>,
    <Crumbs items={[{ href: `/${evil}`, label: evil }]} />,
    <MonthGrid
      locale={locale}
      month="2027-05"
      today="2027-05-01"
      previous={link}
      days={[{ day: '2027-05-01', items: [{ ...link, lang: evil, state: evil }], more: link }]}
    />,
    <TextField {...field} value={evil} />,
    <TextArea {...field} value={evil} />,
    <DateField {...field} value={evil} />,
    <SelectField {...field} options={[option]} empty={evil} />,
    <CheckField {...field} options={[option]} />,
    <PickField {...field} chosen={[option]} list={evil} add={evil} more={[evil, evil]} />,
    <Suggestions id={evil} values={[evil]} />,
    <DatePartsField {...field} value={{ day: evil, month: evil, year: evil }} />,
    <Disclosure summary={evil}>{evil}</Disclosure>,
    <RadioField {...field} options={[option]} />,
    <ErrorSummary locale={locale} errors={[{ field: evil, message: evil }]} />,
    <Button name={evil} value={evil}>
      {evil}
    </Button>,
    <Opening title={evil} lead={evil} tile={evil}>
      {evil}
    </Opening>,
    <Figures items={[{ value: evil, label: evil, href: evil }]} />,
    <LinkList items={[{ ...link, count: evil }]} />,
  ]
  for (const piece of pieces) assert.doesNotMatch(html(piece), /<img|"\s*onerror/)
})
