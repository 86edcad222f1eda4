import type { Catalogue } from '../../../design/index.ts'
import type { en } from './en.ts'

export const fr = {
  reviewed: [],
  words: {
    'privacy.title': 'Vie privée',
    'privacy.lead':
      'Ce que cette maison conserve sur les personnes, pourquoi, combien de temps et qui le voit. La page est faite de ce que le logiciel lui-même déclare conserver.',
    'privacy.rights': 'Ce que vous pouvez faire',
    'privacy.rightsText':
      'Une fois connecté, vous pouvez corriger votre nom et votre adresse, télécharger tout ce qui est conservé sur vous, voir qui l’a consulté et fermer votre compte, vous-même et à tout moment.',
    'privacy.rightsLink': 'Ce qui est conservé sur vous',
    'privacy.closed':
      'Votre compte est fermé et toutes ses sessions sont terminées. Votre adresse est oubliée, donc aucune lettre ne le confirme ; elle peut servir à un nouveau compte.',
    'privacy.backups':
      'Les copies de sécurité de la maison gardent ce qui était conservé jusqu’à leur suppression ; quand l’une sert, ceux qui ont fermé leur compte sont de nouveau oubliés.',
    'privacy.what': 'Ce qui est conservé',
    'privacy.why': 'Pourquoi',
    'privacy.onGround': 'Sur quelle base',
    'privacy.howLong': 'Combien de temps',
    'privacy.seenBy': 'Qui le voit en plus de vous',
    'privacy.ground.contract': 'Pour vous donner le compte que vous avez demandé (contrat)',
    'privacy.ground.consent': 'Parce que vous avez accepté (consentement)',
    'privacy.ground.duty': 'Parce que la loi le demande (obligation légale)',
    'privacy.ground.interest':
      'Pour la sûreté de la maison et pour répondre de ce qui s’y fait (intérêt légitime)',
    'privacy.seen.nobody': 'Personne',
    'privacy.seen.administrators': 'Les administrateurs, qui attribuent les rôles',
    'privacy.seen.staff': 'Le personnel, dans la mesure où son travail l’exige',
    'privacy.seen.everyone': 'Tout le monde',
    'privacy.seen.operators': 'Ceux qui font tourner les machines, en cas de panne',
    'privacy.days': { one: '{count} jour', other: '{count} jours' },
    'privacy.years': { one: '{count} an', other: '{count} ans' },
    'privacy.since.made': '{length} après la création',
    'privacy.since.sent': '{length} après l’envoi',
    'privacy.since.ended': '{length} après la fin',
    'privacy.since.expired': '{length} après l’expiration',
    'privacy.since.seen': '{length} après la dernière utilisation',
    'privacy.part.whole': 'Le tout : {period}',
    'privacy.part.text': 'Le texte : {period}',
    'privacy.part.details': 'Le détail des changements : {period}',
    'privacy.part.who': 'Qui l’a fait : {period}',
    'privacy.part.unused': 'Un compte auquel personne ne s’est jamais connecté : {period}',
    'privacy.untilClosed': 'Au plus tard jusqu’à la fermeture de votre compte.',
    'privacy.formerMember': 'Ancien membre {code}',
    'privacy.tab': 'Vie privée',
    'privacy.yours': 'Ce qui est conservé sur vous',
    'privacy.yoursLead': 'Tout cela est à vous, à lire et à emporter.',
    'privacy.download': 'L’emporter',
    'privacy.downloadText':
      'Un fichier ZIP : une page à lire, et un fichier JSON pour chaque sorte de données. Les secrets, comme l’empreinte de votre mot de passe, n’y sont pas, ni rien sur d’autres personnes.',
    'privacy.downloadButton': 'Télécharger tout ce qui est conservé',
    'privacy.staleText':
      'Votre connexion date un peu. Pour que personne d’autre ne puisse le faire, saisissez de nouveau votre mot de passe.',
    'privacy.stalePassword': 'Votre mot de passe',
    'privacy.staleLinkText': 'Vous pouvez aussi vous reconnecter par lien ; vous reviendrez à cette page.',
    'privacy.staleLink': 'Envoyez-moi un lien',
    'privacy.staleFault': 'Ce n’est pas votre mot de passe',
    'privacy.staleNone': 'Votre connexion date un peu. Reconnectez-vous d’abord par lien',
    'privacy.looked': 'Qui a consulté',
    'privacy.lookedNone': 'Personne du personnel n’a vu votre adresse ni vos rôles.',
    'privacy.looked.at': 'Quand (UTC)',
    'privacy.looked.office': 'À quel titre',
    'privacy.looked.what': 'Ce qui a été montré',
    'privacy.looked.staff': 'personnel',
    'privacy.read.address': 'votre adresse électronique',
    'privacy.read.roles': 'vos rôles',
    'privacy.all': 'Ce que cette maison conserve sur les personnes, et pourquoi',
    'privacy.close': 'Fermer votre compte',
    'privacy.closeLead': 'Il est fermé aussitôt, pour de bon, et ne peut pas être rouvert.',
    'privacy.closeFirst': 'Téléchargez d’abord ce qui est conservé sur vous',
    'privacy.closeGoes': 'Ce qui disparaît',
    'privacy.closeStays': 'Ce qui reste, et pourquoi',
    'privacy.closeLast':
      'Vous êtes la dernière personne à pouvoir attribuer des rôles ici ; sans administrateur, la maison ne pourrait être tenue. Nommez d’abord un autre administrateur.',
    'privacy.closeType': 'Pour confirmer, saisissez votre adresse électronique',
    'privacy.closeHint': 'Votre adresse est {email}',
    'privacy.closeFault': 'Saisissez {email} pour confirmer',
    'privacy.closeButton': 'Fermer mon compte pour de bon',
    'privacy.archive': 'Tout ce qui est conservé sur vous',
    'privacy.archiveMade': 'Pour {email}, état au {at} (UTC)',
    'privacy.archiveNone': 'Rien.',
    'privacy.archiveData': 'Sous forme de données (JSON)',

    'held.people.name': 'Votre compte',
    'held.people.what':
      'Nom, adresse électronique, langue des lettres, date d’arrivée et date de la dernière connexion.',
    'held.people.why':
      'Pour que vous puissiez vous connecter, recevoir des lettres et être connu de ceux avec qui vous travaillez.',
    'held.people.stays':
      'Si quelque chose qui doit être gardé se rapporte à vous, comme un rôle que vous avez tenu, une fiche vide au nom aléatoire reste à votre place.',
    'held.sessions.name': 'Où vous êtes connecté',
    'held.sessions.what':
      'Pour chaque appareil : le mode de connexion, ce que le navigateur dit de lui-même, l’adresse réseau si elle est connue, et depuis quand.',
    'held.sessions.why': 'Pour que vous restiez connecté et puissiez mettre fin à ce qui n’est pas vous.',
    'held.passwords.name': 'Mot de passe',
    'held.passwords.what': 'Une empreinte dont on ne peut le déduire, et la date à laquelle il a été choisi.',
    'held.passwords.why':
      'Pour le vérifier quand vous vous connectez. Elle n’est donnée à personne, pas même à vous.',
    'held.links.name': 'Liens et changements d’adresse',
    'held.links.what':
      'Les liens envoyés à vos adresses et les changements d’adresse que vous avez demandés.',
    'held.links.why':
      'Pour qu’un lien ne serve qu’une fois et qu’une adresse ne change que si les deux boîtes sont d’accord.',
    'held.networks.name': 'Réseaux et tentatives',
    'held.networks.what':
      'Des empreintes à clé des réseaux d’où vous êtes venu, et le nombre de tentatives. On ne peut en retrouver les adresses.',
    'held.networks.why': 'Pour que personne ne devine votre mot de passe ni ne vous bloque l’accès.',
    'held.roles.name': 'Rôles',
    'held.roles.what':
      'Les rôles que vous tenez ou avez tenus, leurs limites, leurs dates et les raisons données.',
    'held.roles.why': 'Pour savoir qui peut faire quoi, et qui le pouvait à l’époque.',
    'held.roles.stays':
      'Le rôle et ses dates restent sous un nom aléatoire, sans les raisons : les décisions doivent rester explicables.',
    'held.notices.name': 'Avis',
    'held.notices.what': 'Ce que cette maison vous a dit, et quand vous l’avez lu.',
    'held.notices.why': 'Pour que cela ne vous échappe pas.',
    'held.letters.name': 'Lettres',
    'held.letters.what': 'Les lettres qui vous ont été écrites, et si elles ont pu être remises.',
    'held.letters.why': 'Pour les envoyer, et pour savoir pourquoi l’une n’arrive pas.',
    'held.readings.name': 'Qui a consulté',
    'held.readings.what': 'Quand le personnel a vu votre adresse ou vos rôles, et à quel titre.',
    'held.readings.why': 'Pour que vous le sachiez, et que personne ne regarde sans nécessité.',
    'held.readings.stays':
      'Vos propres consultations en tant que personnel restent, sous un nom aléatoire, pour ceux que vous avez consultés.',
    'held.audit.name': 'Registre des changements',
    'held.audit.what': 'Ce qui a été fait à votre compte, et ce que vous avez changé ici.',
    'held.audit.why': 'Pour savoir ce qui s’est passé quand quelque chose va mal, et pour en répondre.',
    'held.audit.stays':
      'Le fait que quelque chose a été fait reste, sous un numéro aléatoire, sans votre nom, votre adresse ni détails.',
    'held.carried.name': 'Travaux en cours',
    'held.carried.what':
      'Les tâches de la machine qui portent votre adresse, jusqu’à quelques jours après leur fin.',
    'held.carried.why': 'Pour faire ce qui a été demandé, même si une machine tombe en panne entre-temps.',
    'held.erasures.name': 'Comptes fermés',
    'held.erasures.what': 'Le numéro aléatoire d’un compte fermé, et la date. Rien d’autre.',
    'held.erasures.why': 'Pour qu’aucune sauvegarde ne le fasse revenir.',
    'held.erasures.stays': 'Cela reste, comme restent les sauvegardes, et ne dit rien de personne.',
  },
} satisfies Catalogue<typeof en>
