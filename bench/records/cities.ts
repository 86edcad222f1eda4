/** Cities of the partner countries: each with its country and time zone. */
export type City = { name: string; country: string; zone: string }

const countries: readonly (readonly [country: string, zone: string, cities: readonly string[]])[] = [
  ['AU', 'Australia/Sydney', ['Sydney', 'Melbourne', 'Canberra', 'Hobart']],
  ['BD', 'Asia/Dhaka', ['Dhaka', 'Chattogram', 'Rajshahi', 'Sylhet']],
  ['BN', 'Asia/Brunei', ['Bandar Seri Begawan']],
  ['KH', 'Asia/Phnom_Penh', ['Phnom Penh', 'Siem Reap', 'Battambang', 'Kampot']],
  ['CN', 'Asia/Shanghai', ['Beijing', 'Shanghai', 'Guangzhou', 'Chengdu', 'Hangzhou', 'Xi’an', 'Kunming']],
  [
    'IN',
    'Asia/Kolkata',
    ['New Delhi', 'Delhi', 'Mumbai', 'Kolkata', 'Bengaluru', 'Jaipur', 'Varanasi', 'Chennai'],
  ],
  ['ID', 'Asia/Jakarta', ['Jakarta', 'Yogyakarta', 'Bandung', 'Surakarta']],
  ['JP', 'Asia/Tokyo', ['Tokyo', 'Kyoto', 'Osaka', 'Kanazawa', 'Fukuoka', 'Sapporo']],
  ['KZ', 'Asia/Almaty', ['Astana', 'Almaty', 'Shymkent', 'Turkistan']],
  ['KR', 'Asia/Seoul', ['Seoul', 'Busan', 'Gwangju', 'Daegu', 'Jeonju', 'Jeju']],
  ['LA', 'Asia/Vientiane', ['Vientiane', 'Luang Prabang', 'Pakse', 'Savannakhet']],
  ['MY', 'Asia/Kuala_Lumpur', ['Kuala Lumpur', 'George Town', 'Melaka', 'Kuching']],
  ['MN', 'Asia/Ulaanbaatar', ['Ulaanbaatar', 'Erdenet', 'Darkhan', 'Kharkhorin']],
  ['MM', 'Asia/Yangon', ['Yangon', 'Mandalay', 'Naypyidaw', 'Bagan']],
  ['NZ', 'Pacific/Auckland', ['Wellington', 'Auckland', 'Dunedin']],
  ['PK', 'Asia/Karachi', ['Islamabad', 'Karachi', 'Lahore', 'Peshawar', 'Multan']],
  ['PH', 'Asia/Manila', ['Manila', 'Quezon City', 'Cebu', 'Baguio']],
  ['RU', 'Europe/Moscow', ['Moscow', 'Saint Petersburg', 'Kazan']],
  ['SG', 'Asia/Singapore', ['Singapore']],
  ['TH', 'Asia/Bangkok', ['Bangkok', 'Chiang Mai', 'Khon Kaen', 'Songkhla']],
  ['VN', 'Asia/Ho_Chi_Minh', ['Hanoi', 'Ho Chi Minh City', 'Huế', 'Đà Nẵng', 'Hội An', 'Hạ Long', 'Cần Thơ']],
  ['AT', 'Europe/Vienna', ['Vienna', 'Graz', 'Linz']],
  ['BE', 'Europe/Brussels', ['Brussels', 'Antwerp', 'Ghent', 'Liège']],
  ['BG', 'Europe/Sofia', ['Sofia', 'Plovdiv', 'Varna', 'Burgas']],
  ['HR', 'Europe/Zagreb', ['Zagreb', 'Rijeka', 'Split']],
  ['CY', 'Asia/Nicosia', ['Nicosia', 'Limassol']],
  ['CZ', 'Europe/Prague', ['Prague', 'Brno', 'Ostrava']],
  ['DK', 'Europe/Copenhagen', ['Copenhagen', 'Aarhus', 'Odense']],
  ['EE', 'Europe/Tallinn', ['Tallinn', 'Tartu', 'Narva']],
  ['FI', 'Europe/Helsinki', ['Helsinki', 'Turku', 'Tampere', 'Oulu']],
  ['FR', 'Europe/Paris', ['Paris', 'Lyon', 'Marseille', 'Nantes', 'Lille']],
  ['DE', 'Europe/Berlin', ['Berlin', 'Hamburg', 'Leipzig', 'Munich', 'Cologne']],
  ['GR', 'Europe/Athens', ['Athens', 'Thessaloniki', 'Patras']],
  ['HU', 'Europe/Budapest', ['Budapest', 'Pécs', 'Debrecen']],
  ['IE', 'Europe/Dublin', ['Dublin', 'Cork', 'Galway']],
  ['IT', 'Europe/Rome', ['Rome', 'Milan', 'Turin', 'Matera', 'Palermo']],
  ['LV', 'Europe/Riga', ['Riga', 'Liepāja']],
  ['LT', 'Europe/Vilnius', ['Vilnius', 'Kaunas', 'Klaipėda']],
  ['LU', 'Europe/Luxembourg', ['Luxembourg', 'Esch-sur-Alzette']],
  ['MT', 'Europe/Malta', ['Valletta', 'Birgu']],
  ['NL', 'Europe/Amsterdam', ['Amsterdam', 'Rotterdam', 'The Hague', 'Maastricht']],
  ['NO', 'Europe/Oslo', ['Oslo', 'Bergen', 'Trondheim']],
  ['PL', 'Europe/Warsaw', ['Warsaw', 'Kraków', 'Gdańsk', 'Wrocław', 'Poznań', 'Łódź']],
  ['PT', 'Europe/Lisbon', ['Lisbon', 'Porto', 'Évora']],
  ['RO', 'Europe/Bucharest', ['Bucharest', 'Cluj-Napoca', 'Sibiu', 'Timișoara']],
  ['SK', 'Europe/Bratislava', ['Bratislava', 'Košice']],
  ['SI', 'Europe/Ljubljana', ['Ljubljana', 'Maribor', 'Nova Gorica']],
  ['ES', 'Europe/Madrid', ['Madrid', 'Barcelona', 'Seville', 'Bilbao', 'Granada']],
  ['SE', 'Europe/Stockholm', ['Stockholm', 'Gothenburg', 'Malmö', 'Umeå']],
  ['CH', 'Europe/Zurich', ['Zurich', 'Geneva', 'Basel', 'Bern']],
  ['GB', 'Europe/London', ['London', 'Manchester', 'Glasgow', 'Edinburgh', 'Cardiff', 'Belfast']],
]

const cities = countries.flatMap(([country, zone, names]) => names.map((name) => ({ name, country, zone })))
const byName = new Map<string, City>(cities.map((city) => [city.name, city]))

export const partnerCountries = countries.map(([country]) => country)

/** Every city under its English name. */
export const englishCities: Record<string, string> = Object.fromEntries(
  cities.map(({ name }) => [name, name]),
)

/** The city of an English name. Throws RangeError for one that is not in the list. */
export function cityNamed(name: string): City {
  const city = byName.get(name)
  if (!city) throw new RangeError(`${name} is no city of the list`)
  return city
}
