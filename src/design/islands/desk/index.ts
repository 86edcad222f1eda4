/** What moves on pages of the desk besides; every one of them works without it. */
import { FocusPoint } from './focus-point.ts'
import { KeptForm } from './kept-form.ts'
import { MarkdownEditor } from './markdown-editor.ts'

customElements.define('focus-point', FocusPoint)
customElements.define('kept-form', KeptForm)
customElements.define('markdown-editor', MarkdownEditor)
