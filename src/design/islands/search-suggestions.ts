type Item = { title: string; lang: string; dir: string; kind: string; href: string }
type Answer = { status: string; items: Item[] }

let number = 0

/**
 * Suggests pages while somebody types into the search field it holds: a combobox with a list (WAI-ARIA 1.2, "list
 * autocomplete"). Arrows choose, Enter goes there, Escape closes; without a choice Enter searches as before.
 */
export class SearchSuggestions extends HTMLElement {
  #input: HTMLInputElement | null = null
  #list = document.createElement('ul')
  #status = document.createElement('p')
  #items: Item[] = []
  #at = -1
  #waiting: ReturnType<typeof setTimeout> | undefined
  #asking: AbortController | undefined

  connectedCallback(): void {
    const input = this.querySelector('input')
    if (!input || this.#input) return
    this.#input = input
    number += 1
    this.#list.id = `suggestions-${number}`
    this.#list.role = 'listbox'
    this.#list.ariaLabel = input.ariaLabel ?? input.labels?.[0]?.textContent ?? ''
    this.#list.hidden = true
    this.#status.role = 'status'
    this.#status.className = 'away'
    this.append(this.#list, this.#status)
    input.role = 'combobox'
    input.autocomplete = 'off'
    input.ariaAutoComplete = 'list'
    input.ariaExpanded = 'false'
    input.setAttribute('aria-controls', this.#list.id)
    input.addEventListener('input', (event) => this.#typed(event))
    input.addEventListener('keydown', (event) => this.#pressed(event))
    input.addEventListener('blur', () => this.#close())
    // Before the field loses the focus, which would take the list away.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault())
    this.#list.addEventListener('click', (event) => this.#clicked(event))
  }

  #typed(event: Event): void {
    clearTimeout(this.#waiting)
    // A word that is still being composed is not typed yet.
    if (event instanceof InputEvent && event.isComposing) return
    this.#waiting = setTimeout(() => void this.#ask(), 150)
  }

  async #ask(): Promise<void> {
    const from = this.dataset['from']
    const words = this.#input?.value.trim() ?? ''
    this.#asking?.abort()
    // One letter of an alphabet suggests everything; one of Chinese is a word.
    if (!from || words === '' || /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]$/u.test(words))
      return this.#close()
    const asking = new AbortController()
    this.#asking = asking
    try {
      const answer = await fetch(`${from}?q=${encodeURIComponent(words)}`, { signal: asking.signal })
      if (!answer.ok) return
      const found: Answer = await answer.json()
      if (!asking.signal.aborted && document.activeElement === this.#input) this.#show(found)
    } catch {
      // Without the network the field goes on as a field.
    }
  }

  #show({ status, items }: Answer): void {
    this.#items = items
    this.#list.replaceChildren(...items.map((item, at) => this.#option(item, at)))
    this.#status.textContent = status
    this.#choose(-1)
    this.#open(items.length > 0)
  }

  #option({ title, lang, dir, kind }: Item, at: number): HTMLLIElement {
    const option = document.createElement('li')
    option.role = 'option'
    option.id = `${this.#list.id}-${at}`
    option.dataset['at'] = String(at)
    const words = document.createElement('span')
    words.lang = lang
    words.dir = dir
    words.textContent = title
    const small = document.createElement('small')
    small.textContent = kind
    option.append(words, ' ', small)
    return option
  }

  #pressed(event: KeyboardEvent): void {
    if (event.isComposing) return
    const last = this.#items.length - 1
    const isOpen = !this.#list.hidden
    const goesTo: Record<string, number> = {
      ArrowDown: this.#at >= last ? -1 : this.#at + 1,
      ArrowUp: this.#at < 0 ? last : this.#at - 1,
    }
    const to = goesTo[event.key]
    if (to !== undefined && last >= 0) {
      event.preventDefault()
      this.#open(true)
      this.#choose(to)
    } else if (event.key === 'Enter' && isOpen && this.#at >= 0) {
      event.preventDefault()
      this.#go(this.#at)
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      this.#close()
    }
  }

  #clicked(event: MouseEvent): void {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]') : null
    if (option) this.#go(Number(option.dataset['at']))
  }

  #go(at: number): void {
    const item = this.#items[at]
    if (item) location.assign(item.href)
  }

  #choose(at: number): void {
    this.#at = at
    for (const [n, option] of [...this.#list.children].entries()) {
      option.ariaSelected = String(n === at)
      if (n === at) option.scrollIntoView({ block: 'nearest' })
    }
    if (at < 0) this.#input?.removeAttribute('aria-activedescendant')
    else this.#input?.setAttribute('aria-activedescendant', `${this.#list.id}-${at}`)
  }

  #open(open: boolean): void {
    this.#list.hidden = !open
    if (this.#input) this.#input.ariaExpanded = String(open)
  }

  #close(): void {
    clearTimeout(this.#waiting)
    this.#asking?.abort()
    this.#choose(-1)
    this.#open(false)
    this.#status.textContent = ''
  }
}
