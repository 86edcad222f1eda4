import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const fr = {
  reviewed: [],
  words: {
    'life.notice.sentBack': 'Renvoyé : {title}',
    'life.notice.sentBackText': '{who} vous renvoie le texte en « {lang} » :',
    'life.notice.handedIn': 'À relire : {title}',
    'life.notice.handedInText': '{who} a remis le texte en « {lang} ».',
    'life.notice.remark': 'À propos de {title}',
    'life.notice.remarkText': '{who} écrit :',
    'life.notice.assigned': 'À votre charge : {title}',
    'life.notice.assignedText': '{who} vous a confié cette fiche.',
    'life.notice.failed.published': 'Non publié : {title}',
    'life.notice.failed.archived': 'Non archivé : {title}',
    'life.notice.failedText':
      'Ce que vous aviez programmé pour le {wall} ({zone}), le texte en « {lang} », n’a pas été fait.',
    'life.failure.archived': 'Il avait été archivé entre-temps.',
    'life.failure.changed': 'Il n’était plus dans l’état où il avait été programmé.',
    'life.failure.checks':
      'Il ne passe pas les contrôles de publication et se trouve de nouveau en relecture :',
    'life.failure.gone': 'La fiche n’existe plus.',
    'held.deskWork.name': 'Votre travail au bureau',
    'held.deskWork.what':
      'Les versions de fiches que vous avez écrites et pourquoi, ce que vous avez programmé, ce que vous avez dit de fiches, et celles dont vous avez la charge',
    'held.deskWork.why':
      'Pour que les collègues sachent à qui s’adresser et voient comment une fiche est devenue ce qu’elle est',
    'held.deskWork.stays':
      'Les versions et les programmations restent, sans votre nom ni vos raisons ; ce que vous avez dit et qui n’est pas réglé reste sans votre nom',
  },
} satisfies Catalogue<typeof en>
