import { Heading, hrefIn, Link, type Locale } from '../../design/index.ts'
import { speak } from '../messages/index.ts'
import { housePage, type PageOptions } from '../pages/views.tsx'

/** What a failure page has to say: the status, a sentence for the visitor, a reference for a bug, seconds to wait. */
export type Failure = {
  status: number
  sentence?: string | undefined
  reference?: string | undefined
  retryAfter?: number | undefined
}

const named = [400, 403, 404, 405, 409, 413, 429, 500, 503] as const
type Named = (typeof named)[number]

function namedStatus(status: number): Named {
  return named.find((known) => known === status) ?? (status >= 500 ? 500 : 400)
}

/** The title of a failure page. */
export function failureTitle(locale: Locale, failure: Failure): string {
  return speak(locale)(`failure.${namedStatus(failure.status)}`)
}

/** A calm page for what cannot be shown: what happened, and where to go from here. */
export function FailureBody({ locale, failure }: { locale: Locale; failure: Failure }) {
  const say = speak(locale)
  return (
    <div class="failure">
      <Heading locale={locale} text={failureTitle(locale, failure)} />
      {sentencesOf(locale, failure).map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p>
        <Link href={hrefIn(locale, '/')}>{say('failure.home')}</Link>
      </p>
    </div>
  )
}

function sentencesOf(locale: Locale, failure: Failure): string[] {
  const say = speak(locale)
  if (failure.sentence) return [failure.sentence]
  switch (namedStatus(failure.status)) {
    case 404:
      return [say('failure.404.text')]
    case 429:
      return [say('failure.429.text', { count: failure.retryAfter ?? 60 })]
    case 500:
      return [say('failure.500.text', { reference: failure.reference ?? '–' })]
    case 503:
      return [say('failure.503.text')]
    default:
      return []
  }
}

/** The whole page of a failure; it asks nothing of the database. */
export function failurePage({ failure, ...options }: PageOptions & { failure: Failure }) {
  const { locale } = options
  return housePage({
    ...options,
    head: { title: failureTitle(locale, failure), status: failure.status, noindex: true },
    content: <FailureBody locale={locale} failure={failure} />,
  })
}
