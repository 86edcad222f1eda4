import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const fr = {
  reviewed: [],
  words: {
    'passkey.title': 'Clés d’accès',
    'passkey.lead':
      'Connectez-vous avec votre empreinte, votre visage ou le verrouillage de l’écran. Une clé d’accès compte pour deux facteurs et ne peut pas être saisie sur une fausse page.',
    'passkey.yours': 'Vos clés d’accès',
    'passkey.none': 'Vous n’avez pas encore de clé d’accès.',
    'passkey.script': 'Ajouter une clé d’accès demande JavaScript.',
    'passkey.nowhere':
      'Les clés d’accès demandent une maison qui a un nom : celle-ci n’est connue que par une adresse IP.',
    'passkey.head.name': 'Nom',
    'passkey.head.added': 'Ajoutée le (UTC)',
    'passkey.head.used': 'Dernier usage (UTC)',
    'passkey.never': 'jamais',
    'passkey.name': 'Nom de la clé d’accès',
    'passkey.nameHint': 'Pour la reconnaître, par exemple « Mon téléphone ».',
    'passkey.add': 'Ajouter une clé d’accès',
    'passkey.signIn': 'Se connecter avec une clé d’accès',
    'passkey.rename': 'Enregistrer le nom',
    'passkey.remove': 'Retirer cette clé d’accès',
    'passkey.removeText':
      'Plus personne ne pourra s’en servir, et toutes vos autres sessions prennent fin. Supprimez-la aussi sur votre appareil.',
    'passkey.removeButton': 'Retirer la clé d’accès',
    'passkey.done.added': 'La clé d’accès est ajoutée.',
    'passkey.done.renamed': 'Le nom est enregistré.',
    'passkey.done.removed': 'La clé d’accès est retirée et toutes les autres sessions ont pris fin.',
    'passkey.fault.name': {
      one: 'Saisissez un nom de {count} caractère au plus',
      other: 'Saisissez un nom de {count} caractères au plus',
    },
    'passkey.fault.stopped':
      'Votre appareil n’a donné aucune clé d’accès. Rien n’a changé ; vous pouvez réessayer.',
    'passkey.fault.failed':
      'Cette clé d’accès n’est pas connue ici, ou a tardé. Réessayez, ou connectez-vous autrement.',

    'codes.title': 'Codes d’une application',
    'codes.lead':
      'Une application d’authentification sur votre téléphone montre un nouveau code toutes les 30 secondes. Une fois les codes activés, la connexion par lien ou mot de passe en demande un.',
    'codes.since': 'Les codes sont activés depuis le {since} (UTC).',
    'codes.left': {
      one: 'Il reste {count} code de secours.',
      other: 'Il reste {count} codes de secours.',
    },
    'codes.setUp': 'Mettre en place les codes',
    'codes.manage': 'Codes et codes de secours',
    'codes.scan':
      'Scannez cette image avec une application d’authentification, ou saisissez-y la clé. Entrez ensuite le code qu’elle montre.',
    'codes.picture': 'La clé sous forme de code QR',
    'codes.key': 'Clé',
    'codes.code': 'Code',
    'codes.codeHint': 'Les six chiffres que votre application montre maintenant.',
    'codes.on': 'Activer les codes',
    'codes.off': 'Désactiver les codes',
    'codes.offText':
      'La connexion ne demandera plus de code, vos codes de secours sont oubliés et toutes vos autres sessions prennent fin.',
    'codes.done.off': 'Les codes sont désactivés et toutes les autres sessions ont pris fin.',
    'codes.fault.wrong':
      'Ce code n’est pas le bon, ou a déjà servi. Saisissez le prochain que montre votre application.',
    'codes.fault.gone': 'Cette clé a expiré. Recommencez.',

    'recovery.title': 'Codes de secours',
    'recovery.text':
      'Si vous perdez votre téléphone, chacun vous laisse entrer une fois à la place d’un code. Imprimez-les ou notez-les maintenant : ils ne seront plus montrés.',
    'recovery.on': 'Les codes sont activés et toutes les autres sessions ont pris fin.',
    'recovery.renew': 'Créer de nouveaux codes de secours',
    'recovery.renewText':
      'Créez-en dix nouveaux s’il en reste peu ou si quelqu’un a pu les voir. Les anciens ne serviront plus.',
    'recovery.kept': 'Je les ai gardés',

    'step.title': 'Encore une étape',
    'step.lead': 'Votre compte demande aussi un code.',
    'step.lost': 'Pas de téléphone sous la main ?',
    'step.recovery': 'Code de secours',
    'step.recoveryHint': 'L’un des dix que vous avez gardés. Chacun sert une fois.',
    'step.recoveryButton': 'Utiliser un code de secours',
    'step.recoveryFault': 'Ce n’est aucun de vos codes de secours, ou il a déjà servi',
    'step.gone': 'Reconnectez-vous',
    'step.goneText': 'Le code a trop tardé, ou a été faux trop souvent.',

    'factors.again': 'Pour changer cela, reconnectez-vous d’abord : cela fait plus d’un quart d’heure.',
    'factors.second': 'Pour changer cela, reconnectez-vous d’abord, avec ce que vous avez mis en place ici.',
    'factors.againLink': 'Se reconnecter',
    'factors.needed':
      'Votre rôle ici demande un second facteur. Ajoutez une clé d’accès ou mettez en place les codes ci-dessous, et tout vous sera de nouveau ouvert.',
    'factors.neededHere':
      'Votre rôle ici demande un second facteur. Reconnectez-vous avec votre clé d’accès.',

    'way.passkey': 'clé d’accès',
    'way.code': '{way} et code',
    'way.recovery-code': '{way} et code de secours',
    'way.new-passkey': '{way} et nouvelle clé d’accès',

    'letter.factor.subject': 'La connexion à votre compte',
    'letter.factor.passkeyAdded': 'Une clé d’accès a été ajoutée à votre compte le {at} (UTC).',
    'letter.factor.passkeyRemoved': 'Une clé d’accès a été retirée de votre compte le {at} (UTC).',
    'letter.factor.codesOn': 'Les codes d’une application ont été activés pour votre compte le {at} (UTC).',
    'letter.factor.codesOff':
      'Les codes d’une application ont été désactivés pour votre compte le {at} (UTC).',
    'letter.factor.recoveryUsed': 'Un code de secours a servi à se connecter à votre compte le {at} (UTC).',
    'letter.factor.recoveryRenewed':
      'De nouveaux codes de secours ont été créés pour votre compte le {at} (UTC).',
    'letter.factor.not':
      'Si ce n’était pas vous, connectez-vous, choisissez un autre mot de passe, mettez fin à toutes les autres sessions et vérifiez vos clés d’accès et vos codes :',
  },
} satisfies Catalogue<typeof en>
