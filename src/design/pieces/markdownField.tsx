import { speak } from '../messages/index.ts'
import { Field, type FieldProps, inputOf } from './field.tsx'
import { withFault } from './form.tsx'

/** Text in Markdown. A page with the scripts of the desk puts an editor over the area; what is sent is always the area. */
export function MarkdownField({
  value,
  rows = 10,
  ...props
}: FieldProps & { value?: string | undefined; rows?: number }) {
  const field = withFault(props)
  const say = speak(field.locale)
  return (
    <Field {...field}>
      <markdown-editor
        data-tools={say('editor.tools')}
        data-bold={say('editor.bold')}
        data-italic={say('editor.italic')}
        data-heading={say('editor.heading')}
        data-list={say('editor.list')}
        data-numbers={say('editor.numbers')}
        data-quote={say('editor.quote')}
        data-undo={say('editor.undo')}
        data-redo={say('editor.redo')}
        data-link={say('editor.link')}
        data-address={say('editor.address')}
        data-set={say('editor.set')}
        data-refused={say('editor.refused')}
        data-plain={say('editor.plain')}
        data-rich={say('editor.rich')}
        data-kept={say('editor.kept')}
      >
        <textarea {...inputOf(field)} rows={rows}>
          {value}
        </textarea>
      </markdown-editor>
    </Field>
  )
}
