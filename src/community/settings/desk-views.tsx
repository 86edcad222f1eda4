import type { Child } from 'hono/jsx'
import {
  Button,
  Crumbs,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  hrefIn,
  Link,
  type Locale,
  Notice,
  Section,
} from '../../design/index.ts'
import { speak } from '../messages/index.ts'

/** What every form of the settings shows. */
export type FormFacts = {
  /** The version it was made of. */
  version: number
  typed: Readonly<Record<string, string>>
  faults: Fault[]
  notice: string | undefined
}

/** A page of the settings: the way back, what was done or is to be mended, its title. */
export function SettingsPage({
  locale,
  title,
  lead,
  up = [],
  faults = [],
  notice,
  children,
}: {
  locale: Locale
  title: string
  lead?: string | undefined
  /** The pages between the settings and this one, without language. */
  up?: { href: string; label: string }[]
  faults?: Fault[]
  notice?: string | undefined
  children?: Child
}) {
  const say = speak(locale)
  const crumbs = [
    { href: '/desk', label: say('desk.title') },
    { href: '/desk/settings', label: say('settings.title') },
    ...up,
  ]
  return (
    <>
      <ErrorSummary locale={locale} errors={faults} />
      {notice === undefined ? null : <Notice tone="info">{notice}</Notice>}
      <Crumbs
        locale={locale}
        items={crumbs.map(({ href, label }) => ({ href: hrefIn(locale, href), label }))}
      />
      <Heading text={title} lead={lead} />
      {children}
    </>
  )
}

/** A form of the settings, with the version it was made of. */
export function SettingsForm({
  locale,
  action,
  facts,
  button,
  children,
}: {
  locale: Locale
  action: string
  facts: Pick<FormFacts, 'version' | 'faults'>
  button?: string
  children?: Child
}) {
  return (
    <div id="settings" tabindex={-1}>
      <Form locale={locale} action={action} faults={facts.faults}>
        <input type="hidden" name="version" value={String(facts.version)} />
        {children}
        <Button>{button ?? speak(locale)('settings.save')}</Button>
      </Form>
    </div>
  )
}

/** `/desk/settings`: every page of the settings. */
export function SettingsBody({ locale }: { locale: Locale }) {
  const say = speak(locale)
  const groups = [
    ['settings.group.house', ['identity', 'logo', 'colours', 'languages']],
    ['settings.group.words', ['footer', 'pages']],
    ['settings.group.lists', ['vocabularies', 'sets']],
    ['settings.group.records', ['retention', 'changes']],
  ] as const
  return (
    <>
      <Crumbs locale={locale} items={[{ href: hrefIn(locale, '/desk'), label: say('desk.title') }]} />
      <Heading text={say('settings.title')} lead={say('settings.lead')} />
      {groups.map(([title, pages]) => (
        <Section title={say(title)}>
          <ul>
            {pages.map((page) => (
              <li>
                <Link href={hrefIn(locale, `/desk/settings/${page}`)}>{say(`settings.page.${page}`)}</Link>
                <p class="hint">{say(`settings.about.${page}`)}</p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}
