import type { Catalogue } from '../../design/index.ts'
import type { en } from './en.ts'

export const fr = {
  reviewed: [],
  words: {
    'signIn.title': 'Se connecter',
    'signIn.lead': 'Première visite ? Demandez un lien : votre adresse électronique suffit.',
    'signIn.email': 'Adresse électronique',
    'signIn.password': 'Mot de passe',
    'signIn.passwordHint': 'Inutile pour recevoir un lien.',
    'signIn.byPassword': 'Se connecter',
    'signIn.byLink': 'Recevoir plutôt un lien',
    'signIn.emailFault': 'Saisissez une adresse électronique, comme nom@example.org',
    'signIn.passwordMissing': 'Saisissez votre mot de passe, ou demandez un lien',
    'signIn.wrong':
      'Cette adresse et ce mot de passe ne vont pas ensemble. En cas de doute, demandez un lien.',
    'signIn.forgotten': 'Mot de passe oublié ? Connectez-vous par lien et choisissez-en un nouveau.',
    'signIn.sentTitle': 'Consultez votre messagerie',
    'signIn.sentText':
      'Si cette adresse reçoit du courrier, un lien est en route. Il sert une fois, dans l’heure. Regardez aussi parmi les indésirables.',
    'signIn.sentDemonstration':
      'Aucun courrier ne quitte une démonstration : lisez-le dans la boîte d’envoi.',
    'signIn.demonstration': 'Les personnes de cette démonstration',
    'signIn.demonstrationText': 'Toutes ont le mot de passe {password}',
    'signIn.linkTitle': 'Se connecter comme {email}',
    'signIn.linkText': 'Vous avez suivi un lien d’une de nos lettres. Appuyez sur le bouton pour continuer.',
    'signIn.linkButton': 'Se connecter',
    'signIn.linkGone': 'Ce lien n’est plus valable',
    'signIn.linkGoneText': 'Il a servi, a expiré ou n’a pas été copié en entier. Demandez-en un nouveau.',
    'signIn.again': 'Demander un nouveau lien',

    'account.title': 'Votre compte',
    'account.lead': 'Ce que cette maison sait de vous, et comment vous vous connectez.',
    'account.saved': 'Enregistré.',
    'account.name': 'Votre nom',
    'account.nameHint': 'Comme vous l’écrivez, dans n’importe quelle écriture.',
    'account.nameLong': { one: '{count} caractère au plus', other: '{count} caractères au plus' },
    'account.saveName': 'Enregistrer le nom',
    'account.email': 'Adresse électronique',
    'account.emailNow': 'Votre adresse est {email}',
    'account.emailNew': 'Nouvelle adresse électronique',
    'account.emailHint': 'Nous écrivons aux deux adresses et changeons quand les deux ont confirmé.',
    'account.emailSame': 'C’est déjà votre adresse',
    'account.emailAsk': 'Changer d’adresse',
    'account.emailAsked':
      'Nous avons écrit aux deux adresses. Suivez le lien de chaque lettre d’ici un jour.',
    'account.password': 'Mot de passe',
    'account.passwordNone': 'Vous n’avez pas encore de mot de passe ; vous vous connectez par lien.',
    'account.passwordCurrent': 'Mot de passe actuel',
    'account.passwordFresh': 'Vous venez d’arriver par lien : l’ancien mot de passe n’est pas demandé.',
    'account.passwordNew': 'Nouveau mot de passe',
    'account.passwordHint':
      'Au moins 12 caractères. Plusieurs mots que vous seul réunissez conviennent bien.',
    'account.passwordSave': 'Enregistrer le mot de passe',
    'account.passwordChanged': 'Votre mot de passe est changé, et toutes les autres sessions sont closes.',
    'account.passwordWrong':
      'Ce n’est pas votre mot de passe actuel. Oublié ? Déconnectez-vous et revenez par lien.',
    'account.fault.short': 'Il faut au moins 12 caractères',
    'account.fault.long': '128 caractères au plus',
    'account.fault.common':
      'Trop de gens le choisissent, et c’est ce qu’on essaie d’abord. Choisissez-en un autre.',
    'account.fault.yours':
      'C’est votre nom ou votre adresse, ce qu’on essaie d’abord. Choisissez-en un autre.',
    'account.sessions': 'Où vous êtes connecté',
    'account.session.device': 'Appareil',
    'account.session.opened': 'Depuis (UTC)',
    'account.session.way': 'Par',
    'account.session.end': 'Clore',
    'account.session.endThis': 'Clore {device}',
    'account.session.here': 'celle-ci',
    'account.session.unknown': 'Appareil inconnu',
    'account.session.ended': 'La session est close.',
    'account.session.endOthers': 'Clore toutes les autres',
    'account.way.password': 'mot de passe',
    'account.way.link': 'lien',

    'address.title': 'Changement d’adresse',
    'address.leave': 'Confirmez que votre adresse passe de {from} à {to}.',
    'address.take': 'Confirmez que {to} est votre adresse.',
    'address.confirm': 'Confirmer',
    'address.half':
      'Confirmé. L’autre adresse doit l’être aussi : suivez le lien de la lettre qui y est arrivée.',
    'address.done': 'Votre adresse est changée. Reconnectez-vous avec la nouvelle.',
    'address.gone': 'Ce lien a servi, a expiré, ou l’adresse a été prise entre-temps.',

    'role.administrator': 'Administration',
    'role.focalPoint': 'Point focal d’un partenaire',
    'role.organisationEditor': 'Rédaction d’une organisation',
    'role.organisationMember': 'Membre d’une organisation',
    'role.does.everything': 'Fait tout ce que font rédaction et modération, accorde et retire des rôles',
    'role.does.partner': 'Tient à jour ce que le partenaire dit de lui-même',
    'role.does.organisation': 'Tient à jour la fiche de l’organisation dans l’annuaire',
    'role.does.belong': 'Est nommé parmi les membres de l’organisation',

    'letter.signIn.subject': 'Votre lien de connexion',
    'letter.signIn.open': 'Ouvrez ce lien pour vous connecter :',
    'letter.once': 'Il sert une fois, jusqu’au {until} (UTC).',
    'letter.signIn.not':
      'Si vous n’avez rien demandé, ne faites rien : sans lui, personne ne peut se connecter.',
    'letter.leave.subject': 'Votre adresse électronique doit changer',
    'letter.leave.open':
      'Quelqu’un, connecté sous votre nom, veut que votre adresse devienne {to}. Si c’était vous, ouvrez ce lien :',
    'letter.leave.not':
      'Si ce n’était pas vous, ne l’ouvrez pas ; connectez-vous par lien, choisissez un nouveau mot de passe et fermez les autres sessions.',
    'letter.take.subject': 'Confirmez votre nouvelle adresse électronique',
    'letter.take.open': 'Ouvrez ce lien pour confirmer que ceci est désormais votre adresse :',
    'letter.take.not': 'Si vous n’avez rien demandé, ne faites rien.',
    'letter.taken.subject': 'Quelqu’un voulait utiliser votre adresse',
    'letter.taken.text':
      'Quelqu’un voulait cette adresse pour son compte. Elle appartient déjà au vôtre : rien n’a changé.',
    'letter.password.subject': 'Votre mot de passe a été changé',
    'letter.password.text':
      'Votre mot de passe a été changé le {at} (UTC). Si ce n’était pas vous, connectez-vous par lien et choisissez-en un autre :',
    'letter.address.subject': 'Votre adresse électronique a été changée',
    'letter.address.text': 'Votre compte a maintenant l’adresse {to}.',
  },
} satisfies Catalogue<typeof en>
