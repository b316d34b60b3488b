import { randomUUID } from 'node:crypto'
import { nobody, type Actor, type StaffActor } from '@takepart/shared/domain/account/actor'
import { pathOfRoundDesk } from '@takepart/shared/domain/site/round-desk-paths'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callApp } from '../../../test-support/call-app.ts'
import { askAll, publishQuestions, questionsDesk } from '../../../test-support/sample-questions.ts'
import { setScene } from '../../../test-support/scene.ts'
import { withoutClient } from '../../client-assets.ts'
import { privatePages } from '../private-pages.ts'
import { registerPrivatePages } from '../register-private-pages.ts'

const kit: StaffActor = {
  kind: 'staff',
  staffId: randomUUID(),
  name: 'Kit Osei',
  roles: ['moderator'],
  sessionId: 's',
  teams: 'every',
}
const actors: Readonly<Record<string, Actor>> = {
  kit,
  author: { ...kit, roles: ['author'] },
  stranger: { ...kit, teams: [] },
  analyst: { ...kit, roles: ['analyst'] },
}

const scene = setScene()
const lines: string[] = []
let app: FastifyInstance
beforeAll(async () => {
  app = await callApp({
    database: scene.database,
    lines,
    resolveActor: async (cookies): Promise<Actor> => actors[cookies ?? ''] ?? nobody,
    addPages: async (instance, deps) =>
      registerPrivatePages(
        instance,
        { deps, shell: { assets: withoutClient, origin: undefined } },
        privatePages,
      ),
  })
})
afterAll(() => app.close())

async function open(id: string, who: string) {
  const reply = await app.inject({
    url: pathOfRoundDesk('questions', id),
    headers: { host: 'takepart.test', cookie: who },
  })
  expect(lines.join('\n')).not.toContain('"level":50')
  return { status: reply.statusCode, text: reply.body.replaceAll(/\s+/g, ' ') }
}

describe('the page at which staff answer', () => {
  it('has the line with what can be taken, and what is being answered with its form', async () => {
    const round = await publishQuestions(scene)
    await askAll(scene, round, ['One?', 'Two?', 'Three?', 'Four?', 'Five?'])
    const { desk } = await questionsDesk(scene, { roles: ['moderator'] })
    await desk.take({ round: round.id, number: 1, by: 'Jo Fenn' })
    await desk.join({ round: round.id, number: 5, to: 1 })
    const { status, text } = await open(round.id, 'kit')
    expect(status).toBe(200)
    expect(text.match(/id="take-\d+"/g)).toEqual(['id="take-2"', 'id="take-3"', 'id="take-4"'])
    expect(text).toContain('Jo Fenn answers')
    expect(text).toContain('id="answer-1"')
    expect(text).toContain('Part them again')
  })

  it('offers joining to moderators, and is there for those who run the round', async () => {
    const round = await publishQuestions(scene)
    await askAll(scene, round, ['One?', 'Two?'])
    expect((await open(round.id, 'kit')).text).toContain('Join it with another')
    expect((await open(round.id, 'author')).text).not.toContain('Join it with another')
    expect((await open(round.id, 'stranger')).status).toBe(404)
    expect((await open(round.id, 'analyst')).status).toBe(404)
    expect((await open(randomUUID(), 'kit')).status).toBe(404)
    const talk = await publishQuestions(scene, { kind: 'discussion' })
    expect((await open(talk.id, 'kit')).status).toBe(404)
  })
})
