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
    'privacy.seen.editors': 'Les rédacteurs de l’organisation concernée',
    'privacy.seen.everyone': 'Tout le monde',
    'privacy.seen.chosen': 'Tout le monde, dans la mesure où vous choisissez de le montrer',
    'privacy.seen.operators': 'Ceux qui font tourner les machines, en cas de panne',
    'privacy.days': { one: '{count} jour', other: '{count} jours' },
    'privacy.years': { one: '{count} an', other: '{count} ans' },
    'privacy.since.made': '{length} après la création',
    'privacy.since.sent': '{length} après l’envoi',
    'privacy.since.read': '{length} après la lecture',
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
    'privacy.lookedNone':
      'Personne du personnel n’a vu votre adresse, vos rôles ni une de vos revendications.',
    'privacy.looked.at': 'Quand (UTC)',
    'privacy.looked.office': 'À quel titre',
    'privacy.looked.what': 'Ce qui a été montré',
    'privacy.looked.staff': 'personnel',
    'privacy.read.address': 'votre adresse électronique',
    'privacy.read.roles': 'vos rôles',
    'privacy.read.citizenships': 'vos nationalités',
    'privacy.read.claims': 'une revendication de votre organisation',
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
      'Nom, adresse électronique, langue des lettres, manière de recevoir les avis par courrier, date d’arrivée et date de la dernière connexion.',
    'held.people.why':
      'Pour que vous puissiez vous connecter, recevoir des lettres et être connu de ceux avec qui vous travaillez.',
    'held.people.stays':
      'Si quelque chose qui doit être gardé se rapporte à vous, comme un rôle que vous avez tenu, une fiche vide au nom aléatoire reste à votre place.',
    'held.sessions.name': 'Où vous êtes connecté',
    'held.sessions.what':
      'Pour chaque appareil : le mode de connexion, ce que le navigateur dit de lui-même, l’adresse réseau si elle est connue, et depuis quand.',
    'held.sessions.why': 'Pour que vous restiez connecté et puissiez mettre fin à ce qui n’est pas vous.',
    'held.passwords.name': 'Mot de passe et comptes ailleurs',
    'held.passwords.what':
      'D’un mot de passe, une empreinte dont on ne peut le déduire et la date à laquelle il a été choisi ; d’un compte ailleurs, qui le tient et sous quel identifiant on vous y connaît.',
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
    'held.roles.name': 'Rôles et appartenances',
    'held.roles.what':
      'Les rôles et appartenances à des organisations que vous avez ou avez eus, leurs limites, leurs dates et les raisons données.',
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
    'held.readings.what':
      'Quand le personnel a vu votre adresse, vos rôles ou une de vos revendications, et à quel titre.',
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
    'held.passkeys.name': 'Clés d’accès',
    'held.passkeys.what':
      'La clé publique de chaque clé d’accès, le nom que vous lui avez donné, sa date de création et sa dernière utilisation.',
    'held.passkeys.why':
      'Pour que vous puissiez vous connecter avec un appareil. La clé elle-même ne quitte jamais l’appareil.',
    'held.codes.name': 'Codes d’une application et codes de secours',
    'held.codes.what':
      'La clé scellée de votre application, les empreintes de vos codes de secours, et quand ils ont été créés et utilisés.',
    'held.codes.why':
      'Pour demander un second facteur quand vous vous connectez. Clés et codes ne sont donnés à personne, pas même à vous.',
    'held.steps.name': 'Connexions en cours',
    'held.steps.what':
      'Le fait qu’une connexion a commencé, de quelle façon, et ce à quoi l’étape suivante doit correspondre.',
    'held.steps.why': 'Pour que l’étape suivante se rattache à la précédente.',
    'held.tokens.name': 'Jetons pour les programmes',
    'held.tokens.what':
      'Pour chaque jeton : son nom, ce qu’il permet, ses dates, le jour de sa dernière utilisation et une empreinte.',
    'held.tokens.why': 'Pour que vos programmes agissent en votre nom et que vous puissiez y mettre fin.',
    'held.profiles.name': 'Votre profil',
    'held.profiles.what':
      'Ce que vous dites de vous : nom en lettres latines, langues, disciplines, rôles, nationalités, lieu de travail, lieux de résidence actuel et passés, et ce que votre page en montre.',
    'held.profiles.why':
      'Pour que vous le disiez une seule fois et décidiez vous-même de ce que lisent les autres. Votre page disparaît dès que vous fermez votre compte.',
    'held.invitations.name': 'Invitations à des organisations',
    'held.invitations.what':
      'Quelle organisation vous a invité, à quelle adresse et à quel titre, et qui vous avez invité.',
    'held.invitations.why':
      'Pour qu’on puisse rejoindre une organisation, et qu’une invitation ne serve qu’une fois.',
    'held.invitations.stays':
      'La suite donnée à une invitation reste jusqu’à la fin de son délai, sans votre adresse.',
    'held.claims.name': 'Revendications d’organisations',
    'held.claims.what':
      'Qui vous dites être dans une organisation, pourquoi vous demandez et ce qui le montre, et ce qui a été décidé et pourquoi.',
    'held.claims.why': 'Pour savoir qui peut parler pour une organisation, et répondre de la décision.',
    'held.claims.stays':
      'Le fait qu’une revendication a été acceptée, refusée ou retirée, et quand, reste sous un nom aléatoire, sans un mot de ce qui a été dit.',
    'held.agreements.name': 'Être nommé comme point focal',
    'held.agreements.what':
      'Pour quel partenaire vous avez accepté d’être nommé sur sa page, et depuis quand.',
    'held.agreements.why':
      'Parce que vous l’avez accepté. Vous n’êtes nommé que tant que vous êtes son point focal.',
    'held.partnerFacts.name': 'Ce que les partenaires disent d’eux-mêmes',
    'held.partnerFacts.what':
      'L’adresse, le téléphone et le site d’un partenaire, et les noms et fonctions de ceux qui peuvent parler pour lui, tels qu’il les indique.',
    'held.partnerFacts.why': 'Pour que chacun puisse joindre un partenaire et sache qui parle pour lui.',
    'held.partnerFacts.stays':
      'Votre propre adresse est retirée. Un nom indiqué comme parlant pour un partenaire reste jusqu’à ce que celui-ci le retire : c’est sa déclaration d’une fonction publique.',
    'held.erasures.name': 'Comptes fermés',
    'held.erasures.what': 'Le numéro aléatoire d’un compte fermé, et la date. Rien d’autre.',
    'held.erasures.why': 'Pour qu’aucune sauvegarde ne le fasse revenir.',
    'held.erasures.stays': 'Cela reste, comme restent les sauvegardes, et ne dit rien de personne.',
  },
} satisfies Catalogue<typeof en>
