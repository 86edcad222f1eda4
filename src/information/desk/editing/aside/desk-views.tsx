import { Link, Section } from '../../../../design/index.ts'
import { ChecksBox, type ChecksFacts } from '../../../checks/views.tsx'
import type { Reader } from '../../../readers/model.ts'
import { deskPath } from '../model.ts'

/** What stands beside the form of a record: what it fails, its pictures, how it will look. */
export function EditAside({ reader, checks }: { reader: Reader; checks: ChecksFacts }) {
  const { say, href, locale } = reader
  const { kind, id, lang } = checks
  return (
    <>
      <ChecksBox locale={locale} facts={checks} />
      <Section title={say('life.state')}>
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
