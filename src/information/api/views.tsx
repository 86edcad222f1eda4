import { Heading, NameList, Notice, Prose, Section, Text } from '../../design/index.ts'
import type { Reader } from '../readers/model.ts'
import {
  type ApiDocument,
  type ApiPart,
  type Field,
  fieldsOf,
  kindOf,
  type Parameter,
} from './document/model.ts'
import { type ResourceName, resources } from './model.ts'

type Facts = { reader: Reader; document: ApiDocument; parts: readonly ApiPart[]; origin: string }

const notes = ['languages', 'paging', 'counts', 'changes', 'limits', 'tokens', 'others'] as const

/** The API as people read it: how it answers, and each kind with its parameters and fields, all from the document. */
export function ApiBody({ reader, document, parts, origin }: Facts) {
  const { say, locale } = reader
  const asked = `${origin}${reader.href('/api/v1/events')}?discipline=dance&limit=50`
  return (
    <>
      <Heading locale={locale} text={say('api.title')} lead={say('api.lead')} />
      <p>
        <a href="/api/v1/openapi.json" type="application/json">
          {say('api.document')}
        </a>
      </p>
      {locale === 'en' ? null : <Notice tone="info">{say('api.english')}</Notice>}
      <Section title={say('api.how')}>
        <ul>
          {notes.map((note) => (
            <li>{say(`api.${note}`)}</li>
          ))}
        </ul>
        <p>{say('api.example')}</p>
        <Prose text={{ lang: 'en', text: `\`\`\`\ncurl '${asked}'\n\`\`\`` }} locale={locale} />
      </Section>
      {resources.map((name) => (
        <ResourceSection reader={reader} document={document} name={name} />
      ))}
      {parts.map((part) => (
        <PartSection reader={reader} part={part} />
      ))}
    </>
  )
}

/** What another room answers: each address with what it is for. */
function PartSection({ reader, part }: { reader: Reader; part: ApiPart }) {
  const operations = Object.entries(part.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { summary }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      kind: '',
      meaning: inEnglish(reader, summary),
    })),
  )
  const title = part.title(reader.locale)
  return (
    <Section title={title}>
      <NameList title={title} names={operations} />
    </Section>
  )
}

type Described = Pick<Facts, 'reader' | 'document'> & { name: ResourceName }

function ResourceSection({ reader, document, name }: Described) {
  const { say } = reader
  const [list, one] = [`/api/v1/${name}`, `/api/v1/${name}/{key}`]
  const parameters = document.paths[list]?.get?.parameters ?? []
  const component = name.charAt(0).toUpperCase() + name.slice(1)
  const title = say(`${name}.title`)
  return (
    <Section title={title} id={name}>
      <p>
        <a href={reader.href(list)}>
          <code dir="ltr">GET {list}</code>
        </a>
      </p>
      <p>
        <code dir="ltr">GET {one}</code>
      </p>
      <NameList
        title={say('api.parameters')}
        names={parameters.map((parameter) => parameterName(reader, parameter))}
      />
      <NameList title={say('api.fields')} names={namesOf(reader, fieldsOf(document, `${component}Item`))} />
      <NameList
        title={say('api.wholeFields')}
        names={namesOf(reader, fieldsOf(document, `${component}Record`))}
      />
    </Section>
  )
}

function parameterName(reader: Reader, { name, schema, description }: Parameter) {
  return { name, kind: kindOf(schema), meaning: inEnglish(reader, description) }
}

const namesOf = (reader: Reader, fields: Field[]) =>
  fields.map(({ name, kind, description }) => ({ name, kind, meaning: inEnglish(reader, description) }))

// The description is one for all programs and has one language.
const inEnglish = ({ locale }: Reader, words: string) => (
  <Text text={{ text: words.replaceAll('`', ''), lang: 'en' }} locale={locale} />
)
