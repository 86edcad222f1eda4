import type { TableView } from '../../../community/index.ts'
import { Button, Crumbs, DeskTable, Form, Heading, Link, Notice } from '../../../design/index.ts'
import type { Reader } from '../../readers/model.ts'
import { deskKinds } from '../fields/model.ts'
import { kindLabel } from '../tables/words.ts'

/** Saved views of every table, one's own to be removed. */
export function TableViewsBody({
  reader,
  views,
  notice,
}: {
  reader: Reader
  views: TableView[]
  notice: string | undefined
}) {
  const { say, locale, href } = reader
  return (
    <div class="desk">
      {notice === undefined ? null : <Notice tone="info">{notice}</Notice>}
      <Crumbs locale={locale} items={[{ href: href('/desk'), label: say('tables.desk') }]} />
      <Heading text={say('tables.views')} lead={say('tables.viewsLead')} />
      {views.length === 0 ? (
        <p>{say('tables.viewsNone')}</p>
      ) : (
        <DeskTable
          caption={say('tables.views')}
          head={[say('tables.viewName'), say('tables.viewTable'), say('tables.viewWho'), ''].map((label) => ({
            label,
          }))}
          rows={views.map((view) => ({
            id: view.id,
            choose: '',
            chosen: false,
            cells: cellsOf(reader, view),
          }))}
        />
      )}
    </div>
  )
}

function cellsOf(reader: Reader, { id, kind, name, query, shared, isOwn }: TableView) {
  const { say, locale, href } = reader
  const table = deskKinds.find((each) => each === kind)
  return [
    <Link href={`${href(`/desk/${kind}`)}${query === '' ? '' : `?${query}`}`}>
      <bdi>{name}</bdi>
    </Link>,
    table ? kindLabel(reader, table) : kind,
    say(shared ? 'tables.viewEverybody' : 'tables.viewOwn'),
    isOwn ? (
      <Form locale={locale} action={`/desk/views/${id}/remove`}>
        <Button kind="link">{say('tables.removeView', { name })}</Button>
      </Form>
    ) : (
      ''
    ),
  ]
}
