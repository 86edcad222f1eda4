/** What stands on the picture that a record's page is shared with. Nothing here depends on the moment. Pure. */
import type { Organisation, RecordText } from '../../community/index.ts'
import type { Card } from '../../design/index.ts'
import type { Article } from '../articles/model.ts'
import { isUndated } from '../deadlines/model.ts'
import { closingWords } from '../deadlines/words.ts'
import type { EventDetail } from '../events/model.ts'
import { whereWords } from '../events/words.ts'
import type { Opportunity } from '../opportunities/model.ts'
import type { Programme } from '../programmes/model.ts'
import type { Reader } from '../readers/model.ts'
import { beside } from '../records/words.ts'
import { statedTime } from '../times/words.ts'

type Lines = { id: string; above: string; below: string }

function cardOf({ locale: lang, house }: Reader, [best]: RecordText[], lines: Lines): Card {
  const title = { text: best?.title ?? '', lang: best?.lang ?? lang }
  return { ...lines, title, house: house.name, colours: house.colours, lang }
}

const either = (term: string | null, title: string) => term ?? title

/** The card of a call: its kind, and when it closes. */
export function callCard(reader: Reader, texts: RecordText[], call: Opportunity): Card {
  const { say } = reader
  const kind = call.type === null ? null : reader.term('opportunity-type', call.type)
  return cardOf(reader, texts, {
    id: call.id,
    above: either(kind, say('opportunities.title')),
    below: deadlineWords(reader, call),
  })
}

function deadlineWords(reader: Reader, call: Opportunity): string {
  const { say } = reader
  if (call.cancelled) return say('call.cancelled')
  // A day that was moved is said with the real one beside it, for which a picture has no room.
  if (call.realDates !== null) return ''
  const [first] = call.rounds
  if (call.deadlineKind === 'rolling' || call.deadlineKind === 'until-filled')
    return say(`call.noDate.${call.deadlineKind}`)
  if (isUndated(call.deadlineKind) || !first || call.rounds.length > 1) return ''
  return closingWords(reader, first, true).stated
}

/** The card of an event: its kind, when and where it is. */
export function eventCard(reader: Reader, texts: RecordText[], event: EventDetail): Card {
  const kind = event.kind === null ? null : reader.term('event-kind', event.kind)
  return cardOf(reader, texts, {
    id: event.id,
    above: either(kind, reader.say('events.title')),
    below: beside(reader, [
      event.repeats || event.realDates !== null ? null : statedTime(reader, event).stated,
      whereWords(reader, event),
    ]),
  })
}

/** The card of an article: its kind, who wrote it and where. */
export function articleCard(reader: Reader, texts: RecordText[], article: Article): Card {
  const kind = article.kind === null ? null : reader.term('article-kind', article.kind)
  return cardOf(reader, texts, {
    id: article.id,
    above: either(kind, reader.say('articles.title')),
    below: beside(reader, [...article.authors, article.publisher]),
  })
}

/** The card of a programme: who carries it. */
export function programmeCard(reader: Reader, texts: RecordText[], programme: Programme): Card {
  return cardOf(reader, texts, {
    id: programme.id,
    above: reader.say('programmes.title'),
    below: programme.organiser ?? '',
  })
}

/** The card of an organisation: what it is and where. */
export function organisationCard(reader: Reader, texts: RecordText[], organisation: Organisation): Card {
  const { kind, city, country } = organisation
  return cardOf(reader, texts, {
    id: organisation.id,
    above: either(
      kind === null ? null : reader.term('organisation-kind', kind),
      reader.say('organisations.title'),
    ),
    below: [city, country && reader.format.country(country)].filter(Boolean).join(', '),
  })
}
