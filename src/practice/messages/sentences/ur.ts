import type { Catalogue } from '../../../design/index.ts'
import { en } from './en.ts'

export const ur: Catalogue<typeof en> = {
  reviewed: [],
  words: { ...en },
}
