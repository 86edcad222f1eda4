/** Offers the page in the reader's own language, where the browser asks for one that it is written in. */
export class LanguageHint extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector('.read-here')) return
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[hreflang]')]
    // The first language the reader asks for that is here at all: if it is the page's own, there is nothing to say.
    const wanted = navigator.languages
      .map((tag) => links.find((link) => link.hreflang === tag.split('-')[0]))
      .find((link) => link !== undefined)
    const words = wanted?.dataset['hint']
    if (!wanted || !words) return
    const hint = document.createElement('p')
    hint.className = 'read-here'
    const link = document.createElement('a')
    link.href = wanted.href
    link.lang = wanted.lang
    link.dir = wanted.dir
    link.hreflang = wanted.hreflang
    link.textContent = words
    hint.append(link)
    this.prepend(hint)
  }
}
