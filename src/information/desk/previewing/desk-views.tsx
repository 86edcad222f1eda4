import type { PreviewLink } from '../../../community/index.ts'
import { Button, Copied, Disclosure, type Fault, Form, Heading, Link, Notice } from '../../../design/index.ts'
import type { Reader } from '../../readers/model.ts'
import type { DeskKind } from '../fields/model.ts'
import { deskPath } from '../editing/model.ts'

export type BarFacts = {
  reader: Reader
  kind: DeskKind
  id: string
  lang: string | undefined
  isNew: boolean
  links: readonly PreviewLink[]
  /** The address of a link that was made just now. */
  made: string | undefined
  days: number
}

/** Above a preview: that it is one, the way back, and the secret links to it. */
export function PreviewBar({ facts }: { facts: BarFacts }) {
  const { reader, kind, id, lang, isNew, made } = facts
  const { say, href } = reader
  const back = isNew
    ? `/desk/${kind}/new?draft=${encodeURIComponent(id)}`
    : deskPath(kind, id, { lang, draft: true })
  return (
    <Notice tone="warning">
      <p>
        {say('preview.bar')} <Link href={href(back)}>{say('preview.back')}</Link>
      </p>
      {made === undefined ? null : (
        <p>
          {say('preview.made')} <Copied text={made} />
        </p>
      )}
      {isNew ? null : <Links facts={facts} />}
    </Notice>
  )
}

function Links({ facts: { reader, kind, id, lang, links, days, made } }: { facts: BarFacts }) {
  const { locale, say, format } = reader
  const action = deskPath(kind, id, { lang, page: 'preview' })
  return (
    <Disclosure summary={say('preview.links')} open={made !== undefined}>
      <p class="hint">{say('preview.linksWhy', { days })}</p>
      <Form locale={locale} action={action}>
        <p class="buttons">
          <Button kind="quiet" name="do" value="make">
            {say('preview.make')}
          </Button>
        </p>
        <ul>
          {links.map((link) => (
            <li>
              {say('preview.until', {
                language: format.language(link.lang),
                moment: `${format.moment(link.expiresAt.toTemporalInstant(), 'UTC')} UTC`,
              })}{' '}
              <Button kind="link" name="end" value={link.id}>
                {say('preview.end')}
              </Button>
            </li>
          ))}
        </ul>
      </Form>
    </Disclosure>
  )
}

/** In place of a preview of what cannot be kept. */
export function MendBody({
  reader,
  back,
  faults,
}: {
  reader: Reader
  back: string
  faults: readonly Fault[]
}) {
  const { say, href } = reader
  return (
    <>
      <Heading text={say('preview.title')} lead={say('preview.mend')} />
      <ul>
        {faults.map(({ message }) => (
          <li>{message}</li>
        ))}
      </ul>
      <p>
        <Link href={href(back)}>{say('preview.back')}</Link>
      </p>
    </>
  )
}
