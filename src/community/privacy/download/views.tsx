import { raw } from 'hono/html'
import { dirOf, formatsFor, type Locale } from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import type { Held } from '../held/model.ts'

type Props = {
  locale: Locale
  held: Held
  email: string
  at: Temporal.Instant
  /** What was found of each kind, by its lasting name. */
  gathered: readonly {
    id: string
    records: readonly Record<string, unknown>[]
    files: readonly { name: string }[]
  }[]
}

/** The page to read in a download, which needs nothing but itself. */
export function ArchivePage({ locale, held, email, at, gathered }: Props) {
  const say = speak(locale)
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={locale} dir={dirOf(locale)}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>{say('privacy.archive')}</title>
        </head>
        <body>
          <h1>{say('privacy.archive')}</h1>
          <p>{say('privacy.archiveMade', { email, at: formatsFor(locale).moment(at, 'UTC') })}</p>
          {gathered.map(({ id, records, files }) => {
            const words = held.all.find((declared) => declared.id === id)?.words(locale)
            return (
              <section>
                <h2>{words?.name}</h2>
                <p>{words?.what}</p>
                <p>{words?.why}</p>
                <p>
                  <a href={`data/${id}.json`}>{say('privacy.archiveData')}</a>
                </p>
                {records.length === 0 ? <p>{say('privacy.archiveNone')}</p> : null}
                {records.map((record) => (
                  <RecordLines record={record} />
                ))}
                {files.map(({ name }) => (
                  <p>
                    <a href={`files/${id}/${encodeURIComponent(name)}`}>{name}</a>
                  </p>
                ))}
              </section>
            )
          })}
        </body>
      </html>
    </>
  )
}

function RecordLines({ record }: { record: Record<string, unknown> }) {
  return (
    <>
      <hr />
      <dl>
        {Object.entries(record)
          .filter(([, value]) => value !== null && value !== undefined && value !== '')
          .map(([name, value]) => (
            <>
              <dt>
                <code>{name}</code>
              </dt>
              <dd dir="auto">{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
            </>
          ))}
      </dl>
    </>
  )
}
