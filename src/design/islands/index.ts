/** What moves in the browser; every page works without it. */
import { LocalTime } from './local-time.ts'
import { PrintLink } from './print-link.ts'

customElements.define('local-time', LocalTime)
customElements.define('print-link', PrintLink)
