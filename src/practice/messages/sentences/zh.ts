import type { Catalogue } from '../../../design/index.ts'
import { en } from './en.ts'

export const zh: Catalogue<typeof en> = {
  reviewed: [],
  words: { ...en },
}
