/** Colours beside each other, as they are; drawn, because the policy of the pages takes no style of its own. */
export function Swatches({ label, colours }: { label: string; colours: readonly string[] }) {
  return (
    <svg class="swatches" viewBox={`0 0 ${colours.length * 40} 24`} role="img" aria-label={label}>
      {colours.map((colour, at) => (
        <rect x={String(at * 40)} width="38" height="24" fill={colour} />
      ))}
    </svg>
  )
}
