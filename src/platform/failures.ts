/** What a visitor can understand and act on: a status and a sentence for them. Everything else thrown is a bug. */
export class Refusal extends Error {
  readonly status: RefusalStatus
  /** Seconds after which trying again makes sense (RFC 9110, Retry-After). */
  readonly retryAfter: number | undefined

  constructor(status: RefusalStatus, sentence = '', retryAfter?: number) {
    super(sentence)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** The statuses with which a request can be refused (RFC 9110). */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 408 | 409 | 413 | 415 | 422 | 429 | 503

/** The request cannot be read; the sentence says which part and what is understood instead. */
export const badRequest = (sentence = '') => new Refusal(400, sentence)

/** Seen, but not allowed. */
export const notAllowed = (sentence = '') => new Refusal(403, sentence)

/** Not there, or not theirs: both look the same. */
export const notFound = (sentence = '') => new Refusal(404, sentence)

/** It has changed meanwhile, or is in a state that does not allow this. */
export const conflict = (sentence = '') => new Refusal(409, sentence)
