import { describe, expect, it } from 'vitest'
import { sentRequest } from '../../test-support/sample-request.ts'
import { setScene } from '../../test-support/scene.ts'
import { callerFor } from '../../test-support/test-context.ts'
import { closeSupportRequest } from './close-request.ts'
import { eraseOldRequests } from './erase-requests.ts'
import { listRequests } from './support-request.queries.ts'

const scene = setScene()

const ask = async (request: Parameters<typeof sentRequest>[0] = {}) => {
  const input = sentRequest(request)
  const result = await callerFor(scene.ctx).supportRequest.ask(input)
  if (!result.ok) throw new Error('the request was refused')
  return { input, reference: result.value.reference, id: input.requestId }
}
const listed = async (name: string) => (await listRequests(scene.database.calls, { name }))[0]
const on = (day: string): Date => new Date(`${day}T12:00:00Z`)

describe('closeSupportRequest', () => {
  it('says when it was met, by its reference in any spelling or its id', async () => {
    const { id, reference } = await ask()
    const asked = { state: 'met', note: 'Sent large print' } as const
    expect(
      await closeSupportRequest(
        scene.database.calls,
        { name: reference.toLowerCase().replace('-', ' '), ...asked },
        on('2027-02-03'),
      ),
    ).toMatchObject({ outcome: 'closed', request: { id } })
    expect(await listed(id)).toMatchObject({
      state: 'met',
      closedOn: '2027-02-03',
      note: 'Sent large print',
      reachTo: '01632 960 001',
    })
  })

  it('wants to know why when it was not, and may be said anew', async () => {
    const { id } = await ask()
    expect(
      await closeSupportRequest(
        scene.database.calls,
        { name: id, state: 'not-met', note: ' ' },
        on('2027-02-03'),
      ),
    ).toMatchObject({ outcome: 'refused' })
    expect(
      await closeSupportRequest(
        scene.database.calls,
        { name: id, state: 'not-met', note: 'No interpreter until May' },
        on('2027-02-03'),
      ),
    ).toMatchObject({ outcome: 'closed' })
    expect(await listed(id)).toMatchObject({ state: 'not-met', note: 'No interpreter until May' })
    await closeSupportRequest(
      scene.database.calls,
      { name: id.toUpperCase(), state: 'met', note: undefined },
      on('2027-02-09'),
    )
    expect(await listed(id)).toMatchObject({ state: 'met', closedOn: '2027-02-09', note: null })
    expect(
      await closeSupportRequest(
        scene.database.calls,
        { name: id, state: 'met', note: 'x'.repeat(2_001) },
        on('2027-02-09'),
      ),
    ).toMatchObject({ outcome: 'refused' })
  })

  it('knows of no other', async () => {
    for (const name of ['BBBB-9999', 'x', '', "' or 1=1"]) {
      expect(
        await closeSupportRequest(
          scene.database.calls,
          { name, state: 'met', note: undefined },
          on('2027-02-03'),
        ),
      ).toEqual({ outcome: 'unknown' })
    }
  })
})

describe('eraseOldRequests', () => {
  it('erases who asked six months after it was closed, and keeps what was asked for', async () => {
    const { id, reference, input } = await ask({ name: 'Sam', when: 'noon' })
    await closeSupportRequest(
      scene.database.calls,
      { name: id, state: 'met', note: 'Rang Sam' },
      on('2027-02-28'),
    )
    await eraseOldRequests(scene.database.calls, on('2027-08-27'))
    expect(await listed(id)).toMatchObject({ reachTo: '01632 960 001', erasedOn: null })
    expect(await eraseOldRequests(scene.database.calls, on('2027-08-28'))).toBeGreaterThan(0)
    expect(await listed(id)).toMatchObject({
      reference,
      needs: ['large-print', 'other-language'],
      state: 'met',
      closedOn: '2027-02-28',
      receivedOn: '2027-02-01',
      remember: false,
      say: null,
      reachTo: null,
      called: null,
      suits: null,
      note: null,
      erasedOn: '2027-08-28',
    })
    const { rows } = await scene.database.asOwner(
      `select s::text as everything from support_request s where id = '${id}'`,
    )
    expect(rows[0].everything).not.toMatch(/Sam|01632|Polish|noon/)
    expect(await eraseOldRequests(scene.database.calls, on('2027-08-28'))).toBe(0)
    // A device that sends it again is told so, and nothing is stored anew.
    expect(await callerFor(scene.ctx).supportRequest.ask(input)).toEqual({
      ok: false,
      problems: [{ code: 'request-closed' }],
    })
    expect(
      await closeSupportRequest(
        scene.database.calls,
        { name: id, state: 'not-met', note: 'x' },
        on('2027-09-01'),
      ),
    ).toMatchObject({ outcome: 'refused' })
  })

  it('erases one that nobody closed after eighteen months, and no sooner', async () => {
    const { id } = await ask()
    await eraseOldRequests(scene.database.calls, on('2028-07-31'))
    expect(await listed(id)).toMatchObject({ erasedOn: null })
    await eraseOldRequests(scene.database.calls, on('2028-08-01'))
    expect(await listed(id)).toMatchObject({
      state: 'asked',
      reachTo: null,
      erasedOn: '2028-08-01',
    })
  })
})
