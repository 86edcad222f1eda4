/** Notices as letters, in their reader's language, as plain text. Pure. */
import { hrefIn, type Locale } from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import { mostInLetter, type Notice, type NoticeRegistry, type NoticeWords } from '../model.ts'

/** Answers the words of a notice; a plain line for one of a room that is gone. */
export function wordsOf(
  locale: Locale,
  notices: NoticeRegistry,
  { kind, details }: Pick<Notice, 'kind' | 'details'>,
): NoticeWords {
  const say = speak(locale)
  return (
    notices.find(kind)?.words(locale, details) ?? {
      title: say('notices.gone'),
      text: say('notices.goneText'),
      path: '/account/notices',
    }
  )
}

type Letter = { subject: string; text: string; headers?: Record<string, string> }

/** One letter of all these notices, the latest first; with a way to change how often there is one (RFC 2369, RFC 8058). */
export function letterOf(
  locale: Locale,
  notices: NoticeRegistry,
  due: readonly Notice[],
  { publicUrl, token }: { publicUrl: string; token: string },
): Letter {
  const say = speak(locale)
  const words = due.slice(0, mostInLetter).map((notice) => wordsOf(locale, notices, notice))
  const [first] = words
  const isOne = words.length === 1 && first !== undefined
  const addressOf = (path: string) => `${publicUrl}${hrefIn(locale, path)}`
  const parts = words.map((part) =>
    paragraphs(
      isOne ? '' : part.title,
      part.text,
      `${part.opening ?? say('notices.letter.open')}\n\n${addressOf(part.path)}`,
    ),
  )
  const rest = due.length - words.length
  const all = isOne
    ? ''
    : paragraphs(
        rest > 0 ? say('notices.letter.more', { count: rest }) : '',
        `${say('notices.letter.all')}\n\n${addressOf('/account/notices')}`,
      )
  const subject = isOne ? first.title : say('notices.letter.subject', { count: due.length })
  // What is always mailed has nothing to be changed about it.
  if (due.every(({ kind }) => notices.urgent.includes(kind)))
    return { subject, text: inParts([...parts, all, say('notices.letter.always')]) }
  const change = `${addressOf('/account/notices/letters')}?token=${token}`
  return {
    subject,
    text: inParts([...parts, all, `${say('notices.letter.change')}\n\n${change}`]),
    headers: {
      'List-Unsubscribe': `<${change}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}

const paragraphs = (...parts: string[]) => parts.filter((part) => part !== '').join('\n\n')
const inParts = (parts: string[]) => parts.filter((part) => part !== '').join('\n\n—\n\n')
