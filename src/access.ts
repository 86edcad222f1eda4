/**
 * Who may ask which route: the one table that says it of all of them. Each route asks for itself as well; a test asks every
 * route as every role and compares the answers with this table, and a route that is not in it fails that test.
 */
import type { Permission } from './community/index.ts'

/**
 * `anyone`: strangers too. `person`: whoever is signed in; strangers are led to sign in. A permission: whoever holds a
 * role with it; others who are signed in are refused (403).
 */
export type AccessRule = 'anyone' | 'person' | { may: Permission }

const manage: AccessRule = { may: 'roles.manage' }

/** Routes by method and path, without the language. */
export const access: Record<string, AccessRule> = {
  'GET /assets/:name': 'anyone',
  'GET /healthz': 'anyone',
  'GET /readyz': 'anyone',
  'GET /robots.txt': 'anyone',
  'GET /sitemap.xml': 'anyone',
  'GET /sitemaps/:file{[^/]+\\.xml}': 'anyone',

  'GET /': 'anyone',
  'GET /languages': 'anyone',
  'GET /opportunities': 'anyone',
  'GET /opportunities/:slug': 'anyone',
  'GET /events': 'anyone',
  'GET /events/calendar': 'anyone',
  'GET /events/:slug': 'anyone',
  'GET /events/:slug/dates': 'anyone',
  'GET /articles': 'anyone',
  'GET /articles/:slug': 'anyone',
  'GET /programmes': 'anyone',
  'GET /programmes/:slug': 'anyone',
  'GET /organisations': 'anyone',
  'GET /organisations/:slug': 'anyone',
  'GET /partners': 'anyone',
  'GET /partners/:code': 'anyone',
  'GET /partners/:code/funding': 'anyone',
  'GET /search': 'anyone',
  'GET /opportunities.atom': 'anyone',
  'GET /opportunities.rss': 'anyone',
  'GET /opportunities.json': 'anyone',
  'GET /opportunities.ics': 'anyone',
  'GET /events.atom': 'anyone',
  'GET /events.rss': 'anyone',
  'GET /events.json': 'anyone',
  'GET /events.ics': 'anyone',
  'GET /articles.atom': 'anyone',
  'GET /articles.rss': 'anyone',
  'GET /articles.json': 'anyone',
  'GET /opportunities/:file{[^/]+\\.ics}': 'anyone',
  'GET /events/:file{[^/]+\\.ics}': 'anyone',
  'GET /cards/opportunities/:file{[^/]+\\.png}': 'anyone',
  'GET /cards/events/:file{[^/]+\\.png}': 'anyone',
  'GET /cards/articles/:file{[^/]+\\.png}': 'anyone',
  'GET /cards/programmes/:file{[^/]+\\.png}': 'anyone',
  'GET /cards/organisations/:file{[^/]+\\.png}': 'anyone',
  'GET /cards/:file{house\\.[^/]+\\.png}': 'anyone',
  // Of a demonstration only.
  'GET /design': 'anyone',
  'GET /outbox': 'anyone',
  'GET /outbox/:id': 'anyone',

  'GET /sign-in': 'anyone',
  'POST /sign-in': 'anyone',
  'GET /sign-in/sent': 'anyone',
  'GET /sign-in/link': 'anyone',
  'POST /sign-in/link': 'anyone',
  'POST /sign-out': 'anyone',
  'POST /api/auth/sign-in/email': 'anyone',

  'GET /account': 'person',
  'POST /account/name': 'person',
  'POST /account/email': 'person',
  'POST /account/password': 'person',
  'POST /account/sessions/others/end': 'person',
  'POST /account/sessions/:id/end': 'person',
  'GET /account/:part{name|email|password}': 'person',
  'GET /account/notices': 'person',
  'POST /account/notices/read': 'person',
  'POST /account/notices/mail': 'person',
  'POST /account/notices/:id/read': 'person',
  'GET /account/notices/:part{read|mail}': 'person',
  // Whoever holds the link from a letter.
  'GET /account/notices/letters': 'anyone',
  'POST /account/notices/letters': 'anyone',
  // Whoever holds the link from one of the mailboxes.
  'GET /account/email/confirmation': 'anyone',
  'POST /account/email/confirmation': 'anyone',

  'GET /desk': { may: 'desk.open' },
  'GET /desk/roles': manage,
  'POST /desk/roles': manage,
  'GET /desk/roles/:id': manage,
  'POST /desk/roles/:id/limit': manage,
  'POST /desk/roles/:id/end': manage,
  'GET /desk/roles/:id/:what{limit|end}': manage,
}
