// What we use of packages that bring no types.
declare module 'wawoff2' {
  export function decompress(woff2: Uint8Array): Promise<Uint8Array>
}
declare module 'bidi-js' {
  type Levels = { levels: Uint8Array; paragraphs: { start: number; end: number; level: number }[] }
  export default function makeBidi(): {
    getEmbeddingLevels(text: string, direction: 'ltr' | 'rtl'): Levels
    getMirroredCharacter(letter: string): string | null
  }
}
