import type { Catalogue } from '../words.ts'
import type { en } from './en.ts'

export const fr = {
  reviewed: [],
  words: {
    'page.skip': 'Aller au contenu',
    'page.menu': 'Menu principal',
    'page.languages': 'Langue',
    'page.search': 'Rechercher',
    'page.searchLabel': 'Rechercher dans tout le portail',
    'page.door': 'Votre compte',
    'page.footer': 'À propos de ce portail',
    'page.crumbs': 'Vous êtes ici',
    'page.demonstration':
      'Démonstration faite de données publiques, dont certaines dates sont déplacées. Ce n’est le site d’aucune fondation.',

    'filter.apply': 'Afficher les résultats',
    'filter.any': 'Indifférent',
    'filter.chosen': 'Filtres actifs',
    'filter.inForce': { one: '{count} actif', other: '{count} actifs' },
    'filter.remove': 'Retirer le filtre : {filter}',
    'filter.clear': 'Tout effacer',
    'filter.option': '{name} ({number})',

    'paging.label': 'Pages',
    'paging.previous': 'Page précédente',
    'paging.next': 'Page suivante',
    'paging.place': 'Page {page} sur {pages}',
    'paging.latest': 'Les plus récents',
    'paging.older': 'Plus anciens',

    'language.in': 'en {language}',
    'language.readHere': 'Lire cette page en français',

    'month.today': 'aujourd’hui',
    'month.continued': 'suite',

    'form.problem': 'Il y a un problème',
    'form.error': 'Erreur :',
    'form.optional': '{label} (facultatif)',
    'form.kept': 'Gardé comme votre brouillon, {time}',
    'form.waits': 'Pas encore gardé : le réseau est absent. Votre saisie attend dans cette fenêtre.',
    'form.ended':
      'Vous êtes déconnecté. Votre saisie attend dans cette fenêtre : connectez-vous, et elle revient.',
    'form.day': 'Jour',
    'form.month': 'Mois',
    'form.year': 'Année',

    'print.page': 'Imprimer cette page',
  },
} satisfies Catalogue<typeof en>
