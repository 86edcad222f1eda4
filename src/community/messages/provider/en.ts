/** What people read when they sign in with an account elsewhere; the English is the pattern for the others. */
export const en = {
  'provider.title': 'Or with an account elsewhere',
  'provider.text':
    'You sign in at {provider} and come back here. It tells us your name and e-mail address; your password stays there.',
  'provider.button': 'Sign in with {provider}',
  'provider.leaving': 'On to {provider}',
  'provider.leavingText': 'Your browser goes there by itself. If nothing happens, follow the link.',
  'provider.goOn': 'Go on to {provider}',
  'provider.again': 'Back to signing in',
  'provider.fault.gone': 'This sign-in is no good any more',
  'provider.cure.gone': 'It took too long, was used already, or was begun in another browser. Begin again.',
  'provider.fault.cancelled': 'You were not signed in',
  'provider.cure.cancelled':
    'Signing in was called off at {provider}. Begin again, or ask for a link by e-mail.',
  'provider.fault.away': 'The other site does not answer',
  'provider.cure.away':
    '{provider} cannot be reached at the moment. Try again in some minutes, or ask for a link by e-mail.',
  'provider.fault.nonsense': 'The other site’s answer was not right',
  'provider.cure.nonsense':
    'What {provider} answered could not be trusted, so nobody was signed in. Begin again; if it stays so, ask for a link by e-mail and tell us.',
  'provider.fault.no-address': 'Your e-mail address is missing',
  'provider.cure.no-address':
    '{provider} did not tell us your e-mail address. Allow it there and begin again, or ask for a link by e-mail.',
  'provider.fault.unverified': 'Your e-mail address is not confirmed',
  'provider.cure.unverified':
    '{provider} has not made sure that your e-mail address is yours. Confirm it there and begin again, or ask for a link by e-mail.',
  'provider.fault.barred': 'This account cannot be used here',
  'provider.cure.barred':
    'It has the address of somebody in the demonstration, and nobody signs in as one of them this way. Choose another account at {provider}.',
  'account.provider': 'Accounts elsewhere',
  'account.provider.none':
    'Sign in once with {provider}, under the same e-mail address, and it is linked with your account.',
  'account.provider.text':
    'You can sign in here with these. Signing in with one after you unlinked it links it again. A link by e-mail always works.',
  'account.provider.list': 'Linked accounts',
  'account.provider.host': 'At',
  'account.provider.since': 'Since (UTC)',
  'account.provider.end': 'Unlink',
  'account.provider.unlink': 'Unlink {provider}',
  'account.provider.unlinked': 'The account is unlinked, and the other sessions opened with it are ended.',
  'account.way.provider': 'account elsewhere',
  'letter.provider.subject': 'You can now sign in with {provider}',
  'letter.provider.text':
    'Somebody signed in at {provider} with your e-mail address, and that account is now linked with yours here. If it was not you, unlink it on your page:',
} as const
