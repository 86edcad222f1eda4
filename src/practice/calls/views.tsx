import { EmptyResult, Heading, Paging, Row, Rows } from '../../design/index.ts'
import type { CallRow } from './listing/model.ts'
import { type CallReader, rowOf } from './words.ts'

type CallsFacts = { reader: CallReader; calls: CallRow[]; page: number; pages: number }

/** Every call that may be seen: those that are open first. */
export function CallsBody({ reader, calls, page, pages }: CallsFacts) {
  const { locale, say, href } = reader
  return (
    <>
      <Heading text={say('calls.title')} lead={say('calls.lead')} />
      {calls.length === 0 ? <EmptyResult message={say('calls.empty')} suggestions={[]} /> : null}
      <Rows>
        {calls.map((call) => (
          <Row {...rowOf(reader, call)} />
        ))}
      </Rows>
      <Paging
        locale={locale}
        page={page}
        pages={pages}
        hrefOf={(each) => href(each === 1 ? '/calls' : `/calls?page=${each}`)}
      />
    </>
  )
}
