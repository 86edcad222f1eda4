import { joinCatalogues, speaker } from '../words.ts'
import { editor } from './editor/index.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { km } from './km.ts'
import { th } from './th.ts'
import { ur } from './ur.ts'
import { vi } from './vi.ts'
import { zh } from './zh.ts'

// A subject with many words has a folder, with a file for each language.
export const catalogues = joinCatalogues({ en, fr, vi, zh, th, km, ur }, editor)

/** Speaks the words of the design room in a language. */
export const speak = speaker(catalogues)
