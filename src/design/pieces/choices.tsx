import { describedBy, type FieldProps, idOf, LabelWords, type Option, Remarks } from './field.tsx'
import { withFault } from './form.tsx'

/** One question with several boxes to tick. */
export function CheckField(props: FieldProps & { options: Option[] }) {
  return <Choices {...props} type="checkbox" />
}

/** One question with one answer of a few. */
export function RadioField(props: FieldProps & { options: Option[] }) {
  return <Choices {...props} type="radio" />
}

function Choices({
  options,
  type,
  ...props
}: FieldProps & { options: Option[]; type: 'checkbox' | 'radio' }) {
  const field = withFault(props)
  return (
    // The wall of a fault stands on a box of its own, because a legend breaks the border of its fieldset.
    <div class={field.error === undefined ? 'field' : 'field wrong'}>
      <fieldset {...describedBy(field)}>
        <legend class="label">
          <LabelWords {...field} />
        </legend>
        <Remarks {...field} />
        {options.map((option, index) => {
          // The first has the field's own id, so that the error summary leads to it.
          const id = index === 0 ? idOf(field) : `${idOf(field)}-${index + 1}`
          return (
            <div class="choice">
              <input
                type={type}
                id={id}
                name={field.name}
                value={option.value}
                checked={option.chosen}
                disabled={field.disabled || option.disabled}
                {...(option.hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
              />
              <label for={id}>{option.label}</label>
              {option.hint === undefined ? null : (
                <p class="hint" id={`${id}-hint`}>
                  {option.hint}
                </p>
              )}
            </div>
          )
        })}
      </fieldset>
    </div>
  )
}
