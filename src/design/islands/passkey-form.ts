/**
 * A form that a passkey fills in (WebAuthn level 3): shows itself where the browser knows passkeys, asks the server what
 * is to be signed, lets the device sign it, and sends the form with the answer.
 */
export class PasskeyForm extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    if (!form || !('PublicKeyCredential' in window)) return
    this.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.fill(form)
    })
  }

  private async fill(form: HTMLFormElement): Promise<void> {
    const button = form.querySelector('button')
    const fault = form.querySelector<HTMLElement>('[role=alert]')
    const answer = form.querySelector<HTMLInputElement>('[name=answer]')
    if (!button || !fault || !answer || button.disabled) return
    button.disabled = true
    fault.textContent = ''
    try {
      answer.value = JSON.stringify(await this.sign())
      form.submit()
    } catch {
      fault.textContent = this.dataset['failed'] ?? ''
    }
    button.disabled = false
  }

  private async sign(): Promise<unknown> {
    const asked = await fetch(this.dataset['options'] ?? '', { method: 'POST' })
    if (!asked.ok) throw new Error(String(asked.status))
    const options = await asked.json()
    const publicKey = { ...options, challenge: bytesIn(options.challenge) }
    return this.dataset['does'] === 'make' ? make(publicKey) : show(publicKey)
  }
}

async function make(publicKey: PublicKeyCredentialCreationOptions): Promise<unknown> {
  const user = { ...publicKey.user, id: bytesIn(publicKey.user.id) }
  const excludeCredentials = (publicKey.excludeCredentials ?? []).map((one) => ({
    ...one,
    id: bytesIn(one.id),
  }))
  const made = await navigator.credentials.create({ publicKey: { ...publicKey, user, excludeCredentials } })
  if (!(made instanceof PublicKeyCredential) || !(made.response instanceof AuthenticatorAttestationResponse))
    throw new Error('no passkey')
  const { clientDataJSON, attestationObject } = made.response
  const transports = made.response.getTransports()
  return inText(made, { ...texts({ clientDataJSON, attestationObject }), transports })
}

async function show(publicKey: PublicKeyCredentialRequestOptions): Promise<unknown> {
  const shown = await navigator.credentials.get({ publicKey })
  if (!(shown instanceof PublicKeyCredential) || !(shown.response instanceof AuthenticatorAssertionResponse))
    throw new Error('no passkey')
  const { clientDataJSON, authenticatorData, signature, userHandle } = shown.response
  const handle = userHandle ? { userHandle } : {}
  return inText(shown, texts({ clientDataJSON, authenticatorData, signature, ...handle }))
}

const inText = ({ id, type }: PublicKeyCredential, response: object) => ({ id, rawId: id, type, response })

const texts = (fields: Record<string, ArrayBuffer>) =>
  Object.fromEntries(Object.entries(fields).map(([name, bytes]) => [name, textOf(bytes)]))

function textOf(bytes: ArrayBuffer): string {
  const signs = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')
  return btoa(signs).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

// The server's JSON has text (base64url) where the browser wants bytes.
function bytesIn(given: unknown): Uint8Array<ArrayBuffer> {
  const signs = atob(String(given).replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0))
}
