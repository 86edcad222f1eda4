import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const fr = {
  reviewed: [],
  words: {
    'account.page.profile': 'Profil',
    'profile.title': 'Votre profil',
    'profile.lead':
      'À dire une fois, pour toutes vos candidatures. Rien n’est obligatoire, et personne ne le lit tant que vous ne le montrez pas ci-dessous ou ne le joignez pas à une candidature.',
    'profile.saved': 'Enregistré.',
    'profile.name': 'Votre nom',
    'profile.nameHint': 'Comme vous l’écrivez, dans n’importe quelle écriture.',
    'profile.latinName': 'Votre nom en lettres latines',
    'profile.latinNameHint':
      'Pour les lettres, les billets et l’adresse de votre page publique. Comme sur votre passeport, si vous en avez un.',
    'profile.latinNameAdd': 'Écrire mon nom autrement en lettres latines',
    'profile.languages': 'Langues dans lesquelles vous travaillez',
    'profile.languagesHint':
      'Demandées quand vous candidatez, pour qu’on vous lise et vous réponde dans une langue commune. Commencez à écrire, puis choisissez.',
    'profile.addLanguage': 'Ajouter une langue',
    'profile.disciplines': 'Disciplines',
    'profile.disciplinesHint':
      'Demandées quand vous candidatez : beaucoup d’appels visent certains domaines.',
    'profile.roles': 'Vous êtes',
    'profile.rolesHint':
      'Demandé quand vous candidatez : certains appels visent les artistes, d’autres les autres métiers. Cochez les deux si les deux sont vrais.',
    'profile.geography': 'Où vous êtes chez vous',
    'profile.geographyHint': 'Des faits distincts, car chaque appel en regarde d’autres.',
    'profile.citizenships': 'Citoyenneté',
    'profile.citizenshipsHint':
      'Demandée pour les appels réservés aux citoyens de certains pays. Indiquez chaque passeport auquel vous avez droit.',
    'profile.addCountry': 'Ajouter un pays',
    'profile.residence': 'Pays où vous vivez',
    'profile.residenceHint': 'Demandé pour les appels réservés aux résidents de certains pays.',
    'profile.since': 'Vous y vivez depuis',
    'profile.sinceHint': 'Certains appels demandent depuis combien de temps. Le jour peut manquer : 3 2021.',
    'profile.earlier': 'Dit auparavant : {places}',
    'profile.livedIn': '{country}, depuis {since}',
    'profile.baseCountry': 'Pays d’où vous travaillez',
    'profile.baseHint':
      'Demandé pour les appels à qui travaille en certains lieux. Là où se fait l’essentiel de votre travail.',
    'profile.baseCity': 'Ville',
    'profile.place': '{city}, {country}',
    'profile.save': 'Enregistrer le profil',
    'profile.nothing': 'rien',
    'profile.meanwhile':
      'Enregistré entre-temps dans une autre fenêtre : {value}. Enregistrez à nouveau pour garder ce qui figure ici.',
    'profile.fault.long': '300 caractères au plus',
    'profile.fault.latin': 'Utilisez des lettres latines seulement, comme Meas Sokha',
    'profile.fault.language': '{value} n’est pas une langue connue ici. Choisissez parmi celles proposées.',
    'profile.fault.country': '{value} n’est pas un pays connu ici. Choisissez parmi ceux proposés.',
    'profile.fault.term': 'Choisissez parmi ceux-ci',
    'profile.fault.many': '20 au plus',
    'profile.fault.date': 'Indiquez un mois et une année, comme 3 2021, et le jour si vous le savez',
    'profile.fault.future': 'Ce jour est encore à venir',
    'profile.fault.sinceAlone': 'Dites dans quel pays vous vivez depuis',
    'profile.page.title': 'Votre page publique',
    'profile.page.lead':
      'Une page sur vous, seulement si vous le voulez. Elle commence quand vous la montrez et disparaît dès que vous la retirez.',
    'profile.page.hidden': 'Personne ne peut la lire en ce moment.',
    'profile.page.open': 'Tout le monde peut la lire en ce moment :',
    'profile.page.fields': 'Montré à côté de votre nom',
    'profile.page.fieldsHint':
      'Jamais votre adresse électronique. Ce qui est vide n’est pas montré, ni depuis quand vous vivez quelque part.',
    'profile.page.engines': 'Moteurs de recherche',
    'profile.page.findable': 'Peuvent référencer ma page',
    'profile.page.save': 'Enregistrer les choix',
    'profile.page.show': 'Montrer ma page',
    'profile.page.withdraw': 'Retirer ma page',
    'profile.page.preview': 'La voir comme les autres',
    'profile.page.done.kept': 'Vos choix sont enregistrés.',
    'profile.page.done.shown': 'Votre page est visible dès maintenant.',
    'profile.page.done.withdrawn': 'Votre page est retirée.',
    'profile.page.fault.name': 'Une page a besoin de votre nom : enregistrez-le d’abord ci-dessus',
    'profile.page.fault.latin':
      'L’adresse d’une page est en lettres latines : enregistrez d’abord votre nom ainsi ci-dessus',
    'profile.page.fault.meanwhile':
      'Votre profil a été enregistré entre-temps dans une autre fenêtre. Revoyez vos choix et renvoyez-les.',
    'profile.page.previewText': 'Voilà tout ce que les autres lisent, une fois votre page montrée.',
    'profile.shows.latinName': 'En lettres latines',
    'profile.shows.roles': 'Métier',
    'profile.shows.disciplines': 'Disciplines',
    'profile.shows.languages': 'Langues',
    'profile.shows.residence': 'Vit en',
    'profile.shows.base': 'Travaille depuis',
    'profile.shows.citizenships': 'Citoyenneté',
  },
} satisfies Catalogue<typeof en>
