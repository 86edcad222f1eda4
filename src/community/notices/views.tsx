import {
  Button,
  Entries,
  Entry,
  ErrorSummary,
  type Fault,
  Form,
  formatsFor,
  Heading,
  hrefIn,
  Link,
  type Locale,
  Notice as Remark,
  Onward,
  RadioField,
  Section,
} from '../../design/index.ts'
import { AccountTabs } from '../account/pages/views.tsx'
import { speak } from '../messages/index.ts'
import { wordsOf } from './letters/model.ts'
import {
  digestTime,
  type MailPreference,
  mailPreferences,
  type Notice,
  type NoticeRegistry,
} from './model.ts'

/** What `/account/notices` shows. */
export type NoticesFacts = {
  registry: NoticeRegistry
  notices: Notice[]
  /** Whether this page begins with the latest of all. */
  isFirst: boolean
  hasMore: boolean
  preference: MailPreference | undefined
  notice: string | undefined
  faults: Fault[]
}

type Props = { locale: Locale; facts: NoticesFacts }

/** What a person was told, and how they want to hear of it by mail. */
export function NoticesBody({ locale, facts }: Props) {
  const say = speak(locale)
  return (
    <>
      <ErrorSummary locale={locale} errors={facts.faults} />
      {facts.notice === undefined ? null : <Remark tone="info">{facts.notice}</Remark>}
      <Heading text={say('notices.title')} lead={say('notices.lead')} />
      <AccountTabs locale={locale} here="/account/notices" />
      <Told locale={locale} facts={facts} />
      <Section title={say('notices.mail')} id="mail">
        <Form locale={locale} action="/account/notices/mail" faults={facts.faults}>
          <MailChoice locale={locale} chosen={facts.preference} />
        </Form>
      </Section>
    </>
  )
}

function Told({ locale, facts }: Props) {
  const say = speak(locale)
  const { notices, isFirst, hasMore } = facts
  const [latest] = notices
  if (!latest) return <p>{say('notices.none')}</p>
  return (
    <>
      {isFirst && notices.some(({ isRead }) => !isRead) ? (
        <Form locale={locale} action="/account/notices/read">
          <input type="hidden" name="latest" value={latest.id} />
          <Button kind="quiet">{say('notices.readAll')}</Button>
        </Form>
      ) : null}
      <Entries>
        {notices.map((notice) => (
          <One locale={locale} notice={notice} registry={facts.registry} />
        ))}
      </Entries>
      <Onward
        locale={locale}
        latest={isFirst ? undefined : '/account/notices'}
        older={hasMore ? `/account/notices?before=${notices.at(-1)?.id}` : undefined}
      />
    </>
  )
}

function One({ locale, notice, registry }: { locale: Locale; notice: Notice; registry: NoticeRegistry }) {
  const say = speak(locale)
  const { title, text, path } = wordsOf(locale, registry, notice)
  const words = `${formatsFor(locale).moment(notice.toldAt, 'UTC')} UTC`
  return (
    <Entry
      locale={locale}
      when={{ instant: notice.toldAt.toString(), words }}
      title={title}
      text={text}
      href={path}
      fresh={
        notice.isRead
          ? undefined
          : {
              label: say('notices.new'),
              action: `/account/notices/${notice.id}/read`,
              aside: say('notices.read'),
            }
      }
    />
  )
}

function MailChoice({ locale, chosen }: { locale: Locale; chosen: MailPreference | undefined }) {
  const say = speak(locale)
  const time = formatsFor(locale).time(digestTime)
  return (
    <>
      <RadioField
        locale={locale}
        name="mail"
        id="mail-choice"
        label={say('notices.mail.question')}
        hint={say('notices.mail.hint')}
        options={mailPreferences.map((value) => ({
          value,
          label: say(`notices.mail.${value}`),
          chosen: value === chosen,
          hint: value === 'daily' ? say('notices.mail.dailyHint', { time }) : undefined,
        }))}
      />
      <Button kind="quiet">{say('notices.mail.save')}</Button>
    </>
  )
}

/** Where the link in a letter leads: the same choice, for whoever holds the link, and nothing else of anybody's account. */
export function LettersBody({
  locale,
  token,
  preference,
  isDone,
  faults,
}: {
  locale: Locale
  token: string
  preference: MailPreference | undefined
  isDone: boolean
  faults: Fault[]
}) {
  const say = speak(locale)
  return (
    <>
      <ErrorSummary locale={locale} errors={faults} />
      {isDone ? <Remark tone="info">{say('notices.done.mail')}</Remark> : null}
      <Heading text={say('notices.letters.title')} lead={say('notices.letters.lead')} />
      <Form locale={locale} action="/account/notices/letters" faults={faults}>
        <input type="hidden" name="token" value={token} />
        <MailChoice locale={locale} chosen={preference} />
      </Form>
    </>
  )
}

/** A link from a letter that was not copied whole, or is of nobody's any more. */
export function LettersGoneBody({ locale }: { locale: Locale }) {
  const say = speak(locale)
  return (
    <>
      <Heading text={say('notices.letters.title')} lead={say('notices.letters.gone')} />
      <p>
        <Link href={hrefIn(locale, '/account/notices')}>{say('notices.title')}</Link>
      </p>
    </>
  )
}
