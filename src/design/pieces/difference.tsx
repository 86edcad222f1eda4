import { dirOf, type Locale } from '../locales.ts'
import { speak } from '../messages/index.ts'
import { Away } from './text.tsx'

/** A piece of a text: there before, there now, or both. */
export type DifferencePiece = { text: string; was: 'same' | 'added' | 'taken' }

// Of a long stretch that is the same, both ends say where one is.
const longestSame = 400

/** What of a text is another, word by word; who does not see colours and lines is told in words. */
export function Difference({
  locale,
  lang,
  pieces,
}: {
  locale: Locale
  lang: string
  pieces: readonly DifferencePiece[]
}) {
  const say = speak(locale)
  return (
    <p class="difference" lang={lang} dir={dirOf(lang)}>
      {pieces.map(({ text, was }) => {
        if (was === 'same') return shortened(text)
        const words = <Away>{say(was === 'added' ? 'difference.added' : 'difference.taken')} </Away>
        return was === 'added' ? (
          <ins>
            {words}
            {text}
          </ins>
        ) : (
          <del>
            {words}
            {text}
          </del>
        )
      })}
    </p>
  )
}

function shortened(text: string): string {
  const letters = Array.from(text)
  if (letters.length <= longestSame) return text
  return `${letters.slice(0, 150).join('')} […] ${letters.slice(-150).join('')}`
}
