import { coloursWith, contrastPairs } from '../colours.ts'
import { Section, Swatches, Table, Text, Tile } from '../pieces/index.ts'
import type { Locale } from '../locales.ts'
import { scripts } from './scripts.ts'

export function Colours() {
  const colours = coloursWith(null)
  const asia = ['asia', 'asia-mark', 'asia-wash'].flatMap((name) => colours.get(name) ?? [])
  return (
    <Section title="Colours" id="colours">
      <Swatches
        label="The colour of Asia, its mark and wash, each in light and in dark"
        colours={asia.flatMap(({ light, dark }) => [light, dark])}
      />
      <Table
        caption="Contrast of every colour on the grounds it may stand on (WCAG 2.2)"
        head={['Colour', 'On', 'Needs', 'Light', 'Dark']}
        numeric={[2, 3, 4]}
        rows={contrastPairs().map(({ colour, ground, needed, light, dark }) => [
          <>
            <Swatch colour={colour} ground={ground} /> {colour}
          </>,
          ground,
          needed.toFixed(1),
          light.toFixed(1),
          dark.toFixed(1),
        ])}
      />
    </Section>
  )
}

function Swatch({ colour, ground }: { colour: string; ground: string }) {
  return (
    <svg class="swatch" viewBox="0 0 48 24" aria-hidden="true">
      <rect width="48" height="24" fill={`var(--${ground})`} />
      <rect x="6" y="6" width="36" height="12" fill={`var(--${colour})`} />
    </svg>
  )
}

export function Type({ locale }: { locale: Locale }) {
  return (
    <Section title="Type" id="type">
      <div class="specimen">
        <p class="step-4">Where are you from, and what do you make?</p>
        <p class="step-3">Calls, events and people</p>
        <p class="step-2">Closing soon, 30 November 2026</p>
        <p class="step-1">Mobility First! travel grant</p>
        <p class="step-lead">The lead says in one sentence what a page is for.</p>
        <p>
          Text for reading: <em>emphasis</em>, <strong>weight</strong>, <a href="#type">a link</a>,
          0123456789, “quoted”, and names such as Nguyễn Lê, Timișoara and Poznań.
        </p>
        <p>
          <small>Small words for what goes without saying, such as the last check on 12 November 2026.</small>
        </p>
      </div>
      <ul class="samples">
        {scripts.map((text) => (
          <li>
            <Text text={text} locale={locale} as="h3" />
            <Text text={text} locale={locale} as="p" />
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Tiles() {
  return (
    <Section title="Tiles" id="tiles">
      <div class="tiles">
        <Tile id="front" size={6} label="A tile of six stars a side" />
        <Tile id="mobility-first" size={4} />
        {Array.from({ length: 12 }, (_, index) => (
          <Tile id={`record-${index}`} class="little" />
        ))}
      </div>
    </Section>
  )
}
