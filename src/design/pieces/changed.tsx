import type { Locale } from '../locales.ts'
import { speak } from '../messages/index.ts'
import { Away, langOf } from './text.tsx'

/** A piece of a text that was changed, and whether it was there before, is there now, or both. */
export type ChangedPiece = { text: string; was: 'same' | 'added' | 'taken' }

/** A text with what was taken out of it and put into it, told apart by more than colour, and read out. */
export function Changed({
  pieces,
  lang,
  locale,
}: {
  pieces: readonly ChangedPiece[]
  lang: string | undefined
  locale: Locale
}) {
  const say = speak(locale)
  return (
    <p class="changed" {...langOf(lang, locale)}>
      {pieces.map(({ text, was }) => {
        if (was === 'same') return text
        const Tag = was === 'added' ? 'ins' : 'del'
        return (
          <Tag>
            <Away>{say(`changed.${was}`)} </Away>
            {text}
          </Tag>
        )
      })}
    </p>
  )
}
