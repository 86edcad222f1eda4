/** For tests only: a device that keeps passkeys, as WebAuthn level 3 describes one. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

type Twist = {
  origin?: string
  host?: string
  challenge?: string
  /** Whether the owner unlocked it. */
  verified?: boolean
  counter?: number
  handle?: string
  type?: string
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()
const text = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')

/** A device at a house; `twist` makes it lie. */
export class Device {
  readonly id = randomBytes(16)
  readonly #key: KeyObject
  readonly #point: { x: string; y: string }
  #counter = 0
  #handle = ''

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.#key = privateKey
    this.#point = { x, y }
  }

  /** Makes a passkey, as it is asked to in JSON. */
  make(asked: string, twist: Twist = {}): string {
    const options = JSON.parse(asked)
    this.#handle = options.user.id
    const { x, y } = this.#point
    const key = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ])
    const data = Buffer.concat([
      this.#data(options.rp.id, twist, 0x40),
      Buffer.alloc(16),
      Buffer.from([0, this.id.length]),
      this.id,
      key,
    ])
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
      Buffer.from([0x58, data.length]),
      data,
    ])
    const clientDataJSON = text(this.#said('webauthn.create', options.challenge, twist))
    return this.#answer({ clientDataJSON, attestationObject: text(attestation), transports: ['internal'] })
  }

  /** Signs in, as it is asked to in JSON. */
  show(asked: string, twist: Twist = {}): string {
    const options = JSON.parse(asked)
    this.#counter += 1
    const data = this.#data(options.rpId, { counter: this.#counter, ...twist }, 0)
    const said = this.#said('webauthn.get', options.challenge, twist)
    const signature = sign('sha256', Buffer.concat([data, sha256(said)]), this.#key)
    return this.#answer({
      clientDataJSON: text(said),
      authenticatorData: text(data),
      signature: text(signature),
      userHandle: twist.handle ?? this.#handle,
    })
  }

  #data(host: string, { host: other, verified = true, counter = 0 }: Twist, more: number): Buffer {
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(counter)
    const flags = 0x01 | (verified ? 0x04 : 0) | more
    return Buffer.concat([sha256(other ?? host), Buffer.from([flags]), counted])
  }

  #said(type: string, challenge: string, twist: Twist): string {
    const { origin = 'http://localhost:3000' } = twist
    return JSON.stringify({ type: twist.type ?? type, challenge: twist.challenge ?? challenge, origin })
  }

  #answer(response: object): string {
    return JSON.stringify({ id: text(this.id), rawId: text(this.id), type: 'public-key', response })
  }
}
