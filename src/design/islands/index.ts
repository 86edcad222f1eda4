/** What moves in the browser; every page works without it. */
import { LanguageHint } from './language-hint.ts'
import { LocalTime } from './local-time.ts'
import { PasskeyForm } from './passkey-form.ts'
import { PrintLink } from './print-link.ts'
import { SearchSuggestions } from './search-suggestions.ts'

customElements.define('language-hint', LanguageHint)
customElements.define('local-time', LocalTime)
customElements.define('passkey-form', PasskeyForm)
customElements.define('print-link', PrintLink)
customElements.define('search-suggestions', SearchSuggestions)
