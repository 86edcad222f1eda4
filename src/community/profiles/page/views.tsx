import { Fact, Facts, Heading, hrefIn, Link, type Locale, Notice } from '../../../design/index.ts'
import type { Known } from '../../known/model.ts'
import { speak } from '../../messages/index.ts'
import { type PublicProfile, showable } from '../model.ts'
import { shownInWords } from '../words.ts'

type Props = { locale: Locale; known: Known; shown: PublicProfile }

/** The page of a person: what they chose to show, and nothing else. */
export function PersonBody({ locale, known, shown }: Props) {
  const say = speak(locale)
  const facts = showable
    .map((field) => ({ field, words: shownInWords({ locale, known }, field, shown) }))
    .filter(({ words }) => words !== '')
  return (
    <article>
      <Heading text={shown.name} />
      {facts.length === 0 ? null : (
        <Facts>
          {facts.map(({ field, words }) => (
            <Fact name={say(`profile.shows.${field}`)}>
              {field === 'latinName' ? <bdi>{words}</bdi> : words}
            </Fact>
          ))}
        </Facts>
      )}
    </article>
  )
}

/** The same page for its owner, before others see it. */
export function PreviewBody(props: Props) {
  const { locale } = props
  const say = speak(locale)
  return (
    <>
      <Notice tone="info">
        <p>{say('profile.page.previewText')}</p>
        <p>
          <Link href={`${hrefIn(locale, '/account/profile')}#page`}>{say('profile.title')}</Link>
        </p>
      </Notice>
      <PersonBody {...props} />
    </>
  )
}
