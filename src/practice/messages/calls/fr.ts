import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const fr: Catalogue<typeof en> = {
  reviewed: [],
  words: {
    'calls.title': 'Appels de la fondation',
    'calls.lead':
      'Chaque appel dit en phrases simples qui peut candidater, et une vérification de deux minutes vous dit où vous en êtes.',
    'calls.empty': 'Aucun appel n’est encore publié.',
    'calls.open': 'Ouvert',
    'calls.closed': 'Clos',
    'calls.full': 'Toutes les places sont prises',
    'calls.cancelled': 'Annulé',
    'calls.opensLater': 'Ouvre plus tard',
    'calls.rolling': 'Sans date limite',
    'calls.edition': 'Édition {edition}',
    'calls.badPage': 'Cette liste n’a pas de telle page.',
  },
}
