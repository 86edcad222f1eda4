/** What moves on pages of the desk besides; every one of them works without it. */
import { FocusPoint } from './focus-point.ts'

customElements.define('focus-point', FocusPoint)
