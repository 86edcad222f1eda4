import { Editor } from '@tiptap/core'
import { isSafeHref } from '../../safeHref.ts'
import { readMarkdown } from './written/read.ts'
import { extensions, schema } from './written/schema.ts'
import { writeMarkdown } from './written/write.ts'

/** What a button does, whether that is in force where the cursor is, and its sign. */
type Tool = { name: string; sign: string; run(editor: Editor): void; isOn?(editor: Editor): boolean }

const tools: Tool[] = [
  { name: 'bold', sign: 'B', run: (on) => on.commands.toggleBold(), isOn: (on) => on.isActive('bold') },
  { name: 'italic', sign: 'I', run: (on) => on.commands.toggleItalic(), isOn: (on) => on.isActive('italic') },
  {
    name: 'heading',
    sign: 'H',
    run: (on) => on.commands.toggleHeading({ level: 2 }),
    isOn: (on) => on.isActive('heading'),
  },
  {
    name: 'list',
    sign: '•',
    run: (on) => on.commands.toggleBulletList(),
    isOn: (on) => on.isActive('bulletList'),
  },
  {
    name: 'numbers',
    sign: '①',
    run: (on) => on.commands.toggleOrderedList(),
    isOn: (on) => on.isActive('orderedList'),
  },
  {
    name: 'quote',
    sign: '❝',
    run: (on) => on.commands.toggleBlockquote(),
    isOn: (on) => on.isActive('blockquote'),
  },
  { name: 'undo', sign: '↶', run: (on) => on.commands.undo() },
  { name: 'redo', sign: '↷', run: (on) => on.commands.redo() },
]

/**
 * An editor over a text area that holds Markdown. The area stays what is sent, and gets back what is written after every
 * change; a text with a part that the editor cannot hold stays in the area as it is. The tools are a toolbar (WAI-ARIA
 * 1.2): one stop of the Tab key, arrows within.
 */
export class MarkdownEditor extends HTMLElement {
  #area: HTMLTextAreaElement | null = null
  #editor: Editor | undefined
  #surface = document.createElement('div')
  #bar = document.createElement('div')
  #switch = document.createElement('button')
  #said = document.createElement('p')
  #link = document.createElement('div')
  #id = ''
  #isWriting = false

  connectedCallback(): void {
    const area = this.querySelector('textarea')
    if (!area || this.#area) return
    this.#area = area
    this.#id = area.id
    this.#buildBar()
    this.#switch.type = 'button'
    this.#switch.className = 'quiet switch'
    this.#switch.addEventListener('click', () => this.#turn())
    this.#said.role = 'status'
    this.#said.className = 'hint'
    this.#surface.className = 'surface'
    this.#buildLink()
    area.before(this.#bar, this.#link, this.#surface)
    area.after(this.#said, this.#switch)
    // Whoever else puts words into the area, such as a draft that comes back.
    area.addEventListener('input', () => {
      if (!this.#isWriting && this.#editor) this.#open()
    })
    area.form?.addEventListener('reset', () => setTimeout(() => this.#open()))
    this.#open()
  }

  disconnectedCallback(): void {
    this.#editor?.destroy()
    this.#editor = undefined
  }

  #say(name: string): string {
    return this.dataset[name] ?? ''
  }

  /** Shows the editor; where it cannot hold the text, the area, and says why. */
  #open(): void {
    const area = this.#area
    const content = area && readMarkdown(area.value)
    this.#editor?.destroy()
    this.#editor = undefined
    if (!area || !content) return this.#close(this.#say('kept'))
    this.#editor = new Editor({
      element: this.#surface,
      extensions,
      content: content.toJSON(),
      // The policy of pages allows no style in the page; the style sheet has what is needed.
      injectCSS: false,
      editorProps: { attributes: this.#attributes(area) },
      onUpdate: ({ editor }) => this.#write(editor),
      onTransaction: () => this.#show(),
    })
    area.hidden = true
    // Labels and the summary of errors lead to what is in sight.
    area.removeAttribute('id')
    this.#said.textContent = ''
    this.#bar.hidden = false
    this.#surface.hidden = false
    this.#switch.textContent = this.#say('plain')
    this.#show()
  }

  #attributes(area: HTMLTextAreaElement): Record<string, string> {
    const label = area.labels[0]
    label?.addEventListener('click', () => this.#editor?.commands.focus())
    const described = area.getAttribute('aria-describedby')
    return {
      id: this.#id,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label?.textContent ?? area.name,
      class: 'prose',
      ...(described === null ? {} : { 'aria-describedby': described }),
      ...(area.lang === '' ? {} : { lang: area.lang }),
      ...(area.dir === '' ? {} : { dir: area.dir }),
      ...(area.ariaInvalid === null ? {} : { 'aria-invalid': area.ariaInvalid }),
    }
  }

  /** Shows the area alone, with a word about it. */
  #close(word: string): void {
    this.#editor?.destroy()
    this.#editor = undefined
    const area = this.#area
    if (!area) return
    area.hidden = false
    area.id = this.#id
    this.#bar.hidden = true
    this.#link.hidden = true
    this.#surface.hidden = true
    this.#said.textContent = word
    this.#switch.textContent = this.#say('rich')
  }

  #turn(): void {
    if (this.#editor) {
      this.#close('')
      this.#area?.focus()
    } else {
      this.#open()
      this.#focus()
    }
  }

  // Where it was asked for and not given, the word why is read out.
  #focus(): void {
    this.#editor?.commands.focus()
  }

  #write(editor: Editor): void {
    if (!this.#area) return
    // Every editor makes a schema of its own, whose marks are those of no other.
    this.#area.value = writeMarkdown(schema.nodeFromJSON(editor.getJSON()))
    this.#isWriting = true
    this.#area.dispatchEvent(new InputEvent('input', { bubbles: true }))
    this.#isWriting = false
  }

  #buildBar(): void {
    this.#bar.role = 'toolbar'
    this.#bar.className = 'tools'
    this.#bar.ariaLabel = this.#say('tools')
    for (const [at, tool] of tools.entries()) {
      const button = this.#button(tool.name, tool.sign)
      button.tabIndex = at === 0 ? 0 : -1
      button.addEventListener('click', () => {
        if (!this.#editor) return
        tool.run(this.#editor)
        this.#editor.commands.focus()
      })
      this.#bar.append(button)
    }
    const link = this.#button('link', '↗')
    link.tabIndex = -1
    link.addEventListener('click', () => this.#askLink())
    this.#bar.append(link)
    this.#bar.addEventListener('keydown', (event) => this.#move(event))
  }

  #button(name: string, sign: string): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'tool'
    button.dataset['tool'] = name
    button.textContent = sign
    button.ariaLabel = this.#say(name)
    button.title = this.#say(name)
    // The selection must not be lost by a click.
    button.addEventListener('mousedown', (event) => event.preventDefault())
    return button
  }

  #move(event: KeyboardEvent): void {
    const buttons = [...this.#bar.querySelectorAll('button')]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const forward = getComputedStyle(this.#bar).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
    const places: Record<string, number> = {
      [forward]: at + 1,
      [back]: at - 1,
      Home: 0,
      End: buttons.length - 1,
    }
    const place = places[event.key]
    if (place === undefined || at < 0) return
    event.preventDefault()
    const next = buttons[(place + buttons.length) % buttons.length]
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1
    next?.focus()
  }

  /** Which tools are in force where the cursor is. */
  #show(): void {
    const editor = this.#editor
    if (!editor) return
    for (const { name, isOn } of tools) {
      const button = this.#bar.querySelector<HTMLButtonElement>(`[data-tool=${name}]`)
      if (button && isOn) button.ariaPressed = String(isOn(editor))
    }
    const link = this.#bar.querySelector<HTMLButtonElement>('[data-tool=link]')
    if (link) link.ariaPressed = String(editor.isActive('link'))
  }

  #buildLink(): void {
    this.#link.className = 'link-address'
    this.#link.hidden = true
    const label = document.createElement('label')
    label.textContent = this.#say('address')
    const input = document.createElement('input')
    // Not `url`: an address within the house is one too.
    input.type = 'text'
    input.dir = 'ltr'
    label.append(input)
    const set = document.createElement('button')
    set.type = 'button'
    set.className = 'quiet'
    set.textContent = this.#say('set')
    set.addEventListener('click', () => this.#setLink(input))
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#endLink()
      if (event.key !== 'Enter') return
      // It would send the form around it.
      event.preventDefault()
      this.#setLink(input)
    })
    this.#link.append(label, set)
  }

  #askLink(): void {
    const input = this.#link.querySelector('input')
    if (!this.#editor || !input) return
    const href: unknown = this.#editor.getAttributes('link')['href']
    input.value = typeof href === 'string' ? href : ''
    this.#link.hidden = false
    input.focus()
  }

  #setLink(input: HTMLInputElement): void {
    const editor = this.#editor
    const href = input.value.trim()
    if (!editor) return
    if (href !== '' && !isSafeHref(href)) {
      input.ariaInvalid = 'true'
      this.#said.textContent = this.#say('refused')
      return
    }
    input.ariaInvalid = null
    this.#said.textContent = ''
    const chain = editor.chain().focus().extendMarkRange('link')
    if (href === '') chain.unsetLink().run()
    else if (editor.state.selection.empty && !editor.isActive('link'))
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.setLink({ href }).run()
    this.#endLink()
  }

  #endLink(): void {
    this.#link.hidden = true
    this.#editor?.commands.focus()
  }
}
