import { callRelease, callReleaseHeader } from '@takepart/shared/domain/response/call-release'
import { describe, expect, it, vi } from 'vitest'
import {
  change,
  receipt,
  responseId,
  submission,
  withdrawal,
} from '../offline/test-support/device.ts'
import type { Fetch } from './api.ts'
import { createReadResponse, createSendCommand } from './send-command.ts'
import { reaching } from './request.ts'
import type { Unavailable } from './unavailable.ts'

const id = responseId(1)
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })
const answers = (data: unknown) => json({ result: { data } })
const ok = () => answers({ ok: true, value: receipt(id) })

/** The network, answering every request alike. */
const network = (answer: () => Response | Promise<Response>) => vi.fn<Fetch>(async () => answer())
const failure = (answer: () => Response | Promise<Response>): Promise<Unavailable> =>
  createSendCommand(network(answer))('response', submission(id)).then(
    () => {
      throw new Error('it was delivered')
    },
    (error: Unavailable) => error,
  )

describe('sendCommand', () => {
  it.each([
    ['response.submit', submission(id)],
    ['response.change', change(id, 1)],
    ['response.withdraw', withdrawal(id)],
  ])(
    'sends %s as one mutation of its own, marked as coming from this program',
    async (kind, command) => {
      const fetch = network(ok)
      expect(await createSendCommand(fetch)('response', command)).toEqual({
        outcome: 'accepted',
        receipt: receipt(id),
      })
      const [address, init] = fetch.mock.calls[0]!
      expect(String(address)).toBe(`/trpc/${kind}`)
      expect(init).toMatchObject({
        method: 'POST',
        redirect: 'error',
        headers: { 'x-takepart': '1' },
      })
      expect(JSON.parse(String(init?.body))).toEqual(command.input)
    },
  )

  it('gives the reasons of a refusal', async () => {
    const problems = [{ code: 'response-empty' }]
    const send = createSendCommand(network(() => answers({ ok: false, problems })))
    expect(await send('response', submission(id))).toEqual({ outcome: 'refused', problems })
  })

  const says = (status: number, release?: number) => () =>
    new Response('{}', {
      status,
      headers: release === undefined ? {} : { [callReleaseHeader]: String(release) },
    })

  it.each([400, 413, 422])(
    'takes %i for a refusal: the same would never be accepted',
    async (status) => {
      for (const release of [callRelease, callRelease + 1]) {
        const send = createSendCommand(network(says(status, release)))
        expect(await send('response', submission(id))).toEqual({
          outcome: 'refused',
          problems: [{ code: 'response-not-understood' }],
        })
      }
    },
  )

  it.each([400, 413, 422])(
    'F48: takes %i of a server that is older than this program, or of somebody in its place, for no answer',
    async (status) => {
      for (const answer of [
        says(status),
        says(status, callRelease - 1),
        says(status, Number.NaN),
      ]) {
        for (const command of [submission(id), change(id, 1), withdrawal(id)]) {
          await expect(
            createSendCommand(network(answer))('response', command),
          ).rejects.toMatchObject({
            reason: 'status',
            status,
            isForThisAlone: true,
          })
        }
      }
    },
  )

  const statuses = [401, 403, 404, 409, 410, 429, 500, 502, 503, 504, 511]
  it.each(statuses)(
    'is unavailable with %i, also when that comes as our own JSON',
    async (status) => {
      expect(await failure(() => new Response('', { status }))).toMatchObject({
        reason: 'status',
        status,
      })
      const error = { message: '', code: -32603, data: {} }
      expect(await failure(() => json({ error }, status))).toMatchObject({
        reason: 'status',
        status,
      })
    },
  )

  it('says how long the server asks to be left alone', async () => {
    expect(await failure(() => json({}, 429, { 'retry-after': '30' }))).toMatchObject({
      retryAfter: 30_000,
    })
    const date = { 'retry-after': 'Fri, 15 Jan 2027 10:00:00 GMT' }
    expect(await failure(() => json({}, 503, date))).toMatchObject({ retryAfter: 0 })
  })

  it('F04: does not take a wireless network’s own page for the server', async () => {
    const page = (type: string) => () =>
      new Response('<html>Log in', { headers: { 'content-type': type } })
    expect(await failure(page('text/html'))).toMatchObject({ reason: 'not-ours' })
    expect(await failure(page('application/json'))).toMatchObject({ reason: 'network' })
    expect(await failure(() => json({ login: 'needed' }))).toMatchObject({ reason: 'network' })
  })

  it.each([
    ['nothing', null],
    ['no receipt', { ok: true }],
    ['a receipt without a reference', { ok: true, value: { responseId: id } }],
    ['somebody else’s receipt', { ok: true, value: receipt(responseId(2)) }],
    ['a refusal without a reason', { ok: false, problems: [] }],
  ])('does not take %s for an answer', async (_, data) => {
    expect(await failure(() => answers(data))).toMatchObject({ reason: 'not-ours' })
  })

  it('is unavailable when nothing can be reached, and can be used again afterwards', async () => {
    const fetch = network(ok)
    fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    const send = createSendCommand(fetch)
    await expect(send('response', submission(id))).rejects.toMatchObject({ reason: 'network' })
    expect(await send('response', submission(id))).toMatchObject({ outcome: 'accepted' })
  })
})

describe('F03, a connection through which nothing comes', () => {
  it('is given up, and the request called off', async () => {
    let signal: AbortSignal | undefined
    const never = reaching((given) => {
      signal = given
      return new Promise(() => undefined)
    }, 20)
    await expect(never).rejects.toMatchObject({ reason: 'timeout' })
    expect(signal?.aborted).toBe(true)
  })
})

describe('readResponse', () => {
  it('gives what the server says, and throws when it says nothing', async () => {
    const value = { receipt: receipt(id), slug: 'wards', version: 1, answers: {} }
    const input = { reference: 'KTRM-4821', code: 'x' }
    expect(await createReadResponse(network(() => answers({ ok: true, value })))(input)).toEqual({
      ok: true,
      value,
    })
    await expect(createReadResponse(network(() => json({}, 500)))(input)).rejects.toMatchObject({
      status: 500,
    })
  })
})
