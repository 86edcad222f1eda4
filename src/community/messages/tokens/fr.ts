import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const fr = {
  reviewed: [],
  words: {
    'account.page.tokens': 'Jetons',
    'tokens.title': 'Jetons pour les programmes',
    'tokens.lead':
      'Avec un jeton, un de vos programmes interroge l’API de cette maison en votre nom. Qui le détient peut faire ce qu’il permet : ne le confiez à personne.',
    'tokens.none': 'Vous n’avez aucun jeton.',
    'tokens.list': 'Vos jetons',
    'tokens.head.name': 'Nom',
    'tokens.head.scopes': 'Permet',
    'tokens.head.made': 'Créé le',
    'tokens.head.until': 'Dernier jour (UTC)',
    'tokens.head.used': 'Dernière utilisation',
    'tokens.head.end': 'Révoquer',
    'tokens.over': 'a expiré',
    'tokens.unused': 'jamais',
    'tokens.end': 'Révoquer {name}',
    'tokens.ended': 'Le jeton est révoqué.',
    'tokens.make': 'Créer un jeton',
    'tokens.name': 'Nom',
    'tokens.nameHint': 'À quoi il sert, par exemple « notre site ».',
    'tokens.scopes': 'Ce qu’il permet',
    'tokens.until': 'Dernier jour',
    'tokens.untilHint': 'Il expire de lui-même à la fin de ce jour (UTC), au plus tard le {last}.',
    'tokens.button': 'Créer le jeton',
    'tokens.made': 'Votre nouveau jeton',
    'tokens.madeText':
      'Il n’est affiché que cette fois. Copiez-le maintenant là où votre programme garde ses secrets.',
    'tokens.token': 'Jeton',
    'tokens.tokenHint': 'Les programmes l’envoient dans l’en-tête « Authorization: Bearer … ».',
    'tokens.back': 'Je l’ai copié : retour à vos jetons',
    'tokens.scope.read': 'Lire',
    'tokens.does.read': 'Voit ce que vous pouvez voir, et ne change rien',
    'tokens.fault.name': 'Donnez-lui un nom',
    'tokens.fault.name-long': { one: 'Au plus {count} caractère', other: 'Au plus {count} caractères' },
    'tokens.fault.name-same': 'Vous avez déjà un jeton de ce nom. Révoquez-le, ou choisissez un autre nom.',
    'tokens.fault.many': {
      one: 'Vous avez déjà {count} jeton. Révoquez-en d’abord un.',
      other: 'Vous avez déjà {count} jetons. Révoquez-en d’abord un.',
    },
    'tokens.fault.scopes': 'Choisissez ce qu’il permet',
    'tokens.fault.until': 'Indiquez son dernier jour',
    'tokens.fault.until-past': 'Choisissez un jour à venir',
    'tokens.fault.until-far': 'Choisissez un jour dans l’année qui vient',
    'notice.tokenMade.title': 'Un jeton a été créé pour votre compte',
    'notice.tokenMade.text':
      '« {name} » est utilisable jusqu’au {until}. Si vous ne l’avez pas créé, révoquez-le et changez votre mot de passe.',
    'notice.tokenEnding.title': 'Un jeton expire bientôt',
    'notice.tokenEnding.text':
      '« {name} » est utilisable jusqu’au {until}. Créez-en un autre si votre programme continue.',
  },
} satisfies Catalogue<typeof en>
