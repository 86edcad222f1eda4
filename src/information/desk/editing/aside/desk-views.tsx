import { Link, Section } from '../../../../design/index.ts'
import type { Reader } from '../../../readers/model.ts'
import type { DeskKind } from '../../fields/model.ts'
import { deskPath } from '../model.ts'

/** What stands beside the form of a record. */
export function EditAside({
  reader,
  kind,
  id,
  lang,
}: {
  reader: Reader
  kind: DeskKind
  id: string
  lang: string | undefined
}) {
  const { say, href } = reader
  return (
    <Section title={say('preview.title')}>
      <p>
        <Link href={href(deskPath(kind, id, { lang, page: 'preview' }))}>{say('preview.links')}</Link>
      </p>
    </Section>
  )
}
