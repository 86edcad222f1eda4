import { Hono } from 'hono'
import {
  assignOne,
  changeState,
  confirmTranslation,
  type EditAnswer,
  type House,
  type HouseEnv,
  longestRemark,
  momentOf,
  originalLangOf,
  sayRemark,
  scheduleText,
  settleRemark,
  stateIn,
  textStates,
  withdrawSchedule,
} from '../../../community/index.ts'
import { type Fault, hrefIn } from '../../../design/index.ts'
import { badRequest, notAllowed, notFound, Refusal } from '../../../platform/index.ts'
import { deskKeeper } from '../../keepers/actions.ts'
import { readerOf } from '../../readers/model.ts'
import { refusalInWords } from '../form/words.ts'
import {
  type Ctx,
  deskOfKind,
  type Edited,
  editedIn,
  formIn,
  keepingIn,
  textIn,
  versionIn,
} from '../requests/routes.ts'
import { listWriters, readLife } from './actions.ts'
import { type LifeDone, lifeDone, type Shown, type TypedLife } from './model.ts'
import { StateBody } from './views.tsx'

const path = `${deskOfKind}/:id`

/** `/desk/{plural}/{id}/state` and what it leads to: how each language of a record stands. */
export function stateDeskRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(`${path}/state`, async (c) => {
    const done = lifeDone.find((word) => word === c.req.query('done'))
    return render(c, house, c.req.query('lang'), { done })
  })

  app.post(`${path}/state`, async (c) => {
    const { data, asked, keeper, by, keeping, say } = await requestIn(c, house)
    const to = textStates.find((state) => state === textIn(data, 'to'))
    const remark = textIn(data, 'remark').trim()
    const typed = { remark }
    if (to === undefined || to === 'scheduled') throw badRequest()
    if (remark.length > longestRemark) return faulty(c, house, asked.lang, typed, [tooLong(say, 'remark')])
    return attempt(c, house, asked, { typed, done: 'state' }, () =>
      changeState(house.db, keeper, by, { ...asked, to, ...(remark ? { remark } : {}) }, keeping),
    )
  })

  app.post(`${path}/schedule`, async (c) => {
    const { data, asked, keeper, by, keeping, say } = await requestIn(c, house)
    const given = (name: string) => textIn(data, name).trim()
    const [day, time, zone, becomes] = [given('day'), given('time'), given('zone'), given('becomes')]
    const typed = { day, time, zone, becomes }
    if (becomes !== 'published' && becomes !== 'archived') throw badRequest()
    const wall = `${day}T${/^\d:/.test(time) ? `0${time}` : time}`
    const moment = momentOf(wall, zone, c.var.visit.now)
    if ('fault' in moment) {
      const field = moment.fault === 'zone' ? 'zone' : moment.fault === 'skipped' ? 'time' : 'day'
      const message = say(`life.fault.${moment.fault}`, { next: moment.next ?? '' })
      return faulty(c, house, asked.lang, typed, [{ field, message }])
    }
    return attempt(c, house, asked, { typed, done: moment.doubled ? 'first' : 'scheduled' }, () =>
      scheduleText(house.db, keeper, by, { ...asked, becomes, wall, zone }, keeping),
    )
  })

  app.post(`${path}/schedule/:schedule/withdraw`, async (c) => {
    const { asked, keeper, by, keeping } = await requestIn(c, house)
    const schedule = c.req.param('schedule')
    return attempt(c, house, asked, { done: 'withdrawn' }, () =>
      withdrawSchedule(house.db, keeper, by, { id: asked.id, schedule }, keeping),
    )
  })

  app.post(`${path}/remarks`, async (c) => {
    const { data, asked, keeper, by, keeping, say } = await requestIn(c, house)
    const said = textIn(data, 'said').trim()
    const typed = { said }
    if (said === '')
      return faulty(c, house, asked.lang, typed, [{ field: 'said', message: say('life.fault.said') }])
    if (said.length > longestRemark) return faulty(c, house, asked.lang, typed, [tooLong(say, 'said')])
    await sayRemark(house.db, keeper, by, { id: asked.id, lang: asked.lang, said }, keeping)
    return back(c, asked, 'said')
  })

  app.post(`${path}/remarks/:remark/settle`, async (c) => {
    const { asked, keeper, by, keeping } = await requestIn(c, house)
    await settleRemark(house.db, keeper, by, { id: asked.id, remark: c.req.param('remark') }, keeping)
    return back(c, asked, 'settled')
  })

  app.post(`${path}/assignment`, async (c) => {
    const { data, asked, keeper, by, keeping, say } = await requestIn(c, house)
    const person = textIn(data, 'person') || null
    const writers = await listWriters(house.db, c.var.visit.now)
    if (person !== null && !writers.some(({ id }) => id === person))
      return faulty(c, house, asked.lang, { person }, [
        { field: 'person', message: say('life.fault.person') },
      ])
    await assignOne(house.db, keeper, by, { id: asked.id, person }, keeping)
    return back(c, asked, 'assigned')
  })

  app.post(`${path}/translation`, async (c) => {
    const { asked, keeper, by } = await requestIn(c, house)
    return attempt(c, house, asked, { done: 'confirmed' }, async () => {
      await confirmTranslation(house.db, keeper, by, asked)
      return { version: asked.version }
    })
  })

  // Where a form was answered with faults, a reload or another language comes back to the page.
  for (const part of ['schedule', 'remarks', 'assignment', 'translation'])
    app.get(`${path}/${part}`, async (c) => {
      const { edited } = await editedIn(c, house)
      return c.redirect(
        hrefIn(c.var.visit.locale, `/desk/${edited.kind}/${encodeURIComponent(edited.id)}/state`),
        303,
      )
    })
  return app
}

type Asked = { kind: Edited['kind']; id: string; version: number; lang: string }

async function requestIn(c: Ctx, house: House) {
  const { by, edited } = await editedIn(c, house)
  const data = await formIn(c)
  const lang = textIn(data, 'lang')
  if (stateIn(edited.kept.record, lang) === undefined) throw notFound()
  const { locale, now } = c.var.visit
  const { say } = readerOf(locale, await house.known(now), now)
  const asked: Asked = { kind: edited.kind, id: edited.id, version: versionIn(data), lang }
  return { data, by, asked, say, keeper: deskKeeper(edited.kind), keeping: await keepingIn(c, house) }
}

type Say = Awaited<ReturnType<typeof requestIn>>['say']

const tooLong = (say: Say, field: string): Fault => ({
  field,
  message: say('life.fault.long', { count: longestRemark }),
})

/** Does what was asked and leads back; faults and what somebody else changed meanwhile are shown with what was typed. */
async function attempt(
  c: Ctx,
  house: House,
  asked: Asked,
  { typed = {}, done }: { typed?: TypedLife; done: LifeDone },
  work: () => Promise<EditAnswer>,
) {
  const { locale, now } = c.var.visit
  const reader = readerOf(locale, await house.known(now), now)
  const changed = { field: 'state', message: reader.say('life.fault.changed') }
  try {
    const answer = await work()
    if ('version' in answer) return back(c, asked, done)
    if ('conflict' in answer) return faulty(c, house, asked.lang, typed, [changed], 409)
    const known = await house.known(c.var.visit.now)
    const faults = answer.faults.map((fault) =>
      fault.field === 'wall'
        ? { field: 'day', message: reader.say('life.fault.order') }
        : { field: 'state', message: refusalInWords(reader, known, asked.kind, fault) },
    )
    return faulty(c, house, asked.lang, typed, faults)
  } catch (error) {
    if (error instanceof Refusal && error.status === 409)
      return faulty(c, house, asked.lang, typed, [changed], 409)
    throw error
  }
}

function back(c: Ctx, { kind, id, lang }: Asked, done: LifeDone) {
  const query = new URLSearchParams({ lang, done })
  const page = `/desk/${kind}/${encodeURIComponent(id)}/state?${query}`
  return c.redirect(hrefIn(c.var.visit.locale, page), 303)
}

function faulty(
  c: Ctx,
  house: House,
  lang: string,
  typed: TypedLife,
  faults: Fault[],
  status: 409 | 422 = 422,
) {
  c.status(status)
  return render(c, house, lang, { typed, faults })
}

async function render(c: Ctx, house: House, asked: string | undefined, shown: Shown) {
  const { by, edited } = await editedIn(c, house)
  const { locale, now } = c.var.visit
  const lang = asked || originalLangOf(edited.kept.record)
  const life = await readLife(house.db, by, { kind: edited.kind, kept: edited.kept, lang }, now)
  if (!life.langs.some((one) => one.lang === lang) && life.state !== undefined) throw notAllowed()
  const reader = readerOf(locale, await house.known(now), now)
  return c.render(<StateBody reader={reader} life={life} shown={shown} />, {
    title: reader.say('life.title', { title: life.title }),
    section: '/desk',
    noindex: true,
  })
}
