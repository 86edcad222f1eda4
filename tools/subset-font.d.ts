// The package has no types of its own; these are the parts that `fonts.ts` uses.
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    letters: string,
    options: {
      targetFormat: 'woff2' | 'sfnt'
      variationAxes?: Record<string, number | { min: number; max: number; default: number }>
      noHinting?: boolean
      keepFeatures?: string[]
    },
  ): Promise<Buffer>
}
