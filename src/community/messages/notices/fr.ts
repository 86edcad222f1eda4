import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const fr = {
  reviewed: [],
  words: {
    'account.page.notices': 'Avis',
    'notices.title': 'Avis',
    'notices.lead': 'Ce qui vous a été annoncé ici, le plus récent d’abord.',
    'notices.none':
      'Rien ne vous a encore été annoncé. Vous trouverez ici ce qui vous concerne, comme un rôle reçu ou une réponse attendue.',
    'notices.new': 'nouveau',
    'notices.read': 'Marquer comme lu',
    'notices.readAll': 'Tout marquer comme lu',
    'notices.done.read': 'Marqué comme lu.',
    'notices.gone': 'Un avis d’une partie de cette maison qui n’existe plus',
    'notices.goneText': 'Son contenu ne peut plus être montré.',
    'notices.mail': 'Les avis par courriel',
    'notices.mail.question': 'Comment devons-nous vous écrire ?',
    'notices.mail.hint':
      'Ce que vous avez lu ici ne vous est pas écrit de nouveau. Ce qui touche à la sécurité de votre compte, et les rôles reçus ou perdus, vous sont toujours écrits aussitôt.',
    'notices.mail.at-once': 'Aussitôt',
    'notices.mail.daily': 'Une fois par jour',
    'notices.mail.dailyHint':
      'Une seule lettre avec tout ce qui est nouveau, à {time} UTC ; aucune s’il n’y a rien.',
    'notices.mail.never': 'Pas du tout',
    'notices.mail.save': 'Enregistrer ce choix',
    'notices.mail.fault': 'Choisissez l’une de ces réponses',
    'notices.done.mail': 'Votre choix est enregistré.',
    'notices.letters.title': 'Les lettres sur vos avis',
    'notices.letters.lead':
      'Vous avez suivi un lien d’une de nos lettres. Vous pouvez choisir ici comment nous vous écrivons, et rien d’autre.',
    'notices.letters.gone':
      'Ce lien n’est plus valable. Connectez-vous pour choisir comment nous vous écrivons.',
    'notices.letter.subject': { one: '{count} avis pour vous', other: '{count} avis pour vous' },
    'notices.letter.open': 'Pour en savoir plus :',
    'notices.letter.all': 'Tous vos avis :',
    'notices.letter.more': { one: 'Et {count} autre.', other: 'Et {count} autres.' },
    'notices.letter.change': 'Changer la façon dont nous vous écrivons, sans vous connecter :',
    'notices.letter.always':
      'Ceci vous est toujours écrit aussitôt, quel que soit votre choix pour vos avis.',
    'notice.role.title': 'Votre rôle : {name}',
    'notice.role.text': 'Un rôle vous a été confié ici : {name}. Il vous permet ceci :',
    'notice.role.open': 'Connectez-vous avec cette adresse, par lien ou mot de passe :',
    'notice.roleEnded.title': 'Votre rôle a pris fin : {name}',
    'notice.roleEnded.text': 'Vous n’avez plus ce rôle ici : {name}. La raison donnée est :',
  },
} satisfies Catalogue<typeof en>
