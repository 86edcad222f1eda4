/** The names of parts of countries that calls ask for (ISO 3166-2), which Intl does not know. Pure. */

const parts: Record<string, string> = {
  BE: 'BRU Brussels|VLG Flanders|WAL Wallonia',
  GB: 'ENG England|SCT Scotland|WLS Wales|NIR Northern Ireland',
  JP: '01 Hokkaido|02 Aomori|03 Iwate|04 Miyagi|05 Akita|06 Yamagata|07 Fukushima|08 Ibaraki|09 Tochigi|10 Gunma|11 Saitama|12 Chiba|13 Tokyo|14 Kanagawa|15 Niigata|16 Toyama|17 Ishikawa|18 Fukui|19 Yamanashi|20 Nagano|21 Gifu|22 Shizuoka|23 Aichi|24 Mie|25 Shiga|26 Kyoto|27 Osaka|28 Hyogo|29 Nara|30 Wakayama|31 Tottori|32 Shimane|33 Okayama|34 Hiroshima|35 Yamaguchi|36 Tokushima|37 Kagawa|38 Ehime|39 Kochi|40 Fukuoka|41 Saga|42 Nagasaki|43 Kumamoto|44 Oita|45 Miyazaki|46 Kagoshima|47 Okinawa',
  CN: 'AH Anhui|BJ Beijing|CQ Chongqing|FJ Fujian|GD Guangdong|GS Gansu|GX Guangxi|GZ Guizhou|HA Henan|HB Hubei|HE Hebei|HI Hainan|HL Heilongjiang|HN Hunan|JL Jilin|JS Jiangsu|JX Jiangxi|LN Liaoning|NM Inner Mongolia|NX Ningxia|QH Qinghai|SC Sichuan|SD Shandong|SH Shanghai|SN Shaanxi|SX Shanxi|TJ Tianjin|XJ Xinjiang|XZ Tibet|YN Yunnan|ZJ Zhejiang',
  IN: 'AP Andhra Pradesh|AR Arunachal Pradesh|AS Assam|BR Bihar|CH Chandigarh|CG Chhattisgarh|DL Delhi|GA Goa|GJ Gujarat|HP Himachal Pradesh|HR Haryana|JH Jharkhand|JK Jammu and Kashmir|KA Karnataka|KL Kerala|LA Ladakh|MH Maharashtra|ML Meghalaya|MN Manipur|MP Madhya Pradesh|MZ Mizoram|NL Nagaland|OD Odisha|PB Punjab|PY Puducherry|RJ Rajasthan|SK Sikkim|TN Tamil Nadu|TR Tripura|TS Telangana|UK Uttarakhand|UP Uttar Pradesh|WB West Bengal',
  US: 'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia (US)|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming',
  AU: 'ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia',
  CA: 'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon',
}

const names = new Map(
  Object.entries(parts).flatMap(([country, list]) =>
    list.split('|').map((entry): [string, string] => {
      const [code = '', ...name] = entry.split(' ')
      return [`${country}-${code}`, name.join(' ')]
    }),
  ),
)

/** The English name of a part of a country. */
export function nameOfPart(code: string): string | undefined {
  return names.get(code)
}

/** The country sets and parts of countries that have a name in every language. */
export const namedSets = [
  'asem',
  'asem-asia',
  'asem-europe',
  'asean',
  'eu',
  'eea',
  'creative-europe',
  'nordic',
  'baltic',
  'visegrad',
  'benelux',
  'western-balkans',
  'southern-mediterranean',
  'central-asia',
  'east-asia',
  'south-east-asia',
  'south-asia',
  'mekong',
  'asia',
  'europe',
  'commonwealth',
  'francophonie',
] as const
export const namedParts = ['GB-ENG', 'GB-SCT', 'GB-WLS', 'GB-NIR'] as const

export const isCode = (name: string) => /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(name)
