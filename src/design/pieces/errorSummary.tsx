import type { Locale } from '../locales.ts'
import { speak } from '../messages/index.ts'

/** What to mend, above the form: takes the focus when the page opens, and leads to each field by its id. */
export function ErrorSummary({
  locale,
  errors,
  focus = true,
}: {
  locale: Locale
  errors: { field: string; message: string }[]
  focus?: boolean
}) {
  if (errors.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus={focus}>
      <h2>{speak(locale)('form.problem')}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li>
            <a href={`#${encodeURIComponent(field)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
