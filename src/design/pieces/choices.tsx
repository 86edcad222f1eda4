import type { Child } from 'hono/jsx'
import { formatsFor } from '../formats.ts'
import type { Locale } from '../locales.ts'
import { describedBy, type FieldProps, idOf, LabelWords, type Option, Remarks } from './field.tsx'
import { withFault } from './form.tsx'

/**
 * One question with several boxes to tick, in `columns` where there is room. `folded` are the words behind which many of them are kept until they are wanted; what
 * is ticked is named there.
 */
export function CheckField(
  props: FieldProps & { options: Option[]; folded?: string | undefined; columns?: boolean },
) {
  return <Choices {...props} type="checkbox" />
}

/** One question with one answer of a few. */
export function RadioField(props: FieldProps & { options: Option[] }) {
  return <Choices {...props} type="radio" />
}

function Choices({
  options,
  type,
  folded,
  columns = false,
  ...props
}: FieldProps & {
  options: Option[]
  type: 'checkbox' | 'radio'
  folded?: string | undefined
  columns?: boolean
}) {
  const field = withFault(props)
  return (
    // The wall of a fault stands on a box of its own, because a legend breaks the border of its fieldset.
    <div class={`field${columns ? ' columned' : ''}${field.error === undefined ? '' : ' wrong'}`}>
      <fieldset {...describedBy(field)}>
        <legend class="label">
          <LabelWords {...field} />
        </legend>
        <Remarks {...field} />
        <Fold locale={field.locale} words={folded} options={options} open={field.error !== undefined}>
          <div class="choices">
            <Boxes options={options} type={type} field={field} />
          </div>
        </Fold>
      </fieldset>
    </div>
  )
}

function Boxes({
  options,
  type,
  field,
}: {
  options: Option[]
  type: 'checkbox' | 'radio'
  field: FieldProps
}) {
  return (
    <>
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
    </>
  )
}

/** Nothing around the boxes where no words fold them. */
function Fold({
  locale,
  words,
  options,
  open,
  children,
}: {
  locale: Locale
  words: string | undefined
  options: Option[]
  open: boolean
  children?: Child
}) {
  if (words === undefined) return <>{children}</>
  const chosen = options.filter((option) => option.chosen).map(({ label }) => label)
  return (
    <details class="fold" open={open}>
      <summary>{chosen.length === 0 ? words : formatsFor(locale).list(chosen)}</summary>
      <div class="boxes">{children}</div>
    </details>
  )
}
