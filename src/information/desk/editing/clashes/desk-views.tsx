import { RadioField, Section, Text } from '../../../../design/index.ts'
import { fieldLabel } from '../../fields/words.ts'
import { FieldInputs } from '../../form/inputs/desk-views.tsx'
import type { AskedField } from '../../form/model.ts'
import { valueInWords } from '../../form/words.ts'
import type { EditFacts } from '../desk-views.tsx'

/** Fields that two people changed: as they were, as they are saved, as they were typed now; with a choice for each. */
export function Clashes({ facts }: { facts: EditFacts }) {
  const { reader, clashes, choices, fields } = facts
  const { locale, say } = reader
  return (
    <Section title={say('editor.clashes')} id="clashes">
      <p>{say('editor.clashesWhy')}</p>
      {clashes.map((clash) => {
        const field = fields.find(({ path }) => path === clash.path)
        if (!field) return null
        const label = fieldLabel(locale, facts.kind, clash.path)
        const chosen = choices.get(clash.path)
        return (
          <fieldset class="group clash">
            <legend>{label}</legend>
            <input type="hidden" name="asked" value={clash.path} />
            <div class="versions">
              <Version facts={facts} field={field} name={say('editor.was')} value={clash.base} />
              <Version facts={facts} field={field} name={say('editor.theirs')} value={clash.theirs} />
              <Version facts={facts} field={field} name={say('editor.mine')} value={clash.mine} />
            </div>
            <RadioField
              locale={locale}
              name={`choose.${clash.path}`}
              label={say('editor.choice')}
              options={[
                { value: 'theirs', label: say('editor.takeTheirs'), chosen: chosen === 'theirs' },
                { value: 'mine', label: say('editor.takeMine'), chosen: chosen === 'mine' },
              ]}
            />
            <FieldInputs
              facts={facts.inputs}
              path={clash.path}
              label={say('editor.together')}
              field={field}
            />
          </fieldset>
        )
      })}
    </Section>
  )
}

function Version({
  facts,
  field,
  name,
  value,
}: {
  facts: EditFacts
  field: AskedField
  name: string
  value: unknown
}) {
  const { reader, inputs } = facts
  const words = valueInWords(reader, inputs.known, field.input, value) || reader.say('editor.nothing')
  return (
    <div>
      <p class="label">{name}</p>
      <div class="said">
        <Text
          as="p"
          locale={reader.locale}
          text={field.inEachLanguage ? { text: words, lang: inputs.textLang } : words}
        />
      </div>
    </div>
  )
}
