import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { describe, expect, it } from 'vitest'
import { sentRequest } from '../../test-support/sample-request.ts'
import { setScene } from '../../test-support/scene.ts'
import { signInStaff } from '../../test-support/staff.ts'
import { callerFor, testContext } from '../../test-support/test-context.ts'
import { requestsWaiting } from './requests-waiting.ts'
import { listRequests } from './support-request.queries.ts'

const scene = setScene()

const ask = async (): Promise<string> => {
  const input = sentRequest()
  const result = await callerFor(scene.ctx).supportRequest.ask(input)
  if (!result.ok) throw new Error('the request was refused')
  return input.requestId
}
const listed = async (name: string) => (await listRequests(scene.database.calls, { name }))[0]
const as = (actor: StaffActor) => callerFor(testContext(scene.database, { actor })).supportRequest
const author = async (teams?: readonly string[]) =>
  (await signInStaff(scene.database, { roles: ['author'], ...(teams ? { teams } : {}) })).actor
const waitingFor = async (actor: StaffActor, id: string) =>
  (await requestsWaiting({ db: scene.database.calls, actor })).filter(
    (one) => one.id === `request-${id}`,
  )

describe('a request for a format at the desk', () => {
  it('waits on the first page with its day, and nothing of who asked', async () => {
    const id = await ask()
    const [waiting] = await waitingFor(await author(), id)
    const dueOn = (await listed(id))?.dueOn ?? ''
    expect(waiting).toMatchObject({
      words: 'Somebody asked for: Large print, Another language: Polish',
      when: expect.stringContaining(dueOn),
    })
    expect(JSON.stringify(waiting)).not.toContain('01632')
  })

  it('is closed once, with who did it in the audit log', async () => {
    const id = await ask()
    const actor = await author()
    const close = { request: id, state: 'met', note: 'Sent' } as const
    const results = await Promise.all([as(actor).close(close), as(actor).close(close)])
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(await listed(id)).toMatchObject({ state: 'met', note: 'Sent' })
    expect(await waitingFor(actor, id)).toEqual([])
    const { rows } = await scene.database.asOwner(
      `select actor, verb, detail from audit_entry where thing = 'support-request:${id}'`,
    )
    expect(rows).toEqual([
      { actor: `staff:${actor.staffId}`, verb: 'support-request.close', detail: 'met' },
    ])
  })

  it('wants a reason where it was not met, and a note that is not too long', async () => {
    const id = await ask()
    const close = { request: id, state: 'not-met', note: '  ' } as const
    const actor = await author()
    expect(await as(actor).close(close)).toEqual({ ok: false, problem: 'no-reason' })
    expect(await as(actor).close({ ...close, note: 'x'.repeat(2_001) })).toEqual({
      ok: false,
      problem: 'note-long',
    })
    expect(await listed(id)).toMatchObject({ state: 'asked' })
  })

  it('is not there for who does not work on its consultation', async () => {
    const id = await ask()
    const stranger = await author([])
    expect(await waitingFor(stranger, id)).toEqual([])
    const close = { state: 'met', note: '' } as const
    expect(await as(stranger).close({ ...close, request: id })).toEqual({
      ok: false,
      problem: 'gone',
    })
    expect(await as(await author()).close({ ...close, request: randomUUID() })).toEqual({
      ok: false,
      problem: 'gone',
    })
    expect(await listed(id)).toMatchObject({ state: 'asked' })
  })

  it('waits for nobody whose roles do not let them read it', async () => {
    const id = await ask()
    const { actor } = await signInStaff(scene.database, { roles: ['analyst'] })
    expect(await waitingFor(actor, id)).toEqual([])
  })
})
