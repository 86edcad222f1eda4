import type { ChecklistItem, Finding } from '../../../../community/index.ts'
import { Link, Section } from '../../../../design/index.ts'
import type { Checks } from '../../../checks/model.ts'
import { ChecksBox } from '../../../checks/views.tsx'
import type { Reader } from '../../../readers/model.ts'
import type { DeskKind } from '../../fields/model.ts'
import { deskPath } from '../model.ts'

type Props = {
  reader: Reader
  kind: DeskKind
  id: string
  lang: string | undefined
  /** What the record fails; undefined as long as it is not there. */
  checks: (Checks & { checklist: readonly ChecklistItem[] }) | undefined
}

/** What stands beside the form of a record. */
export function EditAside({ reader, kind, id, lang, checks }: Props) {
  const { say, href, locale } = reader
  const hrefOf = (finding: Finding) => {
    const { field } = finding
    if (field === 'pictures') return href(deskPath(kind, id, { page: 'pictures' }))
    // What a record fails as a whole is mended in its own language.
    const isElsewhere = lang !== undefined && finding.lang === undefined
    return `${isElsewhere ? href(deskPath(kind, id)) : ''}#${encodeURIComponent(field)}`
  }
  return (
    <>
      {checks === undefined ? null : (
        <ChecksBox locale={locale} facts={{ ...checks, kind, id, lang, hrefOf, isOnRecord: true }} />
      )}
      <Section title={say('preview.title')}>
        <p>
          <Link href={href(deskPath(kind, id, { lang, page: 'preview' }))}>{say('preview.links')}</Link>
        </p>
      </Section>
    </>
  )
}
