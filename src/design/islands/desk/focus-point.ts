/** A picture that is clicked where it must not be cut; two number fields, which work without it, hold the point. */
export class FocusPoint extends HTMLElement {
  connectedCallback(): void {
    const image = this.querySelector('img')
    const across = this.#fieldOf('across')
    const down = this.#fieldOf('down')
    if (!image || !across || !down || this.querySelector('.point')) return
    const point = document.createElement('span')
    point.className = 'point'
    this.append(point)
    this.classList.add('ready')
    const show = () => {
      // From the left whichever way the page runs, as the picture does not turn around with it.
      point.style.left = `${clamped(Number(across.value))}%`
      point.style.top = `${clamped(Number(down.value))}%`
    }
    image.addEventListener('click', (event) => {
      const { left, top, width, height } = image.getBoundingClientRect()
      across.value = String(clamped(Math.round(((event.clientX - left) / width) * 100)))
      down.value = String(clamped(Math.round(((event.clientY - top) / height) * 100)))
      show()
    })
    for (const field of [across, down]) field.addEventListener('input', show)
    show()
  }

  #fieldOf(name: 'across' | 'down'): HTMLInputElement | null {
    const field = document.getElementById(this.dataset[name] ?? '')
    return field instanceof HTMLInputElement ? field : null
  }
}

const clamped = (hundredths: number) => Math.min(100, Math.max(0, hundredths || 0))
