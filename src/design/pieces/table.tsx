import type { Child } from 'hono/jsx'

export type TableProps = {
  caption: string
  head: Child[]
  /** The first cell of each row is its header. */
  rows: Child[][]
  /** Columns of figures, by index. */
  numeric?: number[]
}

/** A table that scrolls in itself where it is wider than the page. */
export function Table({ caption, head, rows, numeric = [] }: TableProps) {
  const kind = (column: number) => (numeric.includes(column) ? { class: 'numeric' } : {})
  return (
    <section class="scroll" aria-label={caption} tabindex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th scope="col" {...kind(column)}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([header, ...cells]) => (
            <tr>
              <th scope="row" {...kind(0)}>
                {header}
              </th>
              {cells.map((cell, column) => (
                <td {...kind(column + 1)}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
