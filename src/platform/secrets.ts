// Names of fields, whatever their case and whichever way their words are joined. "secretariat" and "hashtag" are no secrets.
const secretNames =
  /pass(word|wd|phrase|code|key|port)|\bpwd\b|token|secret(?!ar)|hash(?!tag)|cookie|iban|authori[sz]ation|api_?key|private_?key|\botp\b/i

/** Does a field of this name hold what must never be kept or shown: a password, a key, a passport, a bank account? */
export function isSecretName(name: string): boolean {
  return secretNames.test(name.replace(/[\s-]+/g, '_'))
}

/** Plain JSON without the fields whose names speak of secrets, at any depth. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      isSecretName(name) ? [] : [[name, withoutSecrets(inner)]],
    ),
  )
}
