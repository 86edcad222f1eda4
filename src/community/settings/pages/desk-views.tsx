import {
  Button,
  defaultLocale,
  Form,
  hrefIn,
  Link,
  type Locale,
  Section,
  TextArea,
  TextField,
} from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import { type FormFacts, SettingsForm, SettingsPage } from '../desk-views.tsx'
import { pagePath, type PageTitle, spoken } from '../model.ts'
import { EachLanguage } from '../subjects/desk-views.tsx'
import { newPage } from './model.ts'

/** The pages the house has of its own, and the way to one more. */
export function PagesBody({
  locale,
  pages,
  notice,
}: {
  locale: Locale
  pages: PageTitle[]
  notice: string | undefined
}) {
  const say = speak(locale)
  return (
    <SettingsPage
      locale={locale}
      title={say('settings.page.pages')}
      lead={say('settings.about.pages')}
      notice={notice}
    >
      {pages.length === 0 ? <p>{say('settings.noPages')}</p> : null}
      <ul>
        {pages.map(({ slug, titles }) => (
          <li>
            <Link href={hrefIn(locale, `/desk/settings/pages/${slug}`)}>
              {spoken(titles, locale)?.text ?? slug}
            </Link>{' '}
            <code dir="ltr">{pagePath(slug)}</code>
          </li>
        ))}
      </ul>
      <p>
        <Link href={hrefIn(locale, `/desk/settings/pages/${newPage}`)}>{say('settings.addPage')}</Link>
      </p>
    </SettingsPage>
  )
}

/** The form of one page. */
export function PageBody({
  locale,
  slug,
  facts,
}: {
  locale: Locale
  /** Undefined for one that is yet to be. */
  slug: string | undefined
  facts: FormFacts
}) {
  const say = speak(locale)
  const action = `/desk/settings/pages/${slug ?? newPage}`
  const up = [{ href: '/desk/settings/pages', label: say('settings.page.pages') }]
  return (
    <SettingsPage
      locale={locale}
      title={slug === undefined ? say('settings.addPage') : pagePath(slug)}
      up={up}
      faults={facts.faults}
      notice={facts.notice}
    >
      <SettingsForm locale={locale} action={action} facts={facts}>
        {slug === undefined ? (
          <TextField
            locale={locale}
            name="slug"
            label={say('settings.slug')}
            hint={say('settings.slugHint')}
            value={facts.typed['slug']}
          />
        ) : null}
        <EachLanguage facts={facts} pieces={['title', 'text']}>
          {(lang) => (
            <>
              <TextField
                locale={locale}
                lang={lang}
                name={`title-${lang}`}
                label={say('settings.pageTitle')}
                optional={lang !== defaultLocale}
                value={facts.typed[`title-${lang}`]}
              />
              <TextArea
                locale={locale}
                lang={lang}
                name={`text-${lang}`}
                label={say('settings.text')}
                hint={say('settings.markdown')}
                optional={lang !== defaultLocale}
                rows={14}
                value={facts.typed[`text-${lang}`]}
              />
            </>
          )}
        </EachLanguage>
      </SettingsForm>
      {slug === undefined ? null : (
        <Section title={say('settings.removePage')}>
          <p>{say('settings.removePageText')}</p>
          <Form locale={locale} action={`${action}/remove`}>
            <input type="hidden" name="version" value={String(facts.version)} />
            <Button kind="warning">{say('settings.removePage')}</Button>
          </Form>
        </Section>
      )}
    </SettingsPage>
  )
}
