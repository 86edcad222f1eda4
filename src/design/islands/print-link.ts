/** A button that prints the page. */
export class PrintLink extends HTMLElement {
  connectedCallback(): void {
    if (this.firstChild) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'quiet'
    button.textContent = this.dataset['label'] ?? ''
    button.addEventListener('click', () => window.print())
    this.append(button)
  }
}
