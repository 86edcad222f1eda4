import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const fr = {
  reviewed: [],
  words: {
    'widget.upcoming': 'Événements à venir',
    'widget.none': 'Il n’y a rien à montrer pour le moment. Les nouveautés apparaîtront ici d’elles-mêmes.',
    'widget.all': 'Voir toute la liste sur {house}',
    'widget.unknown': 'Ce widget ne connaît pas « {value} » pour « {parameter} ». Refaites-le sur {address}.',
    'widget.offer': 'Afficher cette liste sur votre site',
    'widgets.title': 'L’afficher sur votre site',
    'widgets.lead':
      'Une petite liste pour vos propres pages, toujours à jour. Elle ne dépose aucun cookie, n’a besoin d’aucun script et pèse moins de 10 Ko.',
    'widgets.kind': 'Ce qu’elle montre',
    'widgets.filter': 'Choisir ce qu’elle montre',
    'widgets.rows': 'Lignes',
    'widgets.theme': 'Couleurs',
    'widgets.theme.auto': 'Celles de l’appareil du lecteur',
    'widgets.theme.light': 'Claires',
    'widgets.theme.dark': 'Sombres',
    'widgets.preview': 'Voici son apparence',
    'widgets.previewOf': 'Aperçu : {title}',
    'widgets.language': 'Elle parle la langue de cette page ; choisissez-en une autre en haut de la page.',
    'widgets.code': 'Copiez ceci dans votre page',
    'widgets.codeHint': 'HTML ; vous pouvez changer la hauteur.',
    'widgets.policy':
      'Si votre site a une Content Security Policy, autorisez-y {origin} par frame-src. Rien d’autre n’est nécessaire.',
  },
} satisfies Catalogue<typeof en>
