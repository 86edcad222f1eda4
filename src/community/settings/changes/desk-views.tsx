import { formatsFor, hrefIn, Link, type Locale, Moment, Table } from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import { SettingsPage } from '../desk-views.tsx'
import type { Difference } from './model.ts'

export type ChangeLine = {
  at: Temporal.Instant
  who: string | undefined
  what: string
  differences: Difference[]
}

const longest = 300

/** What was changed in the settings, by whom, as it was and as it became. */
export function ChangesBody({
  locale,
  changes,
  older,
}: {
  locale: Locale
  changes: ChangeLine[]
  /** The address of those before, without language. */
  older: string | undefined
}) {
  const say = speak(locale)
  const format = formatsFor(locale)
  return (
    <SettingsPage locale={locale} title={say('settings.page.changes')} lead={say('settings.about.changes')}>
      {changes.length === 0 ? (
        <p>{say('settings.noChanges')}</p>
      ) : (
        <Table
          caption={say('settings.page.changes')}
          head={(['when', 'who', 'what', 'change'] as const).map((column) => say(`settings.head.${column}`))}
          rows={changes.map(({ at, who, what, differences }) => [
            <Moment instant={at.toString()} words={format.moment(at, 'UTC')} />,
            who === undefined ? '–' : <bdi>{who}</bdi>,
            what,
            <Differences locale={locale} differences={differences} />,
          ])}
        />
      )}
      {older === undefined ? null : (
        <p>
          <Link href={hrefIn(locale, older)}>{say('settings.older')}</Link>
        </p>
      )}
    </SettingsPage>
  )
}

function Differences({ locale, differences }: { locale: Locale; differences: Difference[] }) {
  const say = speak(locale)
  const cut = (text: string | undefined) => text?.slice(0, longest)
  return (
    <ul class="plain">
      {differences.map(({ path, before, after }) => (
        <li>
          <code dir="ltr">{path}</code> {before === undefined ? null : <del>{cut(before)}</del>}{' '}
          {after === undefined ? say('settings.takenAway') : <ins>{cut(after)}</ins>}
        </li>
      ))}
    </ul>
  )
}
