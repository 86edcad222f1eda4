const quiet = 3000

/**
 * Keeps what is typed into the form it holds: sends it a few seconds after the last key, and says so. What cannot be sent stays
 * in this window (sessionStorage) and is sent when the form is opened again. Leaving with something typed warns.
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

  #changed(): void {
    this.#typed = true
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => void this.#keep(), quiet)
  }

  async #keep(): Promise<void> {
    if (!this.#form || this.#leaving) return
    const data = new FormData(this.#form)
    const status = await send(this.#to, data)
    if (status === 200) {
      forget(this.#to)
      return this.#say('kept')
    }
    remember(this.#to, data)
    this.#say(status === 401 ? 'ended' : 'waits')
    // The network comes back by itself, a session does not.
    if (status !== 401) this.#waiting = setTimeout(() => void this.#keep(), quiet * 3)
  }

  /** What waited in this window since it could not be sent becomes the draft that the page offers. */
  async #sendWaiting(): Promise<void> {
    const data = remembered(this.#to)
    if (!data || (await send(this.#to, data)) !== 200) return
    forget(this.#to)
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

const keyOf = (to: string) => `kept-form ${to}`

function remember(to: string, data: FormData): void {
  const pairs = [...data].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  try {
    sessionStorage.setItem(keyOf(to), JSON.stringify(pairs))
  } catch {
    // A browser that keeps nothing still has the form on the page.
  }
}

function remembered(to: string): FormData | undefined {
  try {
    const pairs: [string, string][] = JSON.parse(sessionStorage.getItem(keyOf(to)) ?? '[]')
    if (pairs.length === 0) return undefined
    const data = new FormData()
    for (const [name, text] of pairs) data.append(name, text)
    return data
  } catch {
    return undefined
  }
}

function forget(to: string): void {
  try {
    sessionStorage.removeItem(keyOf(to))
  } catch {
    // Nothing was kept.
  }
}
