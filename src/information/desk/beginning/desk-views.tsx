import { Link } from '../../../design/index.ts'
import type { Reader } from '../../readers/model.ts'
import type { DeskKind } from '../fields/model.ts'

/** Drafts of records that are not there yet, on the page where one begins. */
export function NewDrafts({
  reader,
  kind,
  drafts,
}: {
  reader: Reader
  kind: DeskKind
  drafts: readonly { id: string; title: string; moment: string }[]
}) {
  if (drafts.length === 0) return null
  return (
    <>
      <p>{reader.say('editor.newDrafts')}</p>
      <ul>
        {drafts.map(({ id, title, moment }) => (
          <li>
            <Link href={reader.href(`/desk/${kind}/new?draft=${encodeURIComponent(id)}`)}>
              {title === '' ? reader.say('editor.untitled') : title}
            </Link>{' '}
            <small>{moment}</small>
          </li>
        ))}
      </ul>
    </>
  )
}
