/** What a widget says it shows, in the reader's words. Pure. */
import type { ListQuery, ShownFacet } from '../lists/model.ts'
import type { Reader } from '../readers/model.ts'

// "Music" and "Festival" speak for themselves; of "Vietnam" it must be said whether one is a citizen or travels there.
const plain = ['discipline', 'type', 'theme', 'when']

/** The title of a list with everything that narrows it: a frame on another page shows no filters beside it. */
export function titleWords(
  { say, format }: Reader,
  title: string,
  { chosen, words, from, to }: ListQuery,
  facets: ShownFacet[],
): string {
  const days = [
    from === undefined ? undefined : say('list.chosenFrom', { day: format.date(from) }),
    to === undefined ? undefined : say('list.chosenTo', { day: format.date(to) }),
  ].filter((day) => day !== undefined)
  const values = facets.flatMap(({ name, legend, label }) => {
    const labels = (chosen[name] ?? []).map((value) => label(value))
    if (labels.length === 0) return []
    const value = labels.join(', ')
    return [plain.includes(name) ? value : say('list.chosen', { facet: legend, value })]
  })
  const asked = words === undefined ? [] : [say('list.chosenWords', { words })]
  return [title, ...asked, ...days, ...values].join(' · ')
}
