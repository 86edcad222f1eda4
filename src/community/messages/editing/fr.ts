import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const fr = {
  reviewed: [],
  words: {
    'held.drafts.name': 'Ce que vous avez saisi au bureau',
    'held.drafts.what':
      'Le texte de fiches que vous avez saisi sans l’enregistrer encore ; qui reçoit de vous un lien d’aperçu le voit aussi.',
    'held.drafts.why': 'Pour que rien de ce que vous saisissez ne se perde.',
    'held.previews.name': 'Liens d’aperçu que vous avez créés',
    'held.previews.what': 'Quelle fiche vous avez laissé voir avant sa publication, et jusqu’à quand.',
    'held.previews.why': 'Pour pouvoir mettre fin à un tel lien, qui montre ce que vous avez saisi.',
  },
} satisfies Catalogue<typeof en>
