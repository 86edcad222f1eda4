// Bounded, so that a long line without any takes no longer to read than another.
const mailAddress = /[^\s"'<>()[\]{}=,;:\\/@]{1,64}@[^\s"'<>()[\]{}=,;:\\/@]{1,255}/gu
const queryString = /(?<=[\w/])\?[^\s"'<>\\]+/g
const fourNumbers = /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]*\d)/g
const colonNumbers =
  /(?<![\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:)+:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)?|::(?:[0-9a-f]{1,4}:)*[0-9a-f]{1,4})(?![\w:])/gi

/** The same words without e-mail addresses, query strings and network addresses, but those of this machine itself. */
export function hidePersons(words: string): string {
  return words
    .replace(mailAddress, '(address)')
    .replace(queryString, '?…')
    .replace(fourNumbers, (found) => (/^(127\.|0\.0\.0\.0$)/.test(found) ? found : '(address)'))
    .replace(colonNumbers, (found) => (/^::1?$/.test(found) ? found : '(address)'))
}
