import type { Child } from 'hono/jsx'
import {
  asDelivered,
  houseName,
  type HouseSettings,
  lookOf,
  mayAnywhere,
  pagePath,
  spoken,
  type Viewer,
} from '../../community/index.ts'
import { Frame, type Locale, type PageHead } from '../../design/index.ts'
import { houseCardPath } from '../cards/model.ts'
import { speak } from '../messages/index.ts'

const sections = ['opportunities', 'events', 'articles', 'organisations', 'programmes', 'partners'] as const

export type PageOptions = {
  locale: Locale
  /** Path and query without language. */
  path: string
  settings: { publicUrl: string; demonstration: 'none' | 'full' | 'public' }
  viewer: Viewer
  /** As they were set; absent where the database cannot be asked, and the house looks as it was delivered. */
  house?: HouseSettings | undefined
}

/** The way in for a stranger; for who is in, the way to their own pages and out. */
function doorOf(viewer: Viewer, say: ReturnType<typeof speak>) {
  if (viewer.kind === 'stranger') return { links: [{ href: '/sign-in', label: say('nav.signIn') }] }
  const { unread = 0 } = viewer
  const count = unread < 100 ? say('nav.notices', { count: unread }) : say('nav.noticesMany', { count: 99 })
  return {
    links: [
      ...(unread > 0 ? [{ href: '/account/notices', label: count }] : []),
      ...(mayAnywhere(viewer, 'desk.open') ? [{ href: '/desk', label: say('nav.desk') }] : []),
      { href: '/account', label: say('nav.account') },
    ],
    leave: { href: '/sign-out', label: say('nav.signOut') },
  }
}

/** A whole page: what a room has to say, in the frame of the house. */
export function housePage({
  locale,
  path,
  settings,
  viewer,
  house = asDelivered,
  head,
  content,
}: PageOptions & { head: PageHead; content: Child }) {
  const say = speak(locale)
  return (
    <Frame
      head={{ card: houseCardPath(locale, house), ...head }}
      locale={locale}
      path={path}
      house={houseName(house, locale)}
      nav={sections.map((section) => ({ href: `/${section}`, label: say(`nav.${section}`) }))}
      footer={[
        ...house.pages.map(({ slug, titles }) => ({
          href: pagePath(slug),
          label: spoken(titles, locale)?.text ?? slug,
        })),
        { href: '/languages', label: say('nav.languages') },
        { href: '/privacy', label: say('nav.privacy') },
        { href: '/widgets', label: say('nav.widgets') },
        { href: '/api/v1', label: say('nav.api') },
      ]}
      door={doorOf(viewer, say)}
      demonstration={settings.demonstration !== 'none'}
      origin={settings.publicUrl}
      look={lookOf(house, locale)}
    >
      {content}
    </Frame>
  )
}
