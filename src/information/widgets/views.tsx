import {
  dirOf,
  Heading,
  Preview,
  Section,
  Tabs,
  TextArea,
  type WidgetTheme,
  widgetThemes,
} from '../../design/index.ts'
import { ListFilters, type ListFacts } from '../lists/views.tsx'
import type { Reader } from '../readers/model.ts'
import { frameHtml, heightOf, mostRows, type WidgetKind, widgetKinds, type WidgetLook } from './model.ts'

export type MakingFacts = {
  list: ListFacts
  kind: WidgetKind
  look: WidgetLook
  /** What the widget says it shows. */
  title: string
  /** Where the house is reached, and the path of the widget there. */
  origin: string
  path: string
}

/** The page where a widget is made: what it shows and how, what it looks like, what to copy. */
export function MakingBody({ facts }: { facts: MakingFacts }) {
  const { list, kind, look, title, origin, path } = facts
  const { reader } = list
  const { locale, say } = reader
  const height = heightOf(locale, look.count)
  const house = new URL(origin).host
  const code = frameHtml({ url: origin + path, title: `${title} – ${house}`, height })
  return (
    <>
      <Heading text={say('widgets.title')} lead={say('widgets.lead')} />
      <Tabs
        locale={locale}
        label={say('widgets.kind')}
        items={widgetKinds.map((item) => ({ href: `/widgets?kind=${item}`, label: kindName(reader, item) }))}
        here={`/widgets?kind=${kind}`}
      />
      <div class="band">
        <ListFilters
          facts={list}
          label={say('widgets.filter')}
          selects={[rowsField(reader, look), themeField(reader, look)]}
          hidden={[{ name: 'kind', value: kind }]}
        />
        <div class="found">
          <Section title={say('widgets.preview')}>
            <Preview src={path} title={say('widgets.previewOf', { title })} height={height} />
            <p>{say('widgets.language')}</p>
          </Section>
          <Section title={say('widgets.code')}>
            <TextArea
              locale={locale}
              name="code"
              label={say('widgets.codeHint')}
              rows={6}
              value={code}
              readOnly
              {...(dirOf(locale) === 'rtl' ? { lang: 'en' } : {})}
            />
            <p>{say('widgets.policy', { origin })}</p>
          </Section>
        </div>
      </div>
    </>
  )
}

function kindName({ say }: Reader, kind: WidgetKind): string {
  return kind === 'open-calls' ? say('opportunities.title') : say('widget.upcoming')
}

function rowsField({ say, format }: Reader, { count }: WidgetLook) {
  const options = Array.from({ length: mostRows }, (_, index) => index + 1).map((number) => ({
    value: String(number),
    label: format.number(number),
    chosen: number === count,
  }))
  return { name: 'count', label: say('widgets.rows'), options }
}

function themeField({ say }: Reader, look: WidgetLook) {
  const label = (theme: WidgetTheme) => say(`widgets.theme.${theme}`)
  const options = widgetThemes.map((theme) => ({
    value: theme,
    label: label(theme),
    chosen: theme === look.theme,
  }))
  return { name: 'theme', label: say('widgets.theme'), options }
}
