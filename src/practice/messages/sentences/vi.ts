import type { Catalogue } from '../../../design/index.ts'
import { en } from './en.ts'

export const vi: Catalogue<typeof en> = {
  reviewed: [],
  words: { ...en },
}
