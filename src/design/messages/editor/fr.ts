import type { Catalogue } from '../../words.ts'
import type { en } from './en.ts'

export const fr = {
  reviewed: [],
  words: {
    'editor.tools': 'Outils de texte',
    'editor.bold': 'Gras',
    'editor.italic': 'Italique',
    'editor.heading': 'Intertitre',
    'editor.list': 'Liste',
    'editor.numbers': 'Liste numérotée',
    'editor.quote': 'Citation',
    'editor.undo': 'Annuler',
    'editor.redo': 'Rétablir',
    'editor.link': 'Lien',
    'editor.address': 'Adresse du lien',
    'editor.set': 'Mettre',
    'editor.refused':
      'Aucun lien ne peut mener à cette adresse. Commencez-la par https://, http://, mailto: ou /.',
    'editor.plain': 'Modifier comme texte brut',
    'editor.rich': 'Modifier avec les outils',
    'editor.kept':
      'Ce texte contient une partie que seul le champ brut peut tenir, par exemple un tableau. Modifiez-le ici en Markdown.',
  },
} satisfies Catalogue<typeof en>
