import {
  Button,
  CheckField,
  ErrorSummary,
  Heading,
  hrefIn,
  Link,
  type Locale,
  Notice,
  Section,
} from '../../design/index.ts'
import { AccountTabs } from '../account/pages/views.tsx'
import { speak } from '../messages/index.ts'
import { type FormFacts, ProfileFields } from './form/views.tsx'
import { type PersonPage, showable } from './model.ts'

/** What `/account/profile` shows. */
export type ProfileFacts = FormFacts & { page: PersonPage; notice: string | undefined }

type Props = { locale: Locale; facts: ProfileFacts }

/** A person's own profile, and what of it others may see. */
export function ProfileBody({ locale, facts }: Props) {
  const say = speak(locale)
  return (
    <>
      <ErrorSummary locale={locale} errors={facts.faults} />
      {facts.notice === undefined ? null : <Notice tone="info">{facts.notice}</Notice>}
      <Heading text={say('profile.title')} lead={say('profile.lead')} />
      <AccountTabs locale={locale} here="/account/profile" />
      <ProfileFields locale={locale} facts={facts} />
      <PageForm locale={locale} facts={facts} />
    </>
  )
}

function PageForm({ locale, facts }: Props) {
  const say = speak(locale)
  const { page, form } = facts
  const error = facts.faults.find(({ field }) => field === 'shown')?.message
  return (
    <Section title={say('profile.page.title')} id="page">
      <p>{say('profile.page.lead')}</p>
      <Standing locale={locale} page={page} />
      <form action={hrefIn(locale, '/account/profile/page')} method="post">
        <input type="hidden" name="version" value={form.version} />
        <CheckField
          locale={locale}
          name="shown"
          label={say('profile.page.fields')}
          hint={say('profile.page.fieldsHint')}
          error={error}
          options={showable.map((field) => ({
            value: field,
            label: say(`profile.shows.${field}`),
            chosen: page.shown.includes(field),
          }))}
        />
        <CheckField
          locale={locale}
          name="findable"
          label={say('profile.page.engines')}
          options={[{ value: 'yes', label: say('profile.page.findable'), chosen: page.findable }]}
        />
        <p class="buttons">
          <Button kind="quiet" name="do" value="keep">
            {say('profile.page.save')}
          </Button>
          {page.isPublic ? (
            <Button kind="warning" name="do" value="withdraw">
              {say('profile.page.withdraw')}
            </Button>
          ) : (
            <Button name="do" value="show">
              {say('profile.page.show')}
            </Button>
          )}
        </p>
      </form>
      <p>
        <Link href={hrefIn(locale, '/account/profile/preview')}>{say('profile.page.preview')}</Link>
      </p>
    </Section>
  )
}

function Standing({ locale, page }: { locale: Locale; page: PersonPage }) {
  const say = speak(locale)
  if (!page.isPublic) return <p>{say('profile.page.hidden')}</p>
  const address = hrefIn(locale, `/people/${page.slug}`)
  return (
    <p>
      {say('profile.page.open')} <Link href={address}>{address}</Link>
    </p>
  )
}
