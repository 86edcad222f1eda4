import { describedBy, type FieldProps, idOf, LabelWords, type Option, Remarks } from './field.tsx'

/** One question with several boxes to tick; many of them in columns. */
export function CheckField(props: FieldProps & { options: Option[]; columns?: boolean }) {
  return <Choices {...props} type="checkbox" />
}

/** One question with one answer of a few. */
export function RadioField(props: FieldProps & { options: Option[] }) {
  return <Choices {...props} type="radio" />
}

function Choices({
  options,
  type,
  columns = false,
  ...field
}: FieldProps & { options: Option[]; type: 'checkbox' | 'radio'; columns?: boolean }) {
  return (
    // The wall of a fault stands on a box of its own, because a legend breaks the border of its fieldset.
    <div class={`field${columns ? ' columned' : ''}${field.error === undefined ? '' : ' wrong'}`}>
      <fieldset {...describedBy(field)}>
        <legend class="label">
          <LabelWords {...field} />
        </legend>
        <Remarks {...field} />
        <div class="choices">
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
        </div>
      </fieldset>
    </div>
  )
}
