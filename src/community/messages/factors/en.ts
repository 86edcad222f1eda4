/** Second factors: passkeys, codes from an app, recovery codes; the English is the pattern for the others. */
export const en = {
  'passkey.title': 'Passkeys',
  'passkey.lead':
    'Sign in with your fingerprint, face or screen lock. A passkey counts as two factors, and cannot be typed into a false page.',
  'passkey.yours': 'Your passkeys',
  'passkey.none': 'You have no passkey yet.',
  'passkey.script': 'Adding a passkey needs JavaScript.',
  'passkey.nowhere': 'Passkeys need a house with a name: this one is reached by a bare IP address.',
  'passkey.head.name': 'Name',
  'passkey.head.added': 'Added (UTC)',
  'passkey.head.used': 'Last used (UTC)',
  'passkey.never': 'never',
  'passkey.name': 'Name of the passkey',
  'passkey.nameHint': 'So that you know it again, such as “My phone”.',
  'passkey.add': 'Add a passkey',
  'passkey.signIn': 'Sign in with a passkey',
  'passkey.rename': 'Save name',
  'passkey.remove': 'Remove this passkey',
  'passkey.removeText':
    'Nobody can sign in with it any more, and all your other sessions end. Delete it on your device too.',
  'passkey.removeButton': 'Remove passkey',
  'passkey.done.added': 'The passkey is added.',
  'passkey.done.renamed': 'The name is saved.',
  'passkey.done.removed': 'The passkey is removed, and all other sessions are ended.',
  'passkey.fault.name': {
    one: 'Enter a name of at most {count} character',
    other: 'Enter a name of at most {count} characters',
  },
  'passkey.fault.stopped': 'Your device gave no passkey. Nothing has changed; you can try again.',
  'passkey.fault.failed':
    'This passkey is not known here, or took too long. Try again, or sign in another way.',

  'codes.title': 'Codes from an app',
  'codes.lead':
    'An authenticator app on your phone shows a new code every 30 seconds. With codes on, signing in by link or password asks for one.',
  'codes.since': 'Codes are on since {since} (UTC).',
  'codes.left': { one: '{count} recovery code is left.', other: '{count} recovery codes are left.' },
  'codes.setUp': 'Set up codes',
  'codes.manage': 'Codes and recovery codes',
  'codes.scan':
    'Scan this picture with an authenticator app, or type the key into it. Then enter the code it shows.',
  'codes.picture': 'The key as a QR code',
  'codes.key': 'Key',
  'codes.code': 'Code',
  'codes.codeHint': 'The six digits your app shows now.',
  'codes.on': 'Switch codes on',
  'codes.off': 'Switch codes off',
  'codes.offText':
    'Signing in will ask for no code, your recovery codes are forgotten, and all your other sessions end.',
  'codes.done.off': 'Codes are off, and all other sessions are ended.',
  'codes.fault.wrong': 'This code is not right, or was used before. Enter the next one your app shows.',
  'codes.fault.gone': 'This key has run out. Begin again.',

  'recovery.title': 'Recovery codes',
  'recovery.text':
    'If you lose your phone, each of these lets you in once in place of a code. Print them or write them down now: they are not shown again.',
  'recovery.on': 'Codes are on, and all other sessions are ended.',
  'recovery.renew': 'Make new recovery codes',
  'recovery.renewText':
    'Make ten new ones when few are left, or when somebody may have seen them. The old ones stop working.',
  'recovery.kept': 'I have kept them',

  'step.title': 'One more step',
  'step.lead': 'Your account asks for a code as well.',
  'step.lost': 'No phone at hand?',
  'step.recovery': 'Recovery code',
  'step.recoveryHint': 'One of the ten you kept. Each is good once.',
  'step.recoveryButton': 'Use recovery code',
  'step.recoveryFault': 'This is none of your recovery codes, or it was used before',
  'step.gone': 'Sign in again',
  'step.goneText': 'The code took too long, or was wrong too often.',

  'factors.again': 'To change this, sign in again first: it is more than a quarter of an hour ago.',
  'factors.second': 'To change this, sign in again first, with what you have set up here.',
  'factors.againLink': 'Sign in again',
  'factors.needed':
    'Your role here needs a second factor. Add a passkey or set up codes below, and everything is open to you again.',
  'factors.neededHere': 'Your role here needs a second factor. Sign in again with your passkey.',

  'way.passkey': 'passkey',
  'way.code': '{way} and code',
  'way.recovery-code': '{way} and recovery code',
  'way.new-passkey': '{way} and new passkey',

  'letter.factor.subject': 'Signing in to your account',
  'letter.factor.passkeyAdded': 'A passkey was added to your account on {at} (UTC).',
  'letter.factor.passkeyRemoved': 'A passkey was removed from your account on {at} (UTC).',
  'letter.factor.codesOn': 'Codes from an app were switched on for your account on {at} (UTC).',
  'letter.factor.codesOff': 'Codes from an app were switched off for your account on {at} (UTC).',
  'letter.factor.recoveryUsed': 'A recovery code was used to sign in to your account on {at} (UTC).',
  'letter.factor.recoveryRenewed': 'New recovery codes were made for your account on {at} (UTC).',
  'letter.factor.not':
    'If it was not you, sign in, choose another password, end all other sessions, and look at your passkeys and codes:',
} as const
