import type { Child } from 'hono/jsx'
import type { Locale } from '../locales.ts'
import { type LangText, langOf } from './text.tsx'

export type PictureProps = {
  locale: Locale
  /** Its address without width and format: `/pictures/…`. */
  address: string
  /** The widths it can be had in, the smallest first, and the size of the largest. */
  widths: readonly number[]
  width: number
  height: number
  /** What it shows, for those who do not see it. */
  alt: LangText
  /** The point that stays in sight where it is cut, from the left and from the top, 0 to 1. */
  focus: { x: number; y: number }
}

/**
 * A picture in AVIF and WebP, in the width its place needs (`sizes`, as in HTML). Its room is kept before it has come; one
 * that is not in sight at first is fetched when it nears.
 */
export function Picture({
  sizes,
  later = false,
  ...picture
}: PictureProps & { sizes: string; later?: boolean }) {
  const { locale, address, widths, width, height, alt, focus } = picture
  const set = (ending: string) => widths.map((one) => `${address}/${one}.${ending} ${one}w`).join(', ')
  return (
    <picture>
      <source type="image/avif" srcset={set('avif')} sizes={sizes} />
      <img
        class={focusClasses(focus)}
        src={`${address}/${widths.at(-1)}.webp`}
        srcset={set('webp')}
        sizes={sizes}
        width={width}
        height={height}
        alt={alt.text}
        {...langOf(alt.lang, locale)}
        {...(later ? { loading: 'lazy' } : {})}
      />
    </picture>
  )
}

/** A picture with what is said below it, as wide as the text it stands in. */
export function Figure({
  credit,
  later = false,
  ...picture
}: PictureProps & { credit?: Child; later?: boolean }) {
  return (
    <figure class="picture">
      <Picture {...picture} later={later} sizes="(min-width: 60rem) 42rem, 100vw" />
      {credit === undefined ? null : <figcaption>{credit}</figcaption>}
    </figure>
  )
}

// The policy of pages allows no style in an attribute: the style sheet has a class for every twentieth.
const twentieth = (share: number) => Math.round(share * 20) * 5

export function focusClasses({ x, y }: { x: number; y: number }): string | undefined {
  const classes = [
    ...(twentieth(x) === 50 ? [] : [`across-${twentieth(x)}`]),
    ...(twentieth(y) === 50 ? [] : [`down-${twentieth(y)}`]),
  ]
  return classes.length === 0 ? undefined : classes.join(' ')
}

/** The rules behind those classes. */
export function focusStyles(): string {
  const steps = Array.from({ length: 21 }, (_, at) => at * 5).filter((step) => step !== 50)
  const rules = steps.map(
    (step) => `.across-${step} { --across: ${step}% } .down-${step} { --down: ${step}% }`,
  )
  return `@layer pieces { ${rules.join(' ')} }`
}

/** A picture on which somebody points with script; `across` and `down` are the ids of the fields that hold the point. */
export function PointOn({ across, down, children }: { across: string; down: string; children?: Child }) {
  return (
    <focus-point data-across={across} data-down={down}>
      {children}
    </focus-point>
  )
}
