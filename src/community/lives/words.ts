/** What becomes of texts, as notices to those who write and look after them. Pure. */
import { formatsFor, type Locale } from '../../design/index.ts'
import { speak } from '../messages/index.ts'
import type { NoticeDeclaration, NoticeKind } from '../notices/model.ts'
import type { Becoming, FailedCheck, Failure } from '../schedules/model.ts'

/** A language of a record, as notices name it. */
type NamedText = { kind: string; id: string; title: string; lang: string }

/** Somebody a notice is about besides, so that they can be forgotten. */
type Who = { who: string; person: string }

declare module '../notices/model.ts' {
  interface Notices {
    /** A text was sent back to who handed it in, with what is to be done. */
    'community.textSentBack': NamedText & Who & { note: string }
    /** A text was handed in, to who looks after its record. */
    'community.textHandedIn': NamedText & Who & { note: string }
    /** Something was said about a text. */
    'community.remarkSaid': NamedText & Who & { note: string }
    /** A record is theirs to look after. */
    'community.recordAssigned': NamedText & Who
    /** What they had scheduled was not done: why, and which checks failed. */
    'community.scheduleFailed': NamedText & {
      becomes: Becoming
      wall: string
      zone: string
      failure: Failure
      /** Earlier versions of the house noted sentences. */
      checks: (FailedCheck | string)[]
    }
  }
}

const declare = <Kind extends NoticeKind>(declaration: NoticeDeclaration<Kind>) => declaration

/** The page at the desk of a record, in one of its languages. */
export const deskPathOf = ({ kind, id, lang }: { kind: string; id: string; lang?: string }) =>
  `/desk/${kind}/${encodeURIComponent(id)}${lang === undefined ? '' : `?lang=${lang}`}`

const langIn = (locale: Locale, lang: string) => formatsFor(locale).language(lang)
const whoIn = (locale: Locale, who: string) => who || speak(locale)('membership.nameless')

/** A text that has come to somebody, by whom and with which note. */
const ofText = (kind: 'community.textSentBack' | 'community.textHandedIn', way: 'sentBack' | 'handedIn') =>
  declare({
    kind,
    words: (locale, { who, note, ...text }) => ({
      title: speak(locale)(`life.notice.${way}`, { title: text.title }),
      text: [
        speak(locale)(`life.notice.${way}Text`, { who: whoIn(locale, who), lang: langIn(locale, text.lang) }),
        note,
      ].join('\n'),
      path: deskPathOf(text),
    }),
  })

/** How what a record of a kind failed is said. */
type CheckWords = (locale: Locale, kind: string, check: FailedCheck) => string

/** What is told of texts; what they fail is said by the room that knows the rules. */
export const lifeNotices = (inWords: CheckWords) => [
  ofText('community.textSentBack', 'sentBack'),
  ofText('community.textHandedIn', 'handedIn'),
  declare({
    kind: 'community.remarkSaid',
    words: (locale, { who, note, ...text }) => ({
      title: speak(locale)('life.notice.remark', { title: text.title }),
      text: [speak(locale)('life.notice.remarkText', { who: whoIn(locale, who) }), note].join('\n'),
      path: deskPathOf(text),
    }),
  }),
  declare({
    kind: 'community.recordAssigned',
    words: (locale, { who, ...text }) => ({
      title: speak(locale)('life.notice.assigned', { title: text.title }),
      text: speak(locale)('life.notice.assignedText', { who: whoIn(locale, who) }),
      path: deskPathOf(text),
    }),
  }),
  declare({
    kind: 'community.scheduleFailed',
    words: (locale, { becomes, wall, zone, failure, checks, ...text }) => {
      const say = speak(locale)
      return {
        title: say(`life.notice.failed.${becomes}`, { title: text.title }),
        text: [
          say('life.notice.failedText', {
            wall: wall.replace('T', ' '),
            zone,
            lang: langIn(locale, text.lang),
          }),
          say(`life.failure.${failure}`),
          ...checks.map(
            (check) => `- ${typeof check === 'string' ? check : inWords(locale, text.kind, check)}`,
          ),
        ].join('\n'),
        path: deskPathOf(text),
      }
    },
  }),
]
