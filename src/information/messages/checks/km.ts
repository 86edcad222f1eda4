export { en as km } from './en.ts'
