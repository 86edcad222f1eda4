import {
  checkedOn,
  choice,
  disciplinesOf,
  pageOf,
  type RecordMaker,
  startOf,
  textsOf,
  themesOf,
} from './world.ts'

const given = [
  'Anh',
  'Marta',
  'Kenji',
  'Leila',
  'Soo-jin',
  'Tomasz',
  'Priya',
  'Ingrid',
  'Faisal',
  'Mei',
  'Dara',
  'Sofia',
  'Batbayar',
  'Aigerim',
  'Thandar',
  'Lukas',
  'Chanthavong',
  'Nusrat',
  'Elena',
  'Rūta',
  'Yiannis',
  'Somchai',
  'Claire',
  'Rizal',
]
const family = [
  'Nguyễn',
  'Kowalska',
  'Tanaka',
  'Ahmed',
  'Kim',
  'Nowak',
  'Sharma',
  'Lindqvist',
  'Khan',
  'Chen',
  'Sok',
  'Rossi',
  'Dorj',
  'Nurlanova',
  'Aung',
  'Huber',
  'Phommasack',
  'Rahman',
  'Petrova',
  'Kazlauskaitė',
  'Papadopoulos',
  'Suwan',
  'Moreau',
  'Santos',
  'Trần',
  'Müller',
  'Lee',
  'García',
  'Silva',
  'O’Brien',
]

const kinds = [
  'article',
  'article',
  'interview',
  'news',
  'news',
  'report',
  'review',
  'publication',
  'feature',
  'city-profile',
]

export const article: RecordMaker = (world, index) => {
  const start = startOf(world, 'article', index, [-3000, 0])
  const { draw, city, house } = start
  const author = () => `${draw.one(given)} ${draw.one(family)}`
  const summary = choice(start, ({ articleSummaries }) => articleSummaries)
  const presented = choice(start, ({ houseSummaries }) => houseSummaries)
  const asked = choice(start, ({ eventSummaries }) => eventSummaries)
  return {
    id: `generated-article-${index + 1}`,
    ...textsOf(start, {
      title: choice(start, ({ articleTitles }) => articleTitles),
      summary,
      body: (language) => [summary(language), presented(language), asked(language)].join('\n\n'),
    }),
    kind: draw.one(kinds),
    author: draw.chance(15) ? `${author()} and ${author()}` : author(),
    publisher: draw.chance(40) ? 'The Caravan Letter' : house.name,
    date: start.day,
    countries: [city.country],
    disciplines: disciplinesOf(start),
    themes: themesOf(start),
    url: pageOf(start, 'stories', index),
    last_checked: checkedOn(world, draw),
  }
}
