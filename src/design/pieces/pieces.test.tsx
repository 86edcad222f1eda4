import assert from 'node:assert/strict'
import test from 'node:test'
import type { Child } from 'hono/jsx'
import {
  Chips,
  CodeList,
  ErrorSummary,
  Form,
  isSafeHref,
  Link,
  Moment,
  MonthGrid,
  OtherLanguage,
  Paging,
  PasskeyForm,
  PrintLink,
  Prose,
  QrCode,
  RadioField,
  Row,
  Rows,
  Section,
  Table,
  Text,
  TextField,
} from './index.ts'

const html = (piece: Child) => String(piece)

test('only web addresses and local paths are links', () => {
  const safe = [
    'https://culture360.asef.org/',
    'http://example.org',
    '/events',
    '/',
    '?page=2',
    '#main',
    '/fr/x?y=//z',
    'mailto:office@culture.example',
    'tel:+842412345678',
  ]
  const refused = [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    'https:',
    'mailto:',
    'mailto:a@b.example?body=x',
    'tel:javascript',
    'https:// x',
    '',
    'events',
  ]
  assert.deepEqual(
    safe.filter((href) => !isSafeHref(href)),
    [],
  )
  assert.deepEqual(refused.filter(isSafeHref), [])
  assert.equal(html(<Link href="javascript:alert(1)">x</Link>), '<span>x</span>')
  assert.equal(
    html(
      <Link href="https://example.org/?a=1&b=%22" external>
        x
      </Link>,
    ),
    '<a href="https://example.org/?a=1&amp;b=%22" rel="external noopener">x</a>',
  )
})

test('Markdown gives no HTML, no pictures, and only links that are safe', () => {
  const text = [
    '# Title',
    '<script>alert(1)</script> ![x](https://example.org/x.png) [bad](javascript:alert(1)) [away](https://example.org)',
    '[here](/events) https://plain.example <data:text/html,x> example.org',
    '<div onclick="x">**bold**</div>',
  ].join('\n\n')
  assert.equal(
    html(<Prose locale="en" text={{ text, lang: 'en' }} />),
    '<div class="prose"><h2>Title</h2>\n' +
      '<p>&lt;script&gt;alert(1)&lt;/script&gt; !<a href="https://example.org/x.png" rel="external noopener">x</a> ' +
      '[bad](javascript:alert(1)) <a href="https://example.org" rel="external noopener">away</a></p>\n' +
      '<p><a href="/events">here</a> <a href="https://plain.example" rel="external noopener">https://plain.example</a> ' +
      '&lt;data:text/html,x&gt; example.org</p>\n' +
      '<p>&lt;div onclick=&quot;x&quot;&gt;<strong>bold</strong>&lt;/div&gt;</p>\n</div>',
  )
})

test('text in another language than the page says so, and text in the same does not', () => {
  assert.equal(
    html(<Text locale="en" text={{ text: 'لاہور', lang: 'ur' }} />),
    '<bdi lang="ur" dir="rtl">لاہور</bdi>',
  )
  assert.equal(html(<Text locale="en" text={{ text: 'Lahore', lang: 'en' }} />), '<span>Lahore</span>')
  assert.equal(
    html(<Text locale="ur" as="p" text={{ text: 'Lahore', lang: 'en' }} />),
    '<p lang="en" dir="ltr">Lahore</p>',
  )
  assert.equal(
    html(<OtherLanguage locale="en" lang="km" />),
    '<small class="other-language">in Khmer</small>',
  )
  assert.equal(html(<OtherLanguage locale="km" lang="km" />), '')
})

test('titles of rows stand one level below what is above them', () => {
  const row = <Row locale="en" title={{ text: 'Call', lang: 'en' }} href="/c" tile="c" />
  assert.match(html(<Rows>{row}</Rows>), /<h2 class="title"><a href="\/c">Call<\/a><\/h2>/)
  assert.match(
    html(
      <Section title="Closing soon">
        <Rows>{row}</Rows>
      </Section>,
    ),
    /<h2>Closing soon<\/h2>.*<h3 class="title"><a href="\/c">Call<\/a><\/h3>/,
  )
})

test('chips offer to clear all only when there is more than one', () => {
  const chip = { label: 'Dance', href: '/o' }
  assert.equal(html(<Chips locale="en" items={[]} clearHref="/" />), '')
  assert.doesNotMatch(html(<Chips locale="en" items={[chip]} clearHref="/" />), /Clear all/)
  assert.match(html(<Chips locale="en" items={[chip, chip]} clearHref="/" />), /Clear all/)
  assert.match(html(<Chips locale="en" items={[chip]} clearHref="/" />), /aria-label="Remove filter: Dance"/)
})

test('paging leads only to pages that are there', () => {
  const links = (page: number, pages: number) =>
    [
      ...html(<Paging locale="en" page={page} pages={pages} hrefOf={(to) => `?page=${to}`} />).matchAll(
        /page=(\d+)/g,
      ),
    ].map(([, to]) => Number(to))
  assert.deepEqual([links(1, 1), links(1, 3), links(2, 3), links(3, 3)], [[], [2], [1, 3], [2]])
})

test('a month is a table with a caption, days of the week as headers, and whole weeks', () => {
  const grid = html(<MonthGrid locale="en" month="2027-05" today="2027-05-12" days={[]} />)
  assert.match(grid, /<caption>May 2027<\/caption>/)
  assert.deepEqual(
    [...grid.matchAll(/<th scope="col" abbr="(\w+)">/g)].map(([, day]) => day),
    ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  )
  const weeks = grid.split('<tr>').slice(2)
  assert.deepEqual(
    weeks.map((week) => week.split('<td').length - 1),
    [7, 7, 7, 7, 7, 7],
  )
  assert.deepEqual(grid.match(/datetime="[^"]+"/g)?.length, 31)
  assert.match(
    grid,
    /aria-current="date"><p class="day"><span class="weekday">Wednesday <\/span><time datetime="2027-05-12">/,
  )
  // The week begins on Sunday in Pakistan.
  assert.match(
    html(<MonthGrid locale="ur" month="2027-05" today="" days={[]} />),
    /<tr><th scope="col" abbr="اتوار">/,
  )
})

test('a field ties its label, hint and error to its input', () => {
  assert.equal(
    html(
      <TextField
        locale="en"
        name="name"
        label="Name"
        hint="As in your passport"
        error="Enter a name"
        optional
      />,
    ),
    '<div class="field wrong"><label class="label" for="name">Name (optional)</label>' +
      '<p class="hint" id="name-hint">As in your passport</p>' +
      '<p class="error" id="name-error"><span class="away">Error: </span>Enter a name</p>' +
      '<input id="name" name="name" aria-invalid="true" aria-describedby="name-hint name-error" type="text"/></div>',
  )
})

test('the error summary leads to every field, also to the first of several choices', () => {
  const summary = html(<ErrorSummary locale="en" errors={[{ field: 'apply-as', message: 'Choose' }]} />)
  assert.match(summary, /<div class="error-summary" role="alert" tabindex="-1" autofocus/)
  assert.match(summary, /<a href="#apply-as">Choose<\/a>/)
  const radios = html(
    <RadioField
      locale="en"
      name="apply-as"
      label="Apply as"
      options={[
        { value: 'one', label: 'One' },
        { value: 'two', label: 'Two' },
      ]}
    />,
  )
  assert.deepEqual(
    [...radios.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id),
    ['apply-as', 'apply-as-2'],
  )
  assert.equal(html(<ErrorSummary locale="en" errors={[]} />), '')
})

test('a table scrolls in itself and names its rows and columns', () => {
  const table = html(<Table caption="Grants" head={['Route', 'Paid']} rows={[['Asia', '5']]} numeric={[1]} />)
  assert.equal(
    table,
    '<section class="scroll" aria-label="Grants" tabindex="0"><table><caption>Grants</caption>' +
      '<thead><tr><th scope="col">Route</th><th scope="col" class="numeric">Paid</th></tr></thead>' +
      '<tbody><tr><th scope="row">Asia</th><td class="numeric">5</td></tr></tbody></table></section>',
  )
})

test('without script there is no button to print and the moment is a plain time', () => {
  assert.equal(html(<PrintLink locale="en" />), '<print-link data-label="Print this page"></print-link>')
  assert.equal(
    html(<Moment instant="2027-05-31T21:59:00Z" words="31 May 2027, 21:59 UTC" />),
    '<time datetime="2027-05-31T21:59:00Z">31 May 2027, 21:59 UTC</time>',
  )
})

test('a field shows what its form found wrong with it, and no other field does', () => {
  const text = html(
    <Form locale="fr" action="/account/name" faults={[{ field: 'name', message: 'Trop long' }]}>
      <TextField locale="fr" name="name" label="Nom" />
      <TextField locale="fr" name="email" label="E-mail" />
    </Form>,
  )
  assert.match(text, /^<form action="\/fr\/account\/name" method="post" novalidate/)
  assert.match(text, /id="name" name="name" aria-invalid="true" aria-describedby="name-error"/)
  assert.match(text, /id="name-error">.*Trop long/)
  assert.equal(text.match(/class="error"/g)?.length, 1)
  assert.doesNotMatch(html(<TextField locale="fr" name="name" label="Nom" />), /Trop long/)
})

test('a form for a passkey is there for script to show, and a code reads from left to right in every language', () => {
  const form = html(
    <PasskeyForm locale="ur" does="show" options="/a" action="/b" button="Go" failed="Not so" />,
  )
  assert.match(
    form,
    /^<passkey-form tabindex="-1" hidden="" data-does="show" data-options="\/ur\/a" data-failed="Not so">/,
  )
  assert.match(form, /<form action="\/ur\/b" method="post"><input type="hidden" name="answer"\/>/)
  assert.equal(
    html(<CodeList codes={['7k3f-9x2m']} />),
    '<ol class="codes"><li><code class="copied" dir="ltr" translate="no">7k3f-9x2m</code></li></ol>',
  )
})

test('a QR code has the three squares readers look for, and quiet around it, without a style or a script', () => {
  const drawn = html(<QrCode text="otpauth://totp/x?secret=JBSWY3DPEHPK3PXP" label="The key" />)
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(drawn)?.[1])
  const dark = new Set([...drawn.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`))
  const square = [0, 1, 2, 3, 4, 5, 6].flatMap((y) =>
    [0, 1, 2, 3, 4, 5, 6].map((x) => {
      const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3))
      return { x, y, dark: ring !== 2 }
    }),
  )
  for (const [left, top] of [
    [4, 4],
    [size - 11, 4],
    [4, size - 11],
  ] as const)
    for (const { x, y, dark: expected } of square)
      assert.equal(dark.has(`${left + x},${top + y}`), expected, `${left + x},${top + y}`)
  assert.ok([...dark].every((at) => at.split(',').every((one) => Number(one) >= 4 && Number(one) < size - 4)))
  assert.doesNotMatch(drawn, /style=|<script/)
})
