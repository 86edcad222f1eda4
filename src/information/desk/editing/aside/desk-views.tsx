import type { Remark, Schedule, TextState } from '../../../../community/index.ts'
import { Link, Section } from '../../../../design/index.ts'
import { ChecksBox, type ChecksFacts } from '../../../checks/views.tsx'
import type { Reader } from '../../../readers/model.ts'
import { scheduleWords } from '../../states/schedules/views.tsx'
import { Said } from '../../states/views.tsx'
import { deskPath } from '../model.ts'

/** How the text that is written stands, what is to become of it, and what waits to be settled. */
export type TextWork = {
  lang: string
  state: TextState | undefined
  schedules: Schedule[]
  remarks: Remark[]
}

/** What stands beside the form of a record: what it fails, how it stands and what was said of it, its pictures, how it will look. */
export function EditAside({
  reader,
  checks,
  work,
}: {
  reader: Reader
  checks: ChecksFacts
  work: TextWork | undefined
}) {
  const { say, href, locale } = reader
  const { kind, id, lang } = checks
  return (
    <>
      <ChecksBox locale={locale} facts={checks} />
      <Section title={say('life.state')}>
        {work ? <Work reader={reader} work={work} /> : null}
        <ul>
          <li>
            <Link href={href(deskPath(kind, id, { lang, page: 'state' }))}>{say('life.change')}</Link>
          </li>
          <li>
            <Link href={href(deskPath(kind, id, { page: 'history' }))}>{say('life.history')}</Link>
          </li>
        </ul>
      </Section>
      <Section title={say('editor.more')}>
        <ul>
          <li>
            <Link href={href(deskPath(kind, id, { page: 'pictures' }))}>{say('field.pictures')}</Link>
          </li>
          <li>
            <Link href={href(deskPath(kind, id, { lang, page: 'preview' }))}>{say('preview.links')}</Link>
          </li>
        </ul>
      </Section>
    </>
  )
}

function Work({ reader, work }: { reader: Reader; work: TextWork }) {
  const { say, format } = reader
  return (
    <>
      {work.state === undefined ? (
        <p>{say('life.notWritten')}</p>
      ) : (
        <p>
          {format.language(work.lang)}: <strong>{say(`editor.state.${work.state}`)}</strong>
        </p>
      )}
      {work.schedules.map((schedule) => (
        <p>{scheduleWords(reader, schedule)}</p>
      ))}
      {work.remarks.map((remark) => (
        <Said reader={reader} remark={remark} />
      ))}
    </>
  )
}
