import { hrefIn, Link, type Locale, Notice } from '../../design/index.ts'
import { speak } from '../messages/index.ts'
import type { Member } from '../people/model.ts'
import type { Factors } from './model.ts'
import type { Change } from './permissions.ts'

const path = '/sign-in?again=yes&next=%2Faccount'

/** What has to be done before factors can be changed. */
export function BeforeChange({ locale, change }: { locale: Locale; change: Exclude<Change, 'may'> }) {
  const say = speak(locale)
  return (
    <p>
      {say(`factors.${change}`)} <Link href={hrefIn(locale, path)}>{say('factors.againLink')}</Link>
    </p>
  )
}

/** Why nothing but this page is open to somebody whose role needs a second factor. */
export function NeededNotice({ locale, by, factors }: { locale: Locale; by: Member; factors: Factors }) {
  if (!by.needsSecondFactor) return null
  const say = speak(locale)
  return (
    <Notice tone="warning">
      {factors.passkeys > 0 ? (
        <>
          {say('factors.neededHere')} <Link href={hrefIn(locale, path)}>{say('factors.againLink')}</Link>
        </>
      ) : (
        say('factors.needed')
      )}
    </Notice>
  )
}
