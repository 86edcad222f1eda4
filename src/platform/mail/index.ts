export {
  countWaiting,
  findLetter,
  type LetterLine,
  listOutbox,
  listTroubledLetters,
  sendAgain,
  type WholeLetter,
} from './ledger.ts'
export { isMailAddress, type Letter, type LetterState, sendLater, type Urgency } from './letters.ts'
export { openRelay, type Relay } from './relay.ts'
export { dropLetters, dropLettersTo, emptyLetters, forgetLettersTo, readLettersTo } from './forgetting.ts'
