import { joinCatalogues, speaker } from '../../design/index.ts'
import { api } from './api/index.ts'
import { editor } from './editor/index.ts'
import { en } from './en.ts'
import { fields } from './fields/index.ts'
import { fr } from './fr.ts'
import { km } from './km.ts'
import { pictures } from './pictures/index.ts'
import { search } from './search/index.ts'
import { th } from './th.ts'
import { ur } from './ur.ts'
import { vi } from './vi.ts'
import { widgets } from './widgets/index.ts'
import { zh } from './zh.ts'

// A subject with many words has a folder, with a file for each language.
export const catalogues = joinCatalogues(
  { en, fr, vi, zh, th, km, ur },
  api,
  editor,
  fields,
  pictures,
  search,
  widgets,
)

/** Speaks the words of this room in a language. */
export const speak = speaker(catalogues)
export type Say = ReturnType<typeof speak>
