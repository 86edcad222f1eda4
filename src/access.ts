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
const edit: AccessRule = { may: 'records.edit' }
const decide: AccessRule = { may: 'organisation.claims' }

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
  'GET /partners/:code/edit': { may: 'partner.keep' },
  'POST /partners/:code/edit': { may: 'partner.keep' },
  'GET /partners/:code/edit/agreement': { may: 'partner.keep' },
  'POST /partners/:code/edit/agreement': { may: 'partner.keep' },
  'GET /search': 'anyone',
  'GET /search/suggest': 'anyone',
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
  'GET /widgets': 'anyone',
  'GET /widgets/upcoming-events': 'anyone',
  'GET /widgets/open-calls': 'anyone',
  'GET /cards/opportunities/:file{[^/]+\\.png}': 'anyone',
  'GET /cards/events/:file{[^/]+\\.png}': 'anyone',
  'GET /cards/articles/:file{[^/]+\\.png}': 'anyone',
  'GET /cards/programmes/:file{[^/]+\\.png}': 'anyone',
  'GET /cards/organisations/:file{[^/]+\\.png}': 'anyone',
  'GET /cards/:file{house\\.[^/]+\\.png}': 'anyone',
  // What only those may see who may see the record is not there for others.
  'GET /pictures/:id/:file': 'anyone',
  // Of a demonstration only.
  'GET /design': 'anyone',
  'GET /outbox': 'anyone',
  'GET /outbox/:id': 'anyone',

  'GET /sign-in': 'anyone',
  'POST /sign-in': 'anyone',
  'GET /sign-in/sent': 'anyone',
  'GET /sign-in/link': 'anyone',
  'POST /sign-in/link': 'anyone',
  // Whoever has done the first step in this browser.
  'GET /sign-in/code': 'anyone',
  'POST /sign-in/code': 'anyone',
  'GET /sign-in/passkey': 'anyone',
  'POST /sign-in/passkey': 'anyone',
  'POST /sign-in/passkey/challenge': 'anyone',
  'POST /sign-in/provider': 'anyone',
  'GET /sign-in/provider': 'anyone',
  'GET /sign-in/provider/return': 'anyone',
  'GET /sign-in/provider/failed': 'anyone',
  'POST /sign-out': 'anyone',
  'POST /api/auth/sign-in/email': 'anyone',
  // By session or by token; so is every address of the API.
  'GET /api/v1/me': 'person',
  'GET /api/v1': 'anyone',
  'GET /api/v1/openapi.json': 'anyone',
  'GET /api/v1/opportunities': 'anyone',
  'GET /api/v1/opportunities/:key': 'anyone',
  'GET /api/v1/events': 'anyone',
  'GET /api/v1/events/:key': 'anyone',
  'GET /api/v1/articles': 'anyone',
  'GET /api/v1/articles/:key': 'anyone',
  'GET /api/v1/organisations': 'anyone',
  'GET /api/v1/organisations/:key': 'anyone',
  'GET /api/v1/programmes': 'anyone',
  'GET /api/v1/programmes/:key': 'anyone',
  'GET /api/v1/partners': 'anyone',
  'GET /api/v1/partners/:key': 'anyone',

  'GET /account': 'person',
  'POST /account/email': 'person',
  'POST /account/password': 'person',
  'POST /account/sessions/others/end': 'person',
  'POST /account/sessions/:id/end': 'person',
  'POST /account/provider/:id/unlink': 'person',
  'GET /account/tokens': 'person',
  'POST /account/tokens': 'person',
  'POST /account/tokens/:id/end': 'person',
  'GET /account/:part{email|password}': 'person',
  'GET /account/profile': 'person',
  'POST /account/profile': 'person',
  'GET /account/profile/page': 'person',
  'POST /account/profile/page': 'person',
  'GET /account/profile/preview': 'person',
  'GET /people/:slug': 'anyone',
  'GET /account/notices': 'person',
  'POST /account/notices/read': 'person',
  'POST /account/notices/mail': 'person',
  'POST /account/notices/:id/read': 'person',
  'GET /account/notices/:part{read|mail}': 'person',
  // Whoever holds the link from a letter.
  'GET /account/notices/letters': 'anyone',
  'POST /account/notices/letters': 'anyone',
  'GET /account/passkeys': 'person',
  'POST /account/passkeys': 'person',
  'POST /account/passkeys/challenge': 'person',
  'GET /account/passkeys/:id': 'person',
  'GET /account/passkeys/:id/name': 'person',
  'POST /account/passkeys/:id/name': 'person',
  'POST /account/passkeys/:id/end': 'person',
  'GET /account/codes': 'person',
  'POST /account/codes': 'person',
  'POST /account/codes/key': 'person',
  'POST /account/codes/end': 'person',
  'POST /account/codes/recovery': 'person',
  'GET /account/codes/:part{key|end|recovery}': 'person',
  // Whoever holds the link from one of the mailboxes.
  'GET /account/email/confirmation': 'anyone',
  'POST /account/email/confirmation': 'anyone',

  'GET /privacy': 'anyone',
  'GET /account/privacy': 'person',
  'POST /account/privacy/download': 'person',
  'GET /account/privacy/download': 'person',
  'GET /account/privacy/closing': 'person',
  'POST /account/privacy/closing': 'person',
  'GET /account/organisations': 'person',
  // Who is none of its people does not find it; what an editor may, a member is refused.
  'GET /account/organisations/:id': 'person',
  'POST /account/organisations/:id/people/:person/role': 'person',
  'POST /account/organisations/:id/people/:person/end': 'person',
  'POST /account/organisations/:id/invitations': 'person',
  'POST /account/organisations/:id/invitations/:invitation/send': 'person',
  'POST /account/organisations/:id/invitations/:invitation/withdraw': 'person',
  'GET /account/organisations/:id/invitations': 'person',
  'GET /account/organisations/:id/invitations/:invitation/:what{send|withdraw}': 'person',
  'GET /account/organisations/:id/people/:person/:what{role|end}': 'person',
  'GET /account/organisations/:id/entry': 'person',
  'POST /account/organisations/:id/entry': 'person',
  // Whoever holds the link from the mailbox that was invited.
  'GET /account/invitation': 'anyone',
  'POST /account/invitation': 'anyone',
  'GET /organisations/:slug/claim': 'person',
  'POST /organisations/:slug/claim': 'person',
  'POST /account/claims/:id/withdraw': 'person',
  'GET /account/claims/:id/withdraw': 'person',

  'GET /desk': { may: 'desk.open' },
  'GET /desk/roles': manage,
  'POST /desk/roles': manage,
  'GET /desk/roles/:id': manage,
  'POST /desk/roles/:id/limit': manage,
  'POST /desk/roles/:id/end': manage,
  'GET /desk/roles/:id/:what{limit|end}': manage,
  'GET /desk/:plural{opportunities|events|articles|programmes|organisations}/new': edit,
  'POST /desk/:plural{opportunities|events|articles|programmes|organisations}/new': edit,
  'GET /desk/:plural{opportunities|events|articles|programmes|organisations}/:id': edit,
  'POST /desk/:plural{opportunities|events|articles|programmes|organisations}/:id': edit,
  'GET /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/draft': edit,
  'POST /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/draft': edit,
  'GET /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/preview': edit,
  'POST /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/preview': edit,
  'GET /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/state': edit,
  'POST /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/state': edit,
  'POST /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/schedule': edit,
  'GET /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/schedule': edit,
  'POST /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/schedule/:schedule/withdraw':
    edit,
  'POST /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/remarks': edit,
  'GET /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/remarks': edit,
  'POST /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/remarks/:remark/settle':
    edit,
  'POST /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/assignment': edit,
  'GET /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/assignment': edit,
  'POST /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/translation': edit,
  'GET /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/translation': edit,
  'GET /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/history': edit,
  'GET /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/history/:version': edit,
  'POST /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/history/:version/restore':
    edit,
  'GET /desk/:plural{opportunities|events|articles|programmes|organisations}/:id/history/:version/restore':
    edit,
  // Whoever holds the link from an editor.
  'GET /preview/:token': 'anyone',
  'GET /desk/:plural/:id/pictures': edit,
  'POST /desk/:plural/:id/pictures': edit,
  'GET /desk/:plural/:id/pictures/:picture': edit,
  'POST /desk/:plural/:id/pictures/:picture': edit,
  'POST /desk/:plural/:id/pictures/:picture/first': edit,
  'POST /desk/:plural/:id/pictures/:picture/remove': edit,
  'GET /desk/:plural/:id/pictures/:picture/:what{first|remove}': edit,
  'GET /desk/claims': decide,
  'GET /desk/claims/:id': decide,
  'POST /desk/claims/:id/accept': decide,
  'POST /desk/claims/:id/refuse': decide,
  'GET /desk/claims/:id/:what{accept|refuse}': decide,
}

/**
 * Whether a path, without the language, is open to somebody whose role needs a second factor that their session has not shown:
 * only what signs in and out, and what they set up there. Everything else leads them to `/account`.
 */
export function isOpenWithOneFactor(path: string): boolean {
  return /^\/(sign-in|sign-out|api\/auth|account\/(name|email|password|sessions|passkeys|codes))(\/|$)|^\/account$/.test(
    path,
  )
}

/** What feed readers, calendars, search engines and pages of others fetch is the same for everybody: nobody's session is looked for. */
export const isForPrograms = (path: string) =>
  /^\/(opportunities|events|articles)(\/[^/]+)?\.(atom|rss|json|ics)$|^\/(cards|sitemaps|widgets)\/|^\/(sitemap\.xml|robots\.txt)$/.test(
    path,
  )
