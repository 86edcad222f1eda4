/** The tables of the desk: dense, with heads that stay and put in order, and rows to be chosen. */
import type { Child } from 'hono/jsx'
import { formatsFor } from '../formats.ts'
import type { Locale } from '../locales.ts'
import { speak } from '../messages/index.ts'
import { isSafeHref } from '../safeHref.ts'
import { Away } from './text.tsx'

/** A column; with an address it puts the table in its order, and `sorted` says that it is in it. */
export type DeskHead = {
  label: string
  href?: string | undefined
  sorted?: 'ascending' | 'descending' | undefined
}

/** A row; `choose` names the box that chooses it. The first cell is its header. */
export type DeskTableRow = { id: string; choose: string; chosen: boolean; cells: Child[] }

/**
 * A table of many short rows that scrolls in itself, its head in sight. Where rows can be chosen, `choosing` names the column of
 * boxes; they are sent as `id`.
 */
export function DeskTable({
  caption,
  head,
  rows,
  choosing,
}: {
  caption: string
  head: DeskHead[]
  rows: DeskTableRow[]
  choosing?: string | undefined
}) {
  return (
    <section class="desk-table" aria-label={caption} tabindex={0}>
      <table>
        <caption>
          <Away>{caption}</Away>
        </caption>
        <thead>
          <tr>
            {choosing === undefined ? null : (
              <th scope="col" class="pick">
                <Away>{choosing}</Away>
              </th>
            )}
            {head.map((column) => (
              <HeadCell {...column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, choose, chosen, cells: [header, ...cells] }) => (
            <tr>
              {choosing === undefined ? null : (
                <td class="pick">
                  <input type="checkbox" name="id" value={id} aria-label={choose} checked={chosen} />
                </td>
              )}
              <th scope="row">{header}</th>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function HeadCell({ label, href, sorted }: DeskHead) {
  if (href === undefined || !isSafeHref(href)) return <th scope="col">{label}</th>
  return (
    <th scope="col" {...(sorted ? { 'aria-sort': sorted } : {})}>
      <a href={href}>
        {label}
        {sorted ? <span aria-hidden="true">{sorted === 'ascending' ? ' ↑' : ' ↓'}</span> : null}
      </a>
    </th>
  )
}

/** Every page by its number: the first, the last, and those around the one that is shown. */
export function PageNumbers({
  locale,
  page,
  pages,
  hrefOf,
}: {
  locale: Locale
  page: number
  pages: number
  hrefOf: (page: number) => string
}) {
  if (pages <= 1) return null
  const say = speak(locale)
  const { number } = formatsFor(locale)
  return (
    <nav class="page-numbers" aria-label={say('paging.place', { page, pages })}>
      <ol>
        {numbersAround(page, pages).map((each) => (
          <li>
            {each === undefined ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a
                href={hrefOf(each)}
                aria-label={say('paging.place', { page: each, pages })}
                {...(each === page ? { 'aria-current': 'page' } : {})}
              >
                {number(each)}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Numbers of pages with a gap (undefined) where some are left out. */
export function numbersAround(page: number, pages: number): (number | undefined)[] {
  const near = [page - 2, page - 1, page, page + 1, page + 2].filter((each) => each > 1 && each < pages)
  const before = (near[0] ?? pages) > 2 ? [1, undefined] : [1]
  const after = (near.at(-1) ?? 1) < pages - 1 ? [undefined, pages] : [pages]
  return [...before, ...near, ...after]
}
