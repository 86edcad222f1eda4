import { en } from './en.ts'
import { fr } from './fr.ts'
import { km } from './km.ts'
import { th } from './th.ts'
import { ur } from './ur.ts'
import { vi } from './vi.ts'
import { zh } from './zh.ts'

export const sentences = { en, fr, vi, zh, th, km, ur }
