import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const fr = {
  reviewed: [],
  words: {
    'provider.title': 'Ou avec un compte d’un autre site',
    'provider.text':
      'Vous vous connectez chez {provider}, puis revenez ici. Ce site nous indique votre nom et votre adresse électronique ; votre mot de passe y reste.',
    'provider.button': 'Se connecter avec {provider}',
    'provider.leaving': 'Vers {provider}',
    'provider.leavingText': 'Votre navigateur s’y rend de lui-même. Si rien ne se passe, suivez le lien.',
    'provider.goOn': 'Continuer vers {provider}',
    'provider.again': 'Revenir à la connexion',
    'provider.fault.gone': 'Cette connexion n’est plus valable',
    'provider.cure.gone':
      'Elle a pris trop de temps, a déjà servi ou a été commencée dans un autre navigateur. Recommencez.',
    'provider.fault.cancelled': 'Vous n’êtes pas connecté',
    'provider.cure.cancelled':
      'La connexion a été interrompue chez {provider}. Recommencez, ou demandez un lien par courriel.',
    'provider.fault.away': 'L’autre site ne répond pas',
    'provider.cure.away':
      '{provider} est injoignable pour le moment. Réessayez dans quelques minutes, ou demandez un lien par courriel.',
    'provider.fault.nonsense': 'La réponse de l’autre site n’était pas correcte',
    'provider.cure.nonsense':
      'La réponse de {provider} n’était pas digne de confiance, et personne n’a été connecté. Recommencez ; si cela persiste, demandez un lien par courriel et signalez-le-nous.',
    'provider.fault.no-address': 'Votre adresse électronique manque',
    'provider.cure.no-address':
      '{provider} ne nous a pas indiqué votre adresse électronique. Autorisez-le là-bas et recommencez, ou demandez un lien par courriel.',
    'provider.fault.unverified': 'Votre adresse électronique n’est pas confirmée',
    'provider.cure.unverified':
      '{provider} ne s’est pas assuré que cette adresse électronique est la vôtre. Confirmez-la là-bas et recommencez, ou demandez un lien par courriel.',
    'provider.fault.barred': 'Ce compte ne peut pas servir ici',
    'provider.cure.barred':
      'Il porte l’adresse d’une personne de la démonstration, et nul ne se connecte ainsi à sa place. Choisissez un autre compte chez {provider}.',
    'account.provider': 'Comptes d’autres sites',
    'account.provider.none':
      'Connectez-vous une fois avec {provider}, sous la même adresse électronique, et ce compte sera relié au vôtre.',
    'account.provider.text':
      'Ils vous permettent de vous connecter ici. Se connecter avec un compte délié le relie de nouveau. Un lien par courriel fonctionne toujours.',
    'account.provider.list': 'Comptes reliés',
    'account.provider.host': 'Chez',
    'account.provider.since': 'Depuis (UTC)',
    'account.provider.end': 'Délier',
    'account.provider.unlink': 'Délier {provider}',
    'account.provider.unlinked':
      'Le compte est délié, et les autres sessions qu’il avait ouvertes sont fermées.',
    'account.way.provider': 'compte d’un autre site',
    'letter.provider.subject': 'Vous pouvez désormais vous connecter avec {provider}',
    'letter.provider.text':
      'Quelqu’un s’est connecté chez {provider} avec votre adresse électronique, et ce compte est maintenant relié au vôtre ici. Si ce n’était pas vous, déliez-le sur votre page :',
  },
} satisfies Catalogue<typeof en>
