/** Adds the reader's own time to a moment, where their clock shows something different from what is written. */
export class LocalTime extends HTMLElement {
  connectedCallback(): void {
    const time = this.querySelector('time')
    const instant = new Date(time?.dateTime ?? '')
    const sentence = this.dataset['sentence']
    if (!time || !sentence || Number.isNaN(instant.getTime())) return
    const lang = this.closest('[lang]')?.getAttribute('lang') ?? 'en'
    const clock: Intl.DateTimeFormatOptions = { timeStyle: 'short', hourCycle: 'h23' }
    const days: Intl.DateTimeFormatOptions[] = [{ dateStyle: 'long' }, { dateStyle: 'medium' }]
    const tag = lang === 'en' ? 'en-GB' : lang
    const format = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(tag, options).format(instant)
    const written = time.textContent
    if (written.includes(format(clock)) && days.some((day) => written.includes(format(day)))) return
    const yours = document.createElement('span')
    yours.className = 'yours'
    yours.textContent = sentence.replace('{moment}', format({ dateStyle: 'medium', ...clock }))
    this.append(' ', yours)
  }
}
