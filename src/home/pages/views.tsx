import type { Child } from 'hono/jsx'
import { Frame, type Locale, type PageHead } from '../../design/index.ts'
import { speak } from '../messages/index.ts'

/** The name of the house, until it is set in pages of its own. */
export const houseName = 'Caravanserai'

const sections = ['opportunities', 'events', 'articles', 'organisations', 'programmes', 'partners'] as const

export type PageOptions = {
  locale: Locale
  /** Path and query without language. */
  path: string
  settings: { demonstration: 'none' | 'full' | 'public' }
}

/** A whole page: what a room has to say, in the frame of the house. */
export function housePage({
  locale,
  path,
  settings,
  head,
  content,
}: PageOptions & { head: PageHead; content: Child }) {
  const say = speak(locale)
  return (
    <Frame
      head={head}
      locale={locale}
      path={path}
      house={houseName}
      nav={sections.map((section) => ({ href: `/${section}`, label: say(`nav.${section}`) }))}
      footer={[{ href: '/languages', label: say('nav.languages') }]}
      demonstration={settings.demonstration !== 'none'}
    >
      {content}
    </Frame>
  )
}
