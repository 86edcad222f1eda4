import type { Reader } from '../../../readers/model.ts'
import type { Life, Shown } from '../model.ts'

/** Where a form of the life of a record goes; without language. */
export const pathOf = ({ kind, id }: Pick<Life, 'kind' | 'id'>, part: string) =>
  `/desk/${kind}/${encodeURIComponent(id)}/${part}`

/** What every part of the page is given. */
export type Props = { reader: Reader; life: Life; shown: Shown }

/** What each of the forms says of the record it was made of. */
export const StateMark = ({ life }: { life: Life }) => (
  <>
    <input type="hidden" name="version" value={life.version} />
    <input type="hidden" name="lang" value={life.lang} />
  </>
)
