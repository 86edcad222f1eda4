import { type Context, Hono } from 'hono'
import {
  answerCheck,
  checkAnswers,
  type House,
  type HouseEnv,
  isRecordKind,
  langsOf,
  mayAnywhere,
  mayWrite,
  memberIn,
  readRecord,
  textIn,
} from '../../community/index.ts'
import { hrefIn } from '../../design/index.ts'
import { notAllowed, notFound } from '../../platform/index.ts'
import { type DeskKind, titleField } from '../desk/fields/model.ts'
import { speak } from '../messages/index.ts'
import { rulesOf } from './model.ts'
import { readChecks } from './queries.ts'
import { ChecksBody } from './views.tsx'

type Ctx = Context<HouseEnv>

const path = '/desk/:plural/:id/checks'

/** `/desk/{plural}/{id}/checks`: what a record fails, and what people answer about it. */
export function checksRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const { db } = house

  app.get(path, async (c) => {
    const { locale, now } = c.var.visit
    const { kind, id, record } = await recordAt(c, house)
    const known = await house.known(now)
    const langs = langsOf(record)
    const asked = c.req.query('lang')
    const lang = langs.find((one) => one === asked)
    const checks = await readChecks(db, known, { kind, id, record, ...(lang === undefined ? {} : { lang }) })
    const original = langs[0] ?? 'en'
    const facts = {
      ...checks,
      kind,
      id,
      lang,
      langs,
      checklist: known.checklist,
      title: { text: String(textIn(record, original, titleField(kind)) ?? id), lang: original },
      done: c.req.query('done') === 'answered',
    }
    const title = speak(locale)('checks.title')
    return c.render(<ChecksBody locale={locale} facts={facts} />, { title, section: '/desk', noindex: true })
  })

  app.post(path, async (c) => {
    const { locale, now, viewer } = c.var.visit
    const { kind, id } = await recordAt(c, house)
    const data = await c.req.formData().catch(() => new FormData())
    const answer = checkAnswers.find((one) => one === data.get('answer'))
    const rule = String(data.get('rule') ?? '')
    const keeping = { known: await house.known(now), at: new Date(now.epochMilliseconds) }
    await answerCheck(db, { name: kind, rules: rulesOf[kind] }, viewer, { id, rule, answer }, keeping)
    const lang = data.get('lang')
    const query = new URLSearchParams({ ...(typeof lang === 'string' ? { lang } : {}), done: 'answered' })
    const back = data.get('back') === 'record' ? '' : '/checks'
    const address = hrefIn(locale, `/desk/${kind}/${encodeURIComponent(id)}${back}`)
    return c.redirect(`${address}?${query.toString()}#checks`, 303)
  })

  return app
}

/** The record of an address, for who may write some language of it; for others there is none. */
async function recordAt(c: Ctx, { db }: House) {
  const by = memberIn(c.var.visit)
  if (!mayAnywhere(by, 'records.edit')) throw notAllowed()
  const kind = c.req.param('plural') ?? ''
  const id = c.req.param('id') ?? ''
  if (!isRecordKind(kind)) throw notFound()
  const kept = await readRecord(db, kind, id)
  if (!kept || !langsOf(kept.record).some((lang) => mayWrite(by, kind, kept.record, lang))) throw notFound()
  const named: { kind: DeskKind } = { kind }
  return { ...named, id, record: kept.record }
}
