export { type Front, inFront, keepableTags, keepAnswer } from './front.ts'
export { openPageCache, type PageCache } from './pageCache.ts'
export { kindOf, showsList, showsRecords, showsThoseWith, showsUnwatched } from './shown.ts'
