export { openLocalFiles } from './localFiles.ts'
export { type FileName, fileNameOf, type FileStore, isFileName } from './store.ts'
