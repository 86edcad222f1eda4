/** The faces of the house, as `tools/fonts.ts` cuts them and as the stylesheet declares them. */

export type Face = {
  /** The family in the stylesheet. */
  family: string
  /** Its file in `fonts/`. */
  file: string
  weight: '400 600' | '600' | '400'
  /** Its letters, as `unicode-range` writes them. */
  range: string
}

// What every page in a Latin script needs; the rest waits until a letter of it is on a page.
const latin =
  '20-7E, A0-FF, 131, 152-153, 2BB-2BC, 2C6, 2DA, 2DC, 2002-200A, 2010-2015, 2018-201E, 2020-2022, 2026, 202F-2030, 2032-2033, 2039-203A, 2044, 20AC, 2122, 2190-2193, 2212, 2215'
// Poland to Romania, Pinyin, the romanised names of South Asia, and the currencies of the partnership.
const latinExtended =
  '100-101, 104-10F, 112-127, 12A-130, 132-151, 154-167, 16A-17F, 192, 1CD-1DC, 1E6-1E7, 218-21B, 2C7, 2D8-2D9, 2DB, 2DD, 1E0C-1E0D, 1E24-1E25, 1E36-1E37, 1E40-1E47, 1E5A-1E5B, 1E60-1E63, 1E6C-1E6D, 1E80-1E85, 1E9E, 20A9, 20AD-20AE, 20B1, 20B8-20B9, 20BD'
const vietnamese =
  '102-103, 110-111, 128-129, 168-169, 1A0-1A1, 1AF-1B0, 300-301, 303, 309, 323, 1EA0-1EF9, 20AB'
const greek = '37A-37F, 384-38A, 38C, 38E-3A1, 3A3-3CE'
const cyrillic = '400-45F, 490-491, 4B0-4B1, 2116'
// Kazakhstan, Mongolia and their neighbours.
const cyrillicExtended =
  '492-493, 496-497, 49A-49D, 4A2-4A3, 4AE-4AF, 4B2-4B3, 4B6-4B9, 4BA-4BB, 4D8-4D9, 4E2-4E3, 4E8-4E9, 4EE-4EF'
const urdu =
  '60C, 61B, 61F, 621-63A, 640-652, 654, 656-657, 660-66C, 670, 679, 67E, 686, 688, 691, 698, 6A9, 6AF, 6BA, 6BE, 6C0-6C3, 6CC, 6D2-6D4, 6F0-6F9'

const sans = (file: string, range: string): Face => ({ family: 'Noto Sans', file, weight: '400 600', range })
// Source Serif 4; its own name is reserved for the unchanged face.
const serif = (file: string, range: string): Face => ({ family: 'Titles', file, weight: '600', range })
const script = (family: string, file: string, range: string): Face => ({
  family,
  file,
  weight: '400 600',
  range,
})
const name = (file: string, range: string): Face => ({ family: 'Names', file, weight: '400', range })

export const faces: readonly Face[] = [
  sans('sans-latin', latin),
  sans('sans-latin-extended', latinExtended),
  sans('sans-vietnamese', vietnamese),
  sans('sans-greek', greek),
  sans('sans-cyrillic', cyrillic),
  sans('sans-cyrillic-extended', cyrillicExtended),
  serif('serif-latin', latin),
  serif('serif-latin-extended', latinExtended),
  serif('serif-vietnamese', vietnamese),
  serif('serif-greek', greek),
  serif('serif-cyrillic', cyrillic),
  serif('serif-cyrillic-extended', cyrillicExtended),
  script('Noto Sans Khmer', 'khmer', '1780-17FF, 19E0-19FF, 200C-200D, 25CC'),
  script('Noto Sans Lao', 'lao', 'E80-EFF, 200C-200D, 25CC'),
  script('Noto Sans Thai', 'thai', 'E01-E5B, 200C-200D, 25CC'),
  script('Noto Sans Myanmar', 'myanmar', '1000-109F, 200C-200D, 25CC'),
  script('Noto Sans Devanagari', 'devanagari', '900-97F, 200C-200D, 25CC'),
  script('Noto Sans Bengali', 'bengali', '964-965, 980-9FE, 200C-200D, 25CC'),
  // One weight, said to be all: Nastaliq is not made bold, least of all by smearing it.
  { family: 'Noto Nastaliq Urdu', file: 'nastaliq', weight: '400 600', range: urdu },
  // The languages' own names in the language switch, so that seven letters do not fetch four whole faces.
  name('names-vietnamese', '1EBF, 1EC7'),
  name('names-thai', 'E17, E22, E44'),
  name('names-khmer', '1781, 1798, 179A, 17C2, 17D2'),
  name('names-urdu', '627, 62F, 631, 648'),
]

/** Every letter of a range. */
export function lettersOf(range: string): string[] {
  return range.split(', ').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map((code) => Number.parseInt(code, 16))
    return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))
  })
}
