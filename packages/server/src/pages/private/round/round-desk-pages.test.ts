import { randomUUID } from 'node:crypto'
import { nobody, type Actor, type StaffActor } from '@takepart/shared/domain/account/actor'
import type { PartFields } from '@takepart/shared/domain/authoring/draft/draft'
import { fieldsOfRound } from '@takepart/shared/domain/round/desk/round-draft'
import { clinicRound } from '@takepart/shared/domain/round/round.fixture'
import { pathOfRoundDesk } from '@takepart/shared/domain/site/round-desk-paths'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  insertRoundDraft,
  insertRoundEdit,
} from '../../../features/round/desk/round-draft.queries.ts'
import { askForRoundSignOff } from '../../../features/round/desk/sign-round.ts'
import { callApp } from '../../../test-support/call-app.ts'
import { publishRound } from '../../../test-support/sample-round.ts'
import { whileOpen } from '../../../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'
import { withoutClient } from '../../client-assets.ts'
import { privatePages } from '../private-pages.ts'
import { registerPrivatePages } from '../register-private-pages.ts'

const ros: StaffActor = {
  kind: 'staff',
  staffId: randomUUID(),
  name: 'Ros Amery',
  roles: ['author', 'publisher'],
  sessionId: 's',
  teams: 'every',
}
const kit: StaffActor = { ...ros, staffId: randomUUID(), roles: ['publisher'] }
const actors: Readonly<Record<string, Actor>> = {
  ros,
  kit,
  stranger: { ...ros, teams: [] },
  moderator: { ...ros, roles: ['moderator'] },
  analyst: { ...ros, roles: ['analyst'] },
}

let database: TestDatabase
let app: FastifyInstance
beforeAll(async () => {
  database = await createTestDatabase()
  app = await callApp({
    database,
    lines: [],
    resolveActor: async (cookies): Promise<Actor> => actors[cookies ?? ''] ?? nobody,
    addPages: async (instance, deps) =>
      registerPrivatePages(
        instance,
        { deps, shell: { assets: withoutClient, origin: undefined } },
        privatePages,
      ),
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const days = (number: number): string =>
  new Date(whileOpen.getTime() + number * 86_400_000).toISOString().replace(/\.\d+Z$/, '+00:00')

/** A draft with everything written, to be open from tomorrow for three weeks. */
async function draft(changes: PartFields = {}): Promise<string> {
  const id = randomUUID()
  const dates = { opensAt: days(1), closesAt: days(22), summaryBy: days(29).slice(0, 10) }
  const fields = {
    ...fieldsOfRound(clinicRound({ id, slug: `r-${id.slice(0, 8)}`, ...dates })),
    ...changes,
  }
  const who = { by: ros.staffId, at: whileOpen }
  await insertRoundDraft(database.calls, { id, fields }, who)
  return id
}

/** Without lit's marks, which stand between words. */
async function open(url: string, cookie = 'ros') {
  const { statusCode, headers, body } = await app.inject({ url, headers: { cookie } })
  return {
    statusCode,
    headers,
    body: body.replaceAll(/<!--\/?lit-(?:part|node)[^>]*-->|<\?>/g, ''),
  }
}

const pagesOf = (id: string): readonly string[] =>
  (['write', 'preview', 'signOff'] as const).map((page) => pathOfRoundDesk(page, id))

describe('the pages on which discussions are made', () => {
  it('are there, whole and kept nowhere, each with one title', async () => {
    const id = await draft()
    for (const path of ['/desk/rounds', '/desk/rounds/new', ...pagesOf(id)]) {
      const { statusCode, headers, body } = await open(path)
      expect([path, statusCode]).toEqual([path, 200])
      expect(headers['cache-control']).toContain('no-store')
      expect([path, body.match(/<h1/g)?.length]).toEqual([path, 1])
      expect(body).not.toContain('undefined')
    }
  })

  it('look as if they were not there for whoever does not work on it', async () => {
    const id = await draft()
    for (const path of pagesOf(id)) {
      for (const who of ['stranger', 'analyst'])
        expect([path, who, (await open(path, who)).statusCode]).toEqual([path, who, 404])
      expect((await open(path, 'nobody')).statusCode).toBe(303)
      expect((await open(path, 'moderator')).statusCode).toBe(200)
    }
    expect((await open('/desk/rounds', 'stranger')).body).not.toContain(id)
    expect((await open(`/desk/rounds/${randomUUID()}`)).statusCode).toBe(404)
    expect((await open('/desk/rounds/x/preview')).statusCode).toBe(404)
  })

  it('offer writing to who may write, and reading to the others', async () => {
    const id = await draft()
    expect((await open(pathOfRoundDesk('write', id))).body).toContain('Which kind is it?')
    const read = await open(pathOfRoundDesk('write', id), 'kit')
    expect(read.body).not.toContain('Which kind is it?')
    expect(read.body).toContain('Colleagues with the role of author write it')
  })

  it('show the page as the public will see it, or why not yet', async () => {
    const whole = await open(pathOfRoundDesk('preview', await draft()))
    expect(whole.body).toContain('From the waiting room')
    expect(whole.body).toContain('Nobody has said anything yet. Two people have begun')
    const empty = await open(pathOfRoundDesk('preview', await draft({ lede: '' })))
    expect(empty.body).toContain('Something has to be put right')
  })

  it('say what blocks, each at its field', async () => {
    const { body } = await open(pathOfRoundDesk('write', await draft({ lede: '', reading: '' })))
    expect(body).toContain('2 things have to be put right')
    expect(body).toContain('href="#f-lede"')
    expect(body).toContain('id="f-lede"')
  })

  it('show two texts of one field, so that somebody chooses', async () => {
    const id = await draft()
    const other = {
      field: 'lede',
      value: 'From Kit',
      edit: randomUUID(),
      by: kit.staffId,
      at: days(0),
    }
    await database.calls
      .updateTable('round_draft')
      .set({ others: JSON.stringify([other]) })
      .where('round_id', '=', id)
      .execute()
    const { body } = await open(pathOfRoundDesk('write', id))
    expect(body).toContain('From Kit')
    expect(body).toContain('Which one shall people see?')
  })

  it('show who signs what has changed, field by field, and where it stands in the list', async () => {
    const id = await draft()
    const edit = {
      do: 'set',
      part: 'round',
      field: 'moderation',
      was: 'before',
      now: 'after',
    } as const
    const made = {
      round: id,
      id: randomUUID(),
      edit,
      outcome: 'applied',
      by: ros.staffId,
      at: new Date(),
    } as const
    await insertRoundEdit(database.calls, made)
    const asked = await askForRoundSignOff(
      database.calls,
      { round: id, actor: ros, at: new Date() },
      randomUUID(),
    )
    expect(asked).toEqual({ ok: true })
    const mine = await open(pathOfRoundDesk('signOff', id))
    expect(mine.body).toContain('You asked for it, so somebody else has to sign.')
    expect(mine.body).not.toContain('I have read it, and I sign')
    const theirs = await open(pathOfRoundDesk('signOff', id), 'kit')
    expect(theirs.body).toContain('I have read it, and I sign')
    expect(theirs.body).toContain('Always before others see it')
    expect(theirs.body).toContain('After others see it')
    const list = await open('/desk/rounds', 'kit')
    expect(list.body).toMatch(/Waits for a signature[\s\S]*Read it, and sign or send it back/)
  })

  it('ask for the summary of a round that has closed, and for nothing once it is there', async () => {
    const dates = { opensAt: days(-20), closesAt: days(-1), summaryBy: days(6).slice(0, 10) }
    const round = await publishRound(database, dates)
    const write = await open(pathOfRoundDesk('write', round.id))
    expect(write.body).toContain('What was not settled')
    expect(write.body).not.toContain('When does it open?')
    expect((await open('/desk/rounds')).body).toMatch(
      /waits for its summary[\s\S]*Write the summary/,
    )
    const summary = { publishedOn: days(0).slice(0, 10), said: ['A'], notSettled: [], next: ['B'] }
    const over = await publishRound(database, { ...dates, summary })
    const { body } = await open(pathOfRoundDesk('write', over.id))
    expect(body).toContain('This discussion is finished')
    expect(body).not.toContain('<textarea')
  })
})

describe('markup that somebody writes', () => {
  it('is words on every page, in every field', async () => {
    const payload = `"'></textarea></script><img src=x onerror=alert(1)><!--lit-part-->\${x}`
    const written = fieldsOfRound(clinicRound())
    const soiled = Object.fromEntries(
      Object.entries(written)
        .filter(
          ([field, value]) =>
            typeof value === 'string' && !/At$|By$|kind|moderation|Source/.test(field),
        )
        .map(([field]) => [field, payload]),
    )
    const { slug: _, ...shown } = soiled
    for (const id of [await draft(soiled), await draft(shown)])
      for (const path of ['/desk/rounds', ...pagesOf(id)]) {
        const { statusCode, body } = await open(path)
        expect([path, statusCode]).toEqual([path, 200])
        const inside = body.replace(/<script[^>]*id="page-model">[^<]*<\/script>/, '')
        expect([path, inside.includes('<img src=x')]).toEqual([path, false])
      }
  })
})
