import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const fr = {
  reviewed: [],
  words: {
    'desk.pictures': 'Bureau',
    'pictures.title': 'Images',
    'pictures.lead':
      'La première figure en tête de la page. Les positions et autres données que les appareils inscrivent dans les images sont retirées de ce qui est publié.',
    'pictures.none': 'Cette fiche n’a pas encore d’image ; sa page montre son carreau.',
    'pictures.published': 'Cette fiche est publiée : ses images sont modifiées par qui peut la publier.',
    'pictures.wordsOnly':
      'Ici, vous dites ce que montrent les images, en {languages}. Le choix des images revient à celles et ceux qui tiennent la fiche.',
    'pictures.add': 'Ajouter une image',
    'pictures.file': 'Image',
    'pictures.fileHint': 'JPEG, PNG, WebP ou AVIF, au plus 20 Mo et 50 mégapixels.',
    'pictures.upload': 'Téléverser',
    'pictures.one': 'Image {number}',
    'pictures.creditOf': 'Image : {credit}',
    'pictures.first': 'Montrer l’image {number} en premier',
    'pictures.remove': 'Retirer l’image {number}',
    'pictures.stage.missing': 'Absente',
    'pictures.stage.making': 'En préparation',
    'pictures.stage.failed': 'Abîmée',
    'pictures.why.missing':
      'Le fichier de cette image n’est pas dans la maison : elle n’est pas montrée. Téléversez-la de nouveau.',
    'pictures.why.making':
      'Cette image est en préparation. Elle sera montrée dès que ce sera fait, en général en moins d’une minute.',
    'pictures.why.failed':
      'Rien n’a pu être tiré de ce fichier : il n’est pas montré. Il est peut-être abîmé ; téléversez-le de nouveau.',
    'pictures.silent': 'N’est pas montrée en {languages} : il y manque un texte de remplacement.',
    'pictures.focusHint': 'Cliquez là où l’image ne doit pas être coupée, ou donnez le point en centièmes.',
    'pictures.across': 'Depuis la gauche, en centièmes',
    'pictures.down': 'Depuis le haut, en centièmes',
    'pictures.alt': 'Ce qu’elle montre, en {language}',
    'pictures.altHint':
      'Pour qui ne la voit pas : une ou deux phrases. Sans elles, l’image n’est pas montrée dans cette langue.',
    'pictures.credit': 'Crédit',
    'pictures.creditHint': 'De qui est l’image, tel qu’il faut l’imprimer dessous.',
    'pictures.save': 'Enregistrer',
    'pictures.meanwhile':
      'Quelqu’un d’autre a modifié cette image entre-temps. Elle dit maintenant ce qui figure ici ; ce que vous avez saisi est plus bas.',
    'pictures.done.added': 'L’image est dans la maison. Dites ce qu’elle montre.',
    'pictures.done.saved': 'Ce que vous avez dit de cette image est enregistré.',
    'pictures.done.first': 'L’image vient maintenant en premier.',
    'pictures.done.removed': 'L’image est retirée de cette fiche.',
    'pictures.fault.file': 'Choisissez une image',
    'pictures.fault.large':
      'Ce fichier dépasse 20 Mo. Enregistrez l’image en plus petit et téléversez-la de nouveau.',
    'pictures.fault.svg':
      'C’est un dessin SVG, qui peut contenir un script et n’est pas accepté. Enregistrez-le en PNG.',
    'pictures.fault.other-format':
      'Les images de ce format ne sont pas acceptées. Enregistrez-la en JPEG, PNG, WebP ou AVIF.',
    'pictures.fault.no-picture':
      'Ce fichier n’est pas une image, quoi qu’en dise son nom. Choisissez un JPEG, PNG, WebP ou AVIF.',
    'pictures.fault.too-many-pixels':
      'Cette image a plus de 50 mégapixels, ou dépasse 16 000 pixels de long. Enregistrez-la en plus petit et téléversez-la de nouveau.',
    'pictures.fault.damaged':
      'Cette image ne peut pas être lue ; le fichier semble abîmé. Enregistrez-la de nouveau à partir de l’original.',
    'pictures.fault.too-many': 'Cette fiche a autant d’images qu’elle peut en avoir. Retirez-en d’abord une.',
    'pictures.fault.there-already': 'Cette fiche a déjà cette image.',
    'pictures.fault.record':
      'La fiche ne peut pas être enregistrée à cause d’autres champs : {fields}. Corrigez-les d’abord.',
    'pictures.fault.point': 'Donnez le point par deux nombres entiers de 0 à 100',
    'pictures.fault.meanwhile':
      'Quelqu’un d’autre a modifié cette image. Comparez, puis enregistrez de nouveau pour mettre la vôtre à la place.',
  },
} satisfies Catalogue<typeof en>
