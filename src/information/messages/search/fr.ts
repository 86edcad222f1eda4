import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const fr: Catalogue<typeof en> = {
  words: {
    'search.title': 'Recherche',
    'search.calls': 'Appels',
    'search.found': {
      one: '{count} fiche pour « {words} »',
      many: '{count} de fiches pour « {words} »',
      other: '{count} fiches pour « {words} »',
    },
    'search.nothing': 'Rien n’a été trouvé pour « {words} ».',
    'search.ask':
      'Écrivez quelques mots pour chercher parmi les appels, les événements, les articles, les programmes et l’annuaire, y compris dans le passé.',
    'search.tabs': 'Types de fiches',
    'search.all': 'Tout',
    'search.meant': 'Peu de fiches contiennent ces mots. Aussi trouvé : {words}.',
    'search.closest': {
      one: 'La fiche la plus proche est affichée ({count}) ; d’autres mots ou un filtre en font apparaître d’autres.',
      other:
        'Les {count} fiches les plus proches sont affichées ; d’autres mots ou un filtre en font apparaître d’autres.',
    },
    'search.unfiltered': { one: 'Sans filtre : {count} fiche', other: 'Sans filtre : {count} fiches' },
    'search.suggested': { one: '{count} suggestion', other: '{count} suggestions' },
    'search.place': 'Pays',
    'search.hint':
      'Essayez moins de mots, d’autres mots ou une autre langue. Tout le texte des fiches est cherché, quelle que soit la langue.',
  },
  reviewed: [],
}
