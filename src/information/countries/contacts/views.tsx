import type { Partner, ShownFacts } from '../../../community/index.ts'
import { dirOf, Fact, Facts, isSafeHref, Link, Notice, Section } from '../../../design/index.ts'
import type { Reader } from '../../readers/model.ts'

/** What the partner says of itself, if it says anything, and whether the viewer keeps it. */
export type KeptPart = { facts: ShownFacts | undefined; isKeeper: boolean }

/** The ways to the contact, which stands far below on a narrow page, and to where it is kept. */
export function Ways({ reader, partner, kept }: { reader: Reader; partner: Partner; kept: KeptPart }) {
  if (!kept.facts && !kept.isKeeper) return null
  return (
    <p class="buttons">
      {kept.facts && <Link href="#contact">{reader.say('partner.contact')}</Link>}
      {kept.isKeeper && (
        <Link href={reader.href(`/partners/${partner.id}/edit`)}>{reader.say('partner.keep')}</Link>
      )}
    </p>
  )
}

type Props = { reader: Reader; facts: ShownFacts }

/** What a partner says of itself: its office, how to reach it, who speaks for it. */
export function ContactSection({ reader, facts }: Props) {
  const { say } = reader
  const { offices, speakers, focalPoints, demonstration } = facts
  return (
    <Section title={say('partner.contact')} id="contact">
      {demonstration ? <Notice tone="demo">{say('partner.madeUp')}</Notice> : null}
      <Facts>
        {offices.length > 0 && (
          <Fact name={say('partner.office')}>
            {inReadersOrder(reader, offices).map(({ lang, name }) => (
              <p>
                <bdi lang={lang} dir={dirOf(lang)}>
                  {name}
                </bdi>
              </p>
            ))}
          </Fact>
        )}
        <Reach reader={reader} facts={facts} />
        {speakers.length > 0 && (
          <Fact name={say('partner.speakers')}>
            {speakers.map((speaker) => (
              <p>
                <bdi>{speaker.name}</bdi>
                {speaker.function === '' ? null : (
                  <>
                    <br />
                    <small>
                      <bdi>{speaker.function}</bdi>
                    </small>
                  </>
                )}
              </p>
            ))}
          </Fact>
        )}
        {focalPoints.length > 0 && (
          <Fact name={say('partner.focalPoints')}>
            {focalPoints.map((name) => (
              <p>
                <bdi>{name}</bdi>
              </p>
            ))}
          </Fact>
        )}
      </Facts>
    </Section>
  )
}

// The reader's own language first.
function inReadersOrder({ locale }: Reader, offices: ShownFacts['offices']): ShownFacts['offices'] {
  return offices.toSorted((a, b) => Number(b.lang === locale) - Number(a.lang === locale))
}

function Reach({ reader, facts }: Props) {
  const { say } = reader
  const { email, phone, website, address } = facts
  return (
    <>
      {email === '' ? null : (
        <Fact name={say('partner.email')}>
          <Link href={`mailto:${email}`}>{email}</Link>
        </Fact>
      )}
      {phone === '' ? null : (
        <Fact name={say('partner.phone')}>
          <Phone phone={phone} />
        </Fact>
      )}
      {website === '' ? null : (
        <Fact name={say('partner.website')}>
          <Link href={website} external>
            {website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
          </Link>
        </Fact>
      )}
      {address === '' ? null : (
        <Fact name={say('partner.address')}>
          {address.split('\n').map((line, index) => (
            <>
              {index === 0 ? null : <br />}
              <bdi>{line}</bdi>
            </>
          ))}
        </Fact>
      )}
    </>
  )
}

const nonBreakingSpace = '\u00a0'

function Phone({ phone }: { phone: string }) {
  const href = `tel:${phone.replaceAll(/[^\d+]/g, '')}`
  // Digits of other scripts are read by people only.
  if (!isSafeHref(href)) return <bdi>{phone}</bdi>
  return (
    <a href={href} dir="ltr">
      {phone.replaceAll(' ', nonBreakingSpace)}
    </a>
  )
}
