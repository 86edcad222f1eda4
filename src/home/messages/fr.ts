import type { Catalogue } from '../../design/index.ts'
import type { en } from './en.ts'

export const fr = {
  reviewed: [],
  words: {
    'nav.opportunities': 'Appels à candidatures',
    'nav.events': 'Événements',
    'nav.articles': 'Articles',
    'nav.organisations': 'Annuaire',
    'nav.programmes': 'Programmes',
    'nav.partners': 'Partenaires',
    'nav.languages': 'Langues',
    'nav.privacy': 'Vie privée',
    'nav.widgets': 'Pour votre site',
    'nav.api': 'Pour les programmes (API)',
    'nav.signIn': 'Se connecter',
    'nav.account': 'Votre compte',
    'nav.signOut': 'Se déconnecter',
    'nav.notices': { one: '{count} nouvel avis', other: '{count} nouveaux avis' },
    'nav.noticesMany': 'Plus de {count} nouveaux avis',
    'nav.desk': 'Bureau',

    'ask.title': 'D’où venez-vous et que faites-vous ?',
    'ask.lead':
      'Voyez les appels, les aides et les événements entre l’Asie et l’Europe qui vous sont ouverts, ce qu’ils prennent en charge et leur date de clôture.',
    'ask.citizenship': 'Nationalité',
    'ask.residence': 'Pays de résidence',
    'ask.discipline': 'Discipline',
    'ask.any': 'Choisir…',
    'ask.show': 'Voir ce qui m’est ouvert',

    'front.title': 'Appels, événements et personnes entre l’Asie et l’Europe',
    'front.closingSoon': 'Clôture prochaine',
    'front.onNow': 'En cours',
    'front.coming': 'À venir',
    'front.written': 'Derniers articles',
    'front.allCalls': 'Tous les appels à candidatures',
    'front.allEvents': 'Tous les événements',
    'front.allArticles': 'Tous les articles',
    'front.noCalls': 'Aucun appel avec une date de clôture n’est ouvert en ce moment.',
    'front.noEvents': 'Aucun événement n’est en cours ou à venir.',
    'front.noArticles': 'Rien n’a encore été écrit ici.',
    'front.byPartner': 'Par pays',

    'languages.title': 'Langues de ce portail',
    'languages.lead':
      'Les mots des pages, et dans quelle mesure des personnes qui parlent la langue les ont relus. Les fiches ont leurs propres langues.',
    'languages.language': 'Langue',
    'languages.translated': 'Traduit',
    'languages.reviewed': 'Relu par une personne',
    'languages.of': '{count} sur {total}',
    'languages.source': 'l’original',
    'languages.unreviewed':
      'Une traduction que personne n’a relue peut être fautive. Si vous trouvez une erreur, merci de nous la signaler.',

    'failure.400': 'Cette adresse n’est pas lisible',
    'failure.403': 'Vous n’y avez pas accès',
    'failure.404': 'Il n’y a rien à cette adresse',
    'failure.404.text':
      'La page a peut-être été déplacée, ou n’a jamais existé. La recherche et les listes ci-dessous peuvent vous aider.',
    'failure.405': 'Cette action n’est pas possible ici',
    'failure.409': 'Ce contenu a changé entre-temps',
    'failure.413': 'C’était trop à la fois',
    'failure.429': 'Trop de requêtes',
    'failure.429.text': {
      one: 'Attendez {count} seconde, puis réessayez.',
      many: 'Attendez {count} de secondes, puis réessayez.',
      other: 'Attendez {count} secondes, puis réessayez.',
    },
    'failure.500': 'Une erreur s’est produite ici',
    'failure.500.text':
      'L’erreur vient de nous et elle a été consignée. Si vous nous en parlez, donnez ce numéro : {reference}',
    'failure.503': 'Le portail fait une pause',
    'failure.503.text': 'Il reviendra de lui-même. Réessayez dans une minute.',
    'failure.home': 'Aller à la page d’accueil',
  },
} satisfies Catalogue<typeof en>
