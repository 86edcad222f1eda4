export { type Front, inFront, keepableMaking, keepAnswer } from './front.ts'
export { openPageCache, type PageCache } from './pageCache.ts'
export { kindOf, showsList, showsRecords, showsThoseWith } from './shown.ts'
