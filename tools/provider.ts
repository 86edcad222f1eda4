/** For tests only: a real provider of OpenID Connect, as a process. Whoever knows a login of its accounts signs in there. */
import Provider from 'oidc-provider'

type Account = { email?: string; email_verified?: boolean; name?: string }

const [port = '0', redirect = ''] = process.argv.slice(2)
const issuer = `http://localhost:${port}`
let accounts: Record<string, Account> = {}

process.on('message', (told: Record<string, Account>) => {
  accounts = told
  process.send?.('told')
})

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'portal',
      client_secret: 'the secret of the portal, at least long enough',
      redirect_uris: [redirect],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    },
  ],
  findAccount: (_: unknown, id: string) =>
    id in accounts ? { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) } : undefined,
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  cookies: { keys: ['a key of tests only'] },
  features: { devInteractions: { enabled: true } },
  pkce: { required: () => true },
})
provider.listen(Number(port), '127.0.0.1', () => process.send?.('listening'))
