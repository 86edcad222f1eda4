const quiet = 3000

/**
 * Keeps what is typed into the form it holds: sends it a few seconds after the last key, and says so. What cannot be sent stays
 * in this window (sessionStorage) and is sent when the same person opens the form again. Leaving with something typed warns.
 */
export class KeptForm extends HTMLElement {
  #form: HTMLFormElement | null = null
  #status: HTMLElement | null = null
  #waiting: ReturnType<typeof setTimeout> | undefined
  #typed = false
  #leaving = false

  connectedCallback(): void {
    this.#form = this.querySelector('form')
    this.#status = this.querySelector('[role=status]')
    if (!this.#form) return
    void this.#sendWaiting()
    this.#form.addEventListener('input', () => this.#changed())
    this.#form.addEventListener('submit', () => {
      clearTimeout(this.#waiting)
      this.#leaving = true
    })
    window.addEventListener('beforeunload', (event) => {
      if (this.#typed && !this.#leaving) event.preventDefault()
    })
    // A page that comes back from the browser's memory is being typed into again.
    window.addEventListener('pageshow', () => (this.#leaving = false))
  }

  get #to(): string {
    return this.dataset['to'] ?? ''
  }

  get #whose(): string {
    return this.dataset['whose'] ?? ''
  }

  get #key(): string {
    return `kept-form ${this.#whose} ${this.#to}`
  }

  /** Somebody else may have signed in meanwhile in another window; the house then keeps nothing of it for them. */
  #send(data: FormData): Promise<number> {
    data.set('whose', this.#whose)
    return send(this.#to, data)
  }

  #changed(): void {
    this.#typed = true
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => void this.#keep(), quiet)
  }

  async #keep(): Promise<void> {
    if (!this.#form || this.#leaving) return
    const data = new FormData(this.#form)
    const status = await this.#send(data)
    if (status === 200) {
      forget(this.#key)
      return this.#say('kept')
    }
    remember(this.#key, data)
    this.#say(status === 401 ? 'ended' : 'waits')
    // The network comes back by itself, a session does not.
    if (status !== 401) this.#waiting = setTimeout(() => void this.#keep(), quiet * 3)
  }

  /** What waited in this window since it could not be sent becomes the draft that the page offers. */
  async #sendWaiting(): Promise<void> {
    const data = remembered(this.#key)
    if (!data || (await this.#send(data)) !== 200) return
    forget(this.#key)
    if (!this.#typed) location.reload()
  }

  #say(what: 'kept' | 'waits' | 'ended'): void {
    if (!this.#status) return
    const lang = this.closest('[lang]')?.getAttribute('lang') ?? 'en'
    const time = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { timeStyle: 'medium' }).format(
      new Date(),
    )
    this.#status.textContent = (this.dataset[what] ?? '').replace('{time}', time)
  }
}

/** The status of the answer; 0 where there was none. */
async function send(to: string, body: FormData): Promise<number> {
  try {
    const { status } = await fetch(to, { method: 'POST', body, headers: { accept: 'application/json' } })
    return status
  } catch {
    return 0
  }
}

function remember(key: string, data: FormData): void {
  const pairs = [...data].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  try {
    sessionStorage.setItem(key, JSON.stringify(pairs))
  } catch {
    // A browser that keeps nothing still has the form on the page.
  }
}

function remembered(key: string): FormData | undefined {
  try {
    const pairs: [string, string][] = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    if (pairs.length === 0) return undefined
    const data = new FormData()
    for (const [name, text] of pairs) data.append(name, text)
    return data
  } catch {
    return undefined
  }
}

function forget(key: string): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
