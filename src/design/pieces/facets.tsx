import type { Locale } from '../locales.ts'
import { speak } from '../messages/index.ts'
import { formatsFor } from '../formats.ts'
import { Away } from './text.tsx'

export type FacetOption = {
  value: string
  label: string
  /** Records there would be; undefined is not shown. */
  count: number | undefined
  chosen: boolean
}

export type FacetGroup = {
  /** The query parameter. */
  name: string
  legend: string
  open: boolean
  options: FacetOption[]
  /** `select` asks for one of a long list, such as countries. */
  kind?: 'checks' | 'select'
  /** It says how the list is shown, not what is in it, and is no filter in force. */
  setting?: boolean
}

/** One of a few that the form asks for besides. */
type PlainSelect = {
  name: string
  label: string
  options: { value: string; label: string; chosen: boolean }[]
}

export type FacetsProps = {
  locale: Locale
  /** Where the form goes: the list's own path, with the language. */
  action: string
  label: string
  /** The field for words; absent where the page has one of its own. */
  words?: { label: string; value: string } | undefined
  days: { name: string; label: string; value: string }[]
  selects?: PlainSelect[]
  groups: FacetGroup[]
  hidden?: { name: string; value: string }[]
  /** The way to a form that asks more. */
  more?: { href: string; label: string }
}

/** The filters beside a list: a plain GET form, folded away above the rows on a phone. */
export function Facets({
  locale,
  action,
  label,
  words,
  days,
  selects = [],
  groups,
  hidden = [],
  more,
}: FacetsProps) {
  const say = speak(locale)
  const filters = groups.filter(({ setting = false }) => !setting)
  const chosen = filters.flatMap(({ options }) => options.filter((option) => option.chosen))
  const filled = [...(words ? [words] : []), ...days].filter(({ value }) => value !== '')
  const inForce = chosen.length + filled.length
  return (
    <details class="facets">
      <summary>
        {label}
        {inForce > 0 ? <span class="in-force"> {say('filter.inForce', { count: inForce })}</span> : null}
      </summary>
      <form action={action} method="get" role="search" aria-label={label}>
        {hidden.map(({ name, value }) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {words ? (
          <label class="field">
            <span class="label">{words.label}</span>
            <input type="search" name="q" value={words.value} maxlength={200} />
          </label>
        ) : null}
        {selects.map((select) => (
          <PlainSelectField {...select} />
        ))}
        {more ? (
          <p class="more">
            <a href={more.href}>{more.label}</a>
          </p>
        ) : null}
        {groups.map((group) =>
          group.kind === 'select' ? (
            <Select group={group} locale={locale} />
          ) : (
            <Checks group={group} locale={locale} />
          ),
        )}
        {days.map(({ name, label, value }) => (
          <label class="field">
            <span class="label">{label}</span>
            <input type="date" name={name} value={value} />
          </label>
        ))}
        <div class="apply">
          <button type="submit">{say('filter.apply')}</button>
        </div>
      </form>
    </details>
  )
}

function PlainSelectField({ name, label, options }: PlainSelect) {
  return (
    <label class="field">
      <span class="label">{label}</span>
      <select name={name}>
        {options.map(({ value, label, chosen }) => (
          <option value={value} selected={chosen}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

function Checks({ group, locale }: { group: FacetGroup; locale: Locale }) {
  const { number } = formatsFor(locale)
  return (
    <details class="facet" open={group.open}>
      <summary>{group.legend}</summary>
      <fieldset>
        <legend>
          <Away>{group.legend}</Away>
        </legend>
        {group.options.map(({ value, label, count, chosen }) => (
          <label class="check">
            <input type="checkbox" name={group.name} value={value} checked={chosen} />
            <span>{label}</span>
            {count === undefined ? null : <span class="number">{number(count)}</span>}
          </label>
        ))}
      </fieldset>
    </details>
  )
}

function Select({ group, locale }: { group: FacetGroup; locale: Locale }) {
  const say = speak(locale)
  const { number } = formatsFor(locale)
  return (
    <label class="field">
      <span class="label">{group.legend}</span>
      <select name={group.name}>
        <option value="">{say('filter.any')}</option>
        {group.options.map(({ value, label, count, chosen }) => (
          <option value={value} selected={chosen}>
            {count === undefined ? label : say('filter.option', { name: label, number: number(count) })}
          </option>
        ))}
      </select>
    </label>
  )
}
