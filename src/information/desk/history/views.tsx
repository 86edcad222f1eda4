import type { FieldDifference, KeptRecord, Revision } from '../../../community/index.ts'
import {
  Button,
  CheckField,
  Crumbs,
  Difference,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  Link,
  Notice,
  Section,
  Table,
} from '../../../design/index.ts'
import type { Reader } from '../../readers/model.ts'
import { deskPath } from '../editing/model.ts'
import type { DeskKind } from '../fields/model.ts'
import { fieldLabel } from '../fields/words.ts'

type Of = { kind: DeskKind; kept: KeptRecord; title: string }

const historyPath = ({ kind, kept }: Of) => `/desk/${kind}/${encodeURIComponent(kept.id)}/history`

const Way = ({ reader, of, deep }: { reader: Reader; of: Of; deep?: boolean }) => (
  <Crumbs
    locale={reader.locale}
    items={[
      { href: reader.href('/desk'), label: reader.say('editor.desk') },
      { href: reader.href(`/desk/${of.kind}`), label: reader.say(`editor.kind.${of.kind}`) },
      { href: reader.href(deskPath(of.kind, of.kept.id, {})), label: of.title },
      ...(deep ? [{ href: reader.href(historyPath(of)), label: reader.say('life.history') }] : []),
    ]}
  />
)

const whoIn = ({ say }: Reader, { changedBy }: Revision) =>
  changedBy ? changedBy.name || say('life.nameless') : say('history.nobody')

/** Every version of a record: who wrote it, when and why. */
export function HistoryBody({
  reader,
  of,
  versions,
  more,
  done,
}: {
  reader: Reader
  of: Of
  versions: Revision[]
  more: boolean
  done: boolean
}) {
  const { say, href, format, locale } = reader
  const last = versions.at(-1)
  return (
    <>
      {done ? <Notice tone="info">{say('life.done.restored')}</Notice> : null}
      <Way reader={reader} of={of} />
      <Heading text={say('history.title', { title: of.title })} lead={say('history.lead')} locale={locale} />
      <Table
        caption={say('history.versions')}
        head={[say('history.version'), say('history.when'), say('history.who'), say('history.why')]}
        rows={versions.map((version) => [
          <Link href={href(`${historyPath(of)}/${version.version}`)}>
            {say('history.number', { number: String(version.version) })}
          </Link>,
          format.moment(version.changedAt, 'UTC'),
          <bdi>{whoIn(reader, version)}</bdi>,
          <bdi>{version.why ?? ''}</bdi>,
        ])}
      />
      {more && last ? (
        <p>
          <Link href={href(`${historyPath(of)}?before=${last.version}`)}>{say('history.earlier')}</Link>
        </p>
      ) : null}
    </>
  )
}

/** One version: what it changed, or how it differs from what stands, and bringing it back. */
export function VersionBody({
  reader,
  of,
  version,
  differences,
  compared,
  restorable,
  faults,
}: {
  reader: Reader
  of: Of
  version: Revision
  differences: FieldDifference[]
  /** Compared with the version before it, or with what stands now. */
  compared: 'before' | 'now'
  /** The fields that can be brought back, and whether they are to be. */
  restorable: { path: string; ticked: boolean }[]
  faults: Fault[]
}) {
  const { say, href, format, locale } = reader
  const page = `${historyPath(of)}/${version.version}`
  const number = String(version.version)
  return (
    <>
      <ErrorSummary locale={locale} errors={faults} />
      <Way reader={reader} of={of} deep />
      <Heading text={say('history.of', { number, title: of.title })} locale={locale} />
      <p>
        <bdi>{whoIn(reader, version)}</bdi>, {format.moment(version.changedAt, 'UTC')} UTC
        {version.why ? (
          <>
            {' — '}
            <bdi>{version.why}</bdi>
          </>
        ) : null}
      </p>
      <p>
        {compared === 'before' ? (
          <Link href={href(`${page}?with=now`)}>{say('history.withNow')}</Link>
        ) : (
          <Link href={href(page)}>{say('history.withBefore')}</Link>
        )}
      </p>
      <Section title={say(compared === 'before' ? 'history.changed' : 'history.since')} id="difference">
        {differences.length === 0 ? <p>{say('history.same')}</p> : null}
        {differences.map((one) => (
          <OneField reader={reader} kind={of.kind} difference={one} />
        ))}
      </Section>
      {restorable.length === 0 ? null : (
        <Section title={say('history.restore')} id="restore">
          <Form locale={locale} action={`${page}/restore`} faults={faults}>
            <input type="hidden" name="version" value={of.kept.version} />
            <CheckField
              locale={locale}
              name="field"
              label={say('history.restoreWhat')}
              hint={say('history.restoreHint')}
              options={restorable.map(({ path, ticked }) => ({
                value: path,
                label: fieldLabel(locale, of.kind, path),
                chosen: ticked,
              }))}
            />
            <Button>{say('history.restoreIt', { number })}</Button>
          </Form>
        </Section>
      )}
    </>
  )
}

function OneField({
  reader,
  kind,
  difference,
}: {
  reader: Reader
  kind: DeskKind
  difference: FieldDifference
}) {
  const { say, locale, format } = reader
  const { field, lang, was, is, pieces } = difference
  const label = fieldLabel(locale, kind, field)
  return (
    <>
      <h3>{lang === undefined ? label : `${label} (${format.language(lang)})`}</h3>
      {pieces ? (
        <Difference locale={locale} lang={lang ?? 'en'} pieces={pieces} />
      ) : (
        <p>{say('history.wasIs', { was: valueIn(reader, was), is: valueIn(reader, is) })}</p>
      )}
    </>
  )
}

function valueIn(reader: Reader, value: unknown): string {
  if (value === null || value === undefined) return reader.say('editor.nothing')
  if (typeof value === 'boolean') return reader.say(value ? 'editor.yes' : 'editor.no')
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return reader.format.list(value.map(String))
  return JSON.stringify(value)
}
