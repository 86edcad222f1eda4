import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const fr = {
  reviewed: [],
  words: {
    'held.tableViews.name': 'Vues de tableaux que vous avez enregistrées',
    'held.tableViews.what':
      'Au bureau : le nom de chacune, les filtres, l’ordre et les colonnes qu’elle garde, et si vous la partagez ; et de quelles fiches vous vous occupez.',
    'held.tableViews.why':
      'Pour retrouver vos tableaux, et pour que les autres sachent qui s’occupe d’une fiche.',
    'held.bulks.name': 'Modifications que vous avez faites à plusieurs fiches',
    'held.bulks.what':
      'Ce que vous avez demandé de modifier au bureau dans plusieurs fiches à la fois, quand, et quelles fiches en ont été modifiées.',
    'held.bulks.why':
      'Pour vous montrer ce qu’il en est advenu et pour l’annuler. Qui a écrit chaque fiche telle qu’elle est reste noté avec la fiche.',
  },
} satisfies Catalogue<typeof en>
