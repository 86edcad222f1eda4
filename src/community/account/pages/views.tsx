import { Tabs, type Locale } from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import { type AccountPath, accountPages } from './model.ts'

/** The way from one page of a person's own to the others; stands under the heading of each. */
export function AccountTabs({ locale, here }: { locale: Locale; here: AccountPath }) {
  const say = speak(locale)
  return (
    <Tabs
      locale={locale}
      label={say('account.pages')}
      items={accountPages.map(({ path, key }) => ({ href: path, label: say(key) }))}
      here={here}
    />
  )
}
