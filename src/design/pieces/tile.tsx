import { tileShapes } from './tileShapes.ts'

/**
 * The mark of the house: a pattern drawn from an identifier, `size` stars a side. With a label it is a picture with
 * that name; without one it is decoration and is not read out.
 */
export function Tile({
  id,
  size = 3,
  label,
  class: extra,
}: {
  id: string
  size?: number
  label?: string | undefined
  class?: string | undefined
}) {
  const { box, layers } = tileShapes(id, size)
  const name = label === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label }
  return (
    <svg class={extra === undefined ? 'tile' : `tile ${extra}`} viewBox={`0 0 ${box} ${box}`} {...name}>
      {layers.map(({ colour, path }) => (
        <path class={colour} d={path} />
      ))}
    </svg>
  )
}
