/** What the editor can hold: what CommonMark can say, and nothing else. */
import { getSchema } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { Code } from '@tiptap/extension-code'
import { ListItem } from '@tiptap/extension-list'
import { isSafeHref } from '../../../safeHref.ts'

export const extensions = [
  StarterKit.configure({
    // Markdown has no word for the first; of the second the house's pages know, and leave it to the plain field.
    underline: false,
    strike: false,
    // It would add an empty paragraph that nobody has written.
    trailingNode: false,
    dropcursor: false,
    code: false,
    listItem: false,
    listKeymap: false,
    link: {
      openOnClick: false,
      protocols: ['http', 'https', 'mailto', 'tel'],
      isAllowedUri: (address) => isSafeHref(address),
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  }),
  // Words can be code and strong at once.
  Code.extend({ excludes: '' }),
  ListItem.extend({
    // Tab leads out of the editor, as from every other field.
    addKeyboardShortcuts() {
      return {
        Enter: () => this.editor.commands.splitListItem(this.name),
        'Mod-]': () => this.editor.commands.sinkListItem(this.name),
        'Mod-[': () => this.editor.commands.liftListItem(this.name),
      }
    },
  }),
]

export const schema = getSchema(extensions)
