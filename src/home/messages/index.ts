import { joinCatalogues, speaker } from '../../design/index.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { km } from './km.ts'
import { queue } from './queue/index.ts'
import { th } from './th.ts'
import { ur } from './ur.ts'
import { vi } from './vi.ts'
import { zh } from './zh.ts'

export const catalogues = joinCatalogues({ en, fr, vi, zh, th, km, ur }, queue)

/** Speaks the words of this room in a language. */
export const speak = speaker(catalogues)
