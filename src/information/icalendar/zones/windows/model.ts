/**
 * The names Windows, Outlook and Exchange have for time zones, each with the zone of the IANA list that has the same
 * rules, and the places that stand for it in the lists people choose from. The facts are those of CLDR's windowsZones.
 * Zones with the same rules stand in the order in which they are to be preferred.
 */
const table = `
W. Europe|Europe/Berlin|Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna
Romance|Europe/Paris|Brussels, Copenhagen, Madrid, Paris
Central Europe|Europe/Budapest|Belgrade, Bratislava, Budapest, Ljubljana, Prague
Central European|Europe/Warsaw|Sarajevo, Skopje, Warsaw, Zagreb
GMT|Europe/London|Dublin, Edinburgh, Lisbon, London
FLE|Europe/Kyiv|Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius; Helsinki, Kiev, Riga, Sofia, Tallinn, Vilnius
GTB|Europe/Bucharest|Athens, Bucharest; Athens, Bucharest, Istanbul
E. Europe|Europe/Chisinau|Chisinau
Kaliningrad|Europe/Kaliningrad|Kaliningrad
Russian|Europe/Moscow|Moscow, St. Petersburg; Moscow, St. Petersburg, Volgograd
Turkey|Europe/Istanbul|Istanbul
Belarus|Europe/Minsk|Minsk
Astrakhan|Europe/Astrakhan|Astrakhan, Ulyanovsk
Russia Time Zone 3|Europe/Samara|Izhevsk, Samara
Saratov|Europe/Saratov|Saratov
Volgograd|Europe/Volgograd|Volgograd
Greenwich|Atlantic/Reykjavik|Monrovia, Reykjavik
Azores|Atlantic/Azores|Azores
Cape Verde|Atlantic/Cape_Verde|Cabo Verde Is.; Cape Verde Is.
China|Asia/Shanghai|Beijing, Chongqing, Hong Kong, Urumqi
Singapore|Asia/Singapore|Kuala Lumpur, Singapore
Taipei|Asia/Taipei|Taipei
W. Australia|Australia/Perth|Perth
Ulaanbaatar|Asia/Ulaanbaatar|Ulaanbaatar
North Asia East|Asia/Irkutsk|Irkutsk
SE Asia|Asia/Bangkok|Bangkok, Hanoi, Jakarta
W. Mongolia|Asia/Hovd|Hovd
Altai|Asia/Barnaul|Barnaul, Gorno-Altaysk
North Asia|Asia/Krasnoyarsk|Krasnoyarsk
N. Central Asia|Asia/Novosibirsk|Novosibirsk
Tomsk|Asia/Tomsk|Tomsk
Tokyo|Asia/Tokyo|Osaka, Sapporo, Tokyo
Korea|Asia/Seoul|Seoul
North Korea|Asia/Pyongyang|Pyongyang
Yakutsk|Asia/Yakutsk|Yakutsk
Transbaikal|Asia/Chita|Chita
Myanmar|Asia/Yangon|Yangon (Rangoon)
Bangladesh|Asia/Dhaka|Dhaka
Central Asia|Asia/Bishkek|Astana; Nur-Sultan; Bishkek
Omsk|Asia/Omsk|Omsk
Nepal|Asia/Kathmandu|Kathmandu
India|Asia/Kolkata|Chennai, Kolkata, Mumbai, New Delhi
Sri Lanka|Asia/Colombo|Sri Jayawardenepura
Pakistan|Asia/Karachi|Islamabad, Karachi
West Asia|Asia/Tashkent|Ashgabat, Tashkent
Ekaterinburg|Asia/Yekaterinburg|Ekaterinburg
Qyzylorda|Asia/Qyzylorda|Qyzylorda; Astana, Qyzylorda
Afghanistan|Asia/Kabul|Kabul
Arabian|Asia/Dubai|Abu Dhabi, Muscat
Azerbaijan|Asia/Baku|Baku
Georgian|Asia/Tbilisi|Tbilisi
Caucasus|Asia/Yerevan|Yerevan
Mauritius|Indian/Mauritius|Port Louis
Iran|Asia/Tehran|Tehran
Arab|Asia/Riyadh|Kuwait, Riyadh
Arabic|Asia/Baghdad|Baghdad
Jordan|Asia/Amman|Amman
Syria|Asia/Damascus|Damascus
Middle East|Asia/Beirut|Beirut
West Bank|Asia/Hebron|Gaza, Hebron
Israel|Asia/Jerusalem|Jerusalem
Egypt|Africa/Cairo|Cairo
South Africa|Africa/Johannesburg|Harare, Pretoria
South Sudan|Africa/Juba|Juba
Sudan|Africa/Khartoum|Khartoum
Libya|Africa/Tripoli|Tripoli
Namibia|Africa/Windhoek|Windhoek
E. Africa|Africa/Nairobi|Nairobi
W. Central Africa|Africa/Lagos|West Central Africa
Morocco|Africa/Casablanca|Casablanca
Sao Tome|Africa/Sao_Tome|Sao Tome
Vladivostok|Asia/Vladivostok|Vladivostok
AUS Eastern|Australia/Sydney|Canberra, Melbourne, Sydney
E. Australia|Australia/Brisbane|Brisbane
Tasmania|Australia/Hobart|Hobart
West Pacific|Pacific/Port_Moresby|Guam, Port Moresby
Cen. Australia|Australia/Adelaide|Adelaide
AUS Central|Australia/Darwin|Darwin
Aus Central W.|Australia/Eucla|Eucla
Lord Howe|Australia/Lord_Howe|Lord Howe Island
Bougainville|Pacific/Bougainville|Bougainville Island
Russia Time Zone 10|Asia/Srednekolymsk|Chokurdakh
Magadan|Asia/Magadan|Magadan
Norfolk|Pacific/Norfolk|Norfolk Island
Sakhalin|Asia/Sakhalin|Sakhalin
Central Pacific|Pacific/Guadalcanal|Solomon Is., New Caledonia
Russia Time Zone 11|Asia/Kamchatka|Anadyr, Petropavlovsk-Kamchatsky
Kamchatka|Asia/Kamchatka|Petropavlovsk-Kamchatsky - Old
New Zealand|Pacific/Auckland|Auckland, Wellington
Fiji|Pacific/Fiji|Fiji
UTC+12|Etc/GMT-12|Coordinated Universal Time+12
Chatham Islands|Pacific/Chatham|Chatham Islands
Tonga|Pacific/Tongatapu|Nuku'alofa
Samoa|Pacific/Apia|Samoa
UTC+13|Etc/GMT-13|Coordinated Universal Time+13
Line Islands|Pacific/Kiritimati|Kiritimati Island
UTC|UTC|Coordinated Universal Time
Eastern|America/New_York|Eastern Time (US & Canada)
Central|America/Chicago|Central Time (US & Canada)
Mountain|America/Denver|Mountain Time (US & Canada)
Pacific|America/Los_Angeles|Pacific Time (US & Canada)
Alaskan|America/Anchorage|Alaska
Hawaiian|Pacific/Honolulu|Hawaii
Aleutian|America/Adak|Aleutian Islands
Atlantic|America/Halifax|Atlantic Time (Canada)
Newfoundland|America/St_Johns|Newfoundland
US Mountain|America/Phoenix|Arizona
US Eastern|America/Indiana/Indianapolis|Indiana (East)
Canada Central|America/Regina|Saskatchewan
Yukon|America/Whitehorse|Yukon
Pacific (Mexico)|America/Tijuana|Baja California
Mountain (Mexico)|America/Mazatlan|Chihuahua, La Paz, Mazatlan; La Paz, Mazatlan
Central (Mexico)|America/Mexico_City|Guadalajara, Mexico City, Monterrey
Eastern (Mexico)|America/Cancun|Chetumal
Central America|America/Guatemala|Central America
Easter Island|Pacific/Easter|Easter Island
SA Pacific|America/Bogota|Bogota, Lima, Quito, Rio Branco; Bogota, Lima, Quito
Haiti|America/Port-au-Prince|Haiti
Cuba|America/Havana|Havana
Turks And Caicos|America/Grand_Turk|Turks and Caicos
Paraguay|America/Asuncion|Asuncion
Venezuela|America/Caracas|Caracas
Central Brazilian|America/Cuiaba|Cuiaba
SA Western|America/La_Paz|Georgetown, La Paz, Manaus, San Juan
Pacific SA|America/Santiago|Santiago
Tocantins|America/Araguaina|Araguaina
E. South America|America/Sao_Paulo|Brasilia
SA Eastern|America/Cayenne|Cayenne, Fortaleza
Argentina|America/Argentina/Buenos_Aires|City of Buenos Aires; Buenos Aires
Greenland|America/Nuuk|Greenland
Montevideo|America/Montevideo|Montevideo
Magallanes|America/Punta_Arenas|Punta Arenas
Saint Pierre|America/Miquelon|Saint Pierre and Miquelon
Bahia|America/Bahia|Salvador
UTC-02|Etc/GMT+2|Coordinated Universal Time-02
Mid-Atlantic|Etc/GMT+2|Mid-Atlantic - Old; Mid-Atlantic
UTC-08|Etc/GMT+8|Coordinated Universal Time-08
UTC-09|Etc/GMT+9|Coordinated Universal Time-09
Marquesas|Pacific/Marquesas|Marquesas Islands
UTC-11|Etc/GMT+11|Coordinated Universal Time-11
Dateline|Etc/GMT+12|International Date Line West`

/** Every row of the table: the Windows name, the zone, and the lists of places. */
export const windowsZones = table
  .trim()
  .split('\n')
  .map((row) => {
    const [name = '', zone = '', lists = ''] = row.split('|')
    return { name: wholeName(name), zone, lists: lists.split('; ') }
  })

// All but a few end in the same two words, before which a country may stand in brackets after them.
function wholeName(name: string): string {
  if (/^(UTC|Russia Time Zone)/.test(name)) return name
  return name.endsWith('(Mexico)') ? name.replace(' (', ' Standard Time (') : `${name} Standard Time`
}

const folded = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9+-]+/g, ' ')
    .trim()

const byName = new Map<string, string>()
for (const { name, zone, lists } of windowsZones) {
  byName.set(folded(name), zone)
  byName.set(folded(name.replace('Standard', 'Daylight')), zone)
  for (const list of lists) if (!byName.has(folded(list))) byName.set(folded(list), zone)
}

/**
 * The zone of a name such as `W. Europe Standard Time` or `(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm,
 * Vienna`; undefined when Windows has no such name.
 */
export function windowsZone(name: string): string | undefined {
  const plain = folded(name.replace(/^\s*\((?:UTC|GMT)[^)]*\)\s*/i, ''))
  return plain === '' ? undefined : byName.get(plain)
}
