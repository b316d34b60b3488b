import { randomUUID } from 'node:crypto'
import type { ConcernModel, WordListModel } from '@takepart/shared/views/concern/concern-model'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { concernsWaiting } from '../../../features/concern/concerns-waiting.ts'
import { lookAfterConcerns } from '../../../features/concern/look-after-concerns.ts'
import { tellOfConcern } from '../../../features/notification/tell-of-concern.ts'
import { callApp } from '../../../test-support/call-app.ts'
import { sentResponse, whileOpen } from '../../../test-support/sample-response.ts'
import { setScene } from '../../../test-support/scene.ts'
import { signInStaff, type SignedIn } from '../../../test-support/staff.ts'
import { callerFor, testContext } from '../../../test-support/test-context.ts'
import { withoutClient } from '../../client-assets.ts'
import { privatePages } from '../private-pages.ts'
import { registerPrivatePages } from '../register-private-pages.ts'

const scene = setScene()
const secret = 'ZQX-canary I want to end it all tonight'

let app: FastifyInstance
let kit: SignedIn
let ros: SignedIn
let admin: SignedIn
const actors = new Map<string, SignedIn['actor']>()

beforeAll(async () => {
  kit = await signInStaff(scene.database, { name: 'Kit Osei', roles: ['moderator'] })
  ros = await signInStaff(scene.database, { name: 'Ros Amery', roles: ['moderator'] })
  admin = await signInStaff(scene.database, { name: 'Ash Fell', roles: ['administrator'] })
  const others = await signInStaff(scene.database, {
    roles: ['author', 'analyst', 'publisher'],
  })
  actors.set('kit', kit.actor).set('ros', ros.actor).set('admin', admin.actor)
  actors.set('others', others.actor)
  const addresses = { kit, ros, admin }
  for (const [name, { actor }] of Object.entries(addresses))
    await scene.database.asOwner(
      `update staff_member set email = '${name}@example.nhs.uk' where id = '${actor.staffId}'`,
    )
  app = await callApp({
    database: scene.database,
    resolveActor: async (cookies) => actors.get(cookies ?? '') ?? { kind: 'nobody' },
    addPages: async (instance, deps) =>
      registerPrivatePages(
        instance,
        { deps, shell: { assets: withoutClient, origin: undefined } },
        privatePages,
      ),
  })
})
afterAll(() => app.close())
beforeEach(() =>
  scene.database.asOwner(
    'alter table concern_event disable trigger immutable; truncate concern_look, concern_event, concern, urgent_word_list, mail; alter table concern_event enable trigger immutable',
  ),
)

const raise = async (words = secret): Promise<string> => {
  const concernId = randomUUID()
  const at = whileOpen.toISOString()
  await scene.caller.concern.raise({
    concernId,
    place: '/consultations/garden/questions/why',
    words,
    reach: '01632 960 001',
    completedAt: at,
    sentAt: at,
  })
  return concernId
}
const callerOf = ({ actor }: SignedIn) => callerFor(testContext(scene.database, { actor }))
const later = (minutes: number): Date => new Date(whileOpen.getTime() + minutes * 60_000)

async function open(url: string, cookie = 'kit') {
  const { statusCode, headers, body } = await app.inject({ url, headers: { cookie } })
  return {
    statusCode,
    headers,
    body: body.replaceAll(/<!--\/?lit-(?:part|node)[^>]*-->|<\?>/g, ''),
  }
}
const modelIn = <Model>(body: string): Model =>
  JSON.parse(/id="page-model">([^<]*)</.exec(body)?.[1] ?? '') as Model

const looks = async () =>
  (await scene.database.asOwner('select concern_id, staff_id from concern_look order by at')).rows
const audited = async (id: string) =>
  (
    await scene.database.asOwner(
      `select actor, verb, detail from audit_entry where thing like '%:${id}' order by number`,
    )
  ).rows

describe('the lane', () => {
  it('shows no word of anybody, so that to see it is no look', async () => {
    await raise()
    const { statusCode, body, headers } = await open('/desk/concerns')
    expect(statusCode).toBe(200)
    expect(headers['cache-control']).toContain('no-store')
    expect(body).toContain('<title>Urgent concerns: 1 open – Takepart</title>')
    expect(body).toContain('Immediate danger')
    expect(body).not.toContain('ZQX')
    expect(body).not.toContain('01632')
    expect(await looks()).toEqual([])
  })

  it.each(['/desk/concerns', '/desk/concerns/:id', '/desk/concerns/words'])(
    'is not there for other roles: %s',
    async (path) => {
      const id = await raise()
      for (const who of ['others', 'admin']) {
        const { statusCode, body } = await open(path.replace(':id', id), who)
        expect(statusCode).toBe(404)
        expect(body).not.toContain('ZQX')
      }
      expect((await app.inject({ url: path.replace(':id', id) })).statusCode).toBe(303)
      expect(await looks()).toEqual([])
    },
  )
})

describe('the page of a concern', () => {
  it('gives the words once the look is in the log, each time', async () => {
    const id = await raise()
    for (const who of ['kit', 'ros', 'kit']) {
      const { body } = await open(`/desk/concerns/${id}`, who)
      expect(body).toContain('I want to end it all tonight')
      expect(body).toContain('01632 960 001')
    }
    expect((await looks()).map((row) => (row as { staff_id: string }).staff_id)).toEqual([
      kit.actor.staffId,
      ros.actor.staffId,
      kit.actor.staffId,
    ])
    const seen = { verb: 'concern.see', detail: '' }
    expect(await audited(id)).toEqual([
      { actor: `staff:${kit.actor.staffId}`, ...seen },
      { actor: `staff:${ros.actor.staffId}`, ...seen },
      { actor: `staff:${kit.actor.staffId}`, ...seen },
    ])
    const { looks: shown } = modelIn<ConcernModel>((await open(`/desk/concerns/${id}`)).body)
    expect(shown).toHaveLength(4)
  })

  it.each(['nothing', randomUUID(), '../words'])('is not there for %s', async (id) => {
    const { statusCode } = await open(`/desk/concerns/${encodeURIComponent(id)}`)
    expect(statusCode).toBe(404)
    expect(await looks()).toEqual([])
  })

  it('says of a response that nobody can find out who wrote it, and shows only what was found', async () => {
    const text = `The bus is fine. ${secret}`
    await scene.caller.response.submit(
      sentResponse({
        answers: { how: { kind: 'one-of', choice: 'bus' }, words: { kind: 'long-text', text } },
      }).input,
    )
    const { rows } = await scene.database.asOwner('select id from concern')
    const { body } = await open(`/desk/concerns/${(rows[0] as { id: string }).id}`)
    expect(body).toContain('This response is anonymous.')
    const { reference } = (
      await scene.database.asOwner('select reference from response order by reference limit 1')
    ).rows[0] as { reference: string }
    expect(body).not.toContain(reference)
  })

  it('puts every act on the audit log by verbs, and keeps what was written out of it', async () => {
    const id = await raise()
    const { caller } = { caller: callerOf(kit) }
    const act = (seen: number, what: Parameters<typeof caller.concern.act>[0]['act']) =>
      caller.concern.act({ concernId: id, seen, act: what })
    await act(1, { kind: 'take' })
    await act(2, { kind: 'change-severity', severity: 'today', why: secret })
    await act(3, { kind: 'acknowledge', how: secret })
    await act(4, { kind: 'pass-on', to: 'crisis-team', what: secret })
    await act(5, { kind: 'confirm', what: secret })
    await act(6, { kind: 'close', how: 'done', what: secret })
    expect((await audited(id)).map((row) => Object.values(row as object).slice(1))).toEqual([
      ['concern.take', ''],
      ['concern.change-severity', 'today'],
      ['concern.acknowledge', ''],
      ['concern.pass-on', 'crisis-team'],
      ['concern.confirm', ''],
      ['concern.close', 'done'],
    ])
    const { body } = await open('/desk/concerns')
    expect(body).toContain('Closed in the last 30 days')
    expect(body).not.toContain('ZQX')
  })
})

describe('telling staff', () => {
  const lookAfter = (now: Date) =>
    lookAfterConcerns({
      db: scene.database.calls,
      now,
      tell: (trx, concern) => tellOfConcern(trx, concern, now),
    })
  const mails = async () =>
    (
      await scene.database.asOwner(
        'select recipient, kind, parameters from mail order by queued_at, kind, recipient',
      )
    ).rows as { recipient: string; kind: string; parameters: object }[]

  it('mails those on duty at once, and administrators too when the clock has passed', async () => {
    await raise()
    await lookAfter(later(1))
    await lookAfter(later(2))
    const severity = { severity: 'now' }
    expect(await mails()).toEqual([
      { recipient: 'kit@example.nhs.uk', kind: 'concern-raised', parameters: severity },
      { recipient: 'ros@example.nhs.uk', kind: 'concern-raised', parameters: severity },
    ])
    await lookAfter(later(31))
    const overdue = (await mails()).filter(({ kind }) => kind === 'concern-overdue')
    expect(overdue.map(({ recipient }) => recipient)).toEqual([
      'admin@example.nhs.uk',
      'kit@example.nhs.uk',
      'ros@example.nhs.uk',
    ])
    const { rows } = await scene.database.asOwner('select row_to_json(m)::text as row from mail m')
    expect(JSON.stringify(rows)).not.toContain('ZQX')
  })

  it('mails nobody who is suspended', async () => {
    await scene.database.asOwner(
      `update staff_member set suspended_at = now() where id = '${ros.actor.staffId}'`,
    )
    try {
      await raise()
      await lookAfter(later(1))
      expect((await mails()).map(({ recipient }) => recipient)).toEqual(['kit@example.nhs.uk'])
    } finally {
      await scene.database.asOwner(
        `update staff_member set suspended_at = null where id = '${ros.actor.staffId}'`,
      )
    }
  })

  it('shows on the first page what nobody has and what is one’s own, and no words', async () => {
    const [first, second] = [await raise(), await raise()]
    await callerOf(ros).concern.act({ concernId: second, seen: 1, act: { kind: 'take' } })
    const things = (who: SignedIn, now = later(1)) =>
      concernsWaiting({ db: scene.database.calls, now: () => now, actor: who.actor })
    expect(await things(kit)).toMatchObject([
      { href: `/desk/concerns/${first}`, urgent: true, when: later(30).toISOString() },
    ])
    expect(await things(ros)).toMatchObject([
      { href: `/desk/concerns/${first}` },
      { href: `/desk/concerns/${second}`, words: 'An urgent concern that you look after' },
    ])
    expect(await things(admin)).toEqual([])
    expect(await things(admin, later(31))).toMatchObject([{ href: '/desk/staff', urgent: true }])
    expect((await open('/desk')).body).not.toContain('ZQX')
  })
})

describe('the word list page', () => {
  it('has the list of Takepart until the Trust saves its own, with who saved it', async () => {
    const { number, list } = modelIn<WordListModel>((await open('/desk/concerns/words')).body)
    expect(number).toBe(0)
    expect(list.phrases.length).toBeGreaterThan(20)
    const own = {
      phrases: [{ words: 'the green door', severity: 'week' as const }],
      leaveAlone: [],
    }
    await callerOf(ros).concern.saveWords({ base: 0, list: own })
    const saved = await open('/desk/concerns/words')
    expect(modelIn<WordListModel>(saved.body)).toMatchObject({ number: 1, list: own })
    expect(saved.body).toContain('Ros Amery saved this list on')
    expect(await audited('1')).toContainEqual({
      actor: `staff:${ros.actor.staffId}`,
      verb: 'concern.save-words',
      detail: '',
    })
  })

  it('counts what the list got wrong and what it missed', async () => {
    await scene.caller.response.submit(
      sentResponse({
        answers: {
          how: { kind: 'one-of', choice: 'bus' },
          words: { kind: 'long-text', text: 'They hit me with the bill' },
        },
      }).input,
    )
    const missed = await raise('something in other words')
    const { rows } = await scene.database.asOwner(
      `select id from concern where subject_kind = 'response'`,
    )
    const wrong = (rows[0] as { id: string }).id
    const caller = callerOf(kit)
    for (const [concernId, how] of [
      [wrong, 'false-alarm'],
      [missed, 'done'],
    ] as const) {
      await caller.concern.act({ concernId, seen: 1, act: { kind: 'take' } })
      await caller.concern.act({ concernId, seen: 2, act: { kind: 'close', how, what: 'Read it' } })
    }
    const { measure, phrases } = modelIn<WordListModel>((await open('/desk/concerns/words')).body)
    expect(measure).toEqual({ raised: 1, right: 0, falseAlarms: 1, open: 0, missed: 1 })
    expect(phrases).toEqual([{ phrase: 'hit me', raised: 1, falseAlarms: 1 }])
  })
})
