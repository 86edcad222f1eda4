/** What moves on pages of the desk besides; every one of them works without it. */
import { FocusPoint } from './focus-point.ts'
import { MarkdownEditor } from './markdown-editor.ts'

customElements.define('focus-point', FocusPoint)
customElements.define('markdown-editor', MarkdownEditor)
