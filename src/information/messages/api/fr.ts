import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const fr = {
  reviewed: [],
  words: {
    'api.title': 'Pour les programmes : l’API',
    'api.lead':
      'Tout ce qui figure sur les pages publiques, sous forme de données (JSON). La lecture ne demande aucune clé.',
    'api.english': 'Les noms et le sens des champs sont en anglais.',
    'api.document': 'La description complète pour les programmes (OpenAPI 3.1)',
    'api.how': 'Comment elle répond',
    'api.languages':
      'L’adresse décide de la langue, comme pour les pages : devant /api/v1 se place /fr, /vi, /zh, /th, /km ou /ur. Chaque texte indique dans quelle langue il est.',
    'api.paging':
      'Une liste répond « items » et « next ». Demandez la suite avec « cursor » et ce qu’indiquait « next », jusqu’à ce qu’il soit null. Ce qui est ajouté ou retiré entre-temps ne déplace rien de ce qu’il vous reste à lire, sauf si sa propre place dans l’ordre change.',
    'api.counts':
      'Avec « counts=true », une liste indique combien de fiches elle compte, et combien en donnerait chaque valeur de chaque filtre.',
    'api.changes':
      'Chaque réponse a un ETag. Demandez avec If-None-Match : ce qui n’a pas changé reçoit 304 et rien d’autre.',
    'api.limits':
      'Trop de demandes reçoivent 429 ; Retry-After indique combien de secondes attendre. Chaque refus est un problème en JSON (RFC 9457).',
    'api.tokens':
      'Avec un jeton, un programme voit ce que son propriétaire peut voir, brouillons compris. Les jetons se créent sur la page de son compte.',
    'api.others': 'Les pages de n’importe quel site peuvent lire ceci, sans jeton.',
    'api.parameters': 'Paramètres',
    'api.fields': 'Champs d’un élément',
    'api.wholeFields': 'Champs d’une fiche',
    'api.example': 'Un exemple',
    'api.badCursor': 'Ce curseur n’a pas été donné par cette liste. Recommencez sans lui.',
  },
} satisfies Catalogue<typeof en>
