import { Button, FileField, Form, type Locale } from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import { type FormFacts, SettingsPage } from '../desk-views.tsx'
import { leastPixels, mostBytes, mostPixels } from './model.ts'

/** The logo as it is, and a form for another or none. */
export function LogoBody({
  locale,
  facts,
  logo,
}: {
  locale: Locale
  facts: FormFacts
  logo: { src: string; width: number; height: number } | undefined
}) {
  const say = speak(locale)
  const version = <input type="hidden" name="version" value={String(facts.version)} />
  return (
    <SettingsPage
      locale={locale}
      title={say('settings.page.logo')}
      lead={say('settings.about.logo')}
      faults={facts.faults}
      notice={facts.notice}
    >
      {logo === undefined ? (
        <p>{say('settings.noLogo')}</p>
      ) : (
        <p>
          <img {...logo} alt={say('settings.page.logo')} />
        </p>
      )}
      <div id="settings" tabindex={-1}>
        <Form locale={locale} action="/desk/settings/logo" faults={facts.faults} files>
          {version}
          <FileField
            locale={locale}
            name="logo"
            label={say('settings.logo')}
            hint={say('settings.logoHint', {
              most: mostBytes / 1024,
              least: leastPixels,
              pixels: mostPixels,
            })}
            accept={['image/png', 'image/webp']}
          />
          <Button>{say('settings.save')}</Button>
        </Form>
        {logo === undefined ? null : (
          <Form locale={locale} action="/desk/settings/logo/remove">
            {version}
            <Button kind="quiet">{say('settings.removeLogo')}</Button>
          </Form>
        )}
      </div>
    </SettingsPage>
  )
}
