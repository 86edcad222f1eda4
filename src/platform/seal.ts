import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Makes texts unreadable without the house's secret; `about` says whose a text is, and it opens for nobody else. */
export type Sealer = {
  seal(text: string, about: string): string
  /** Answers the text; undefined when it was sealed with another secret, about something else, or changed since. */
  unseal(sealed: string, about: string): string | undefined
}

const algorithm = 'aes-256-gcm'

/** A sealer for one purpose: AES-256-GCM (NIST SP 800-38D) with a key made from the secret for it alone (HKDF, RFC 5869). */
export function sealerOf(secret: string, purpose: string): Sealer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
  return {
    seal(text, about) {
      const start = randomBytes(12)
      const cipher = createCipheriv(algorithm, key, start).setAAD(Buffer.from(about))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([start, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    unseal(sealed, about) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < 28) return undefined
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, 12), { authTagLength: 16 })
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(12, 28))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
