import { callRelease, callReleaseHeader } from '@takepart/shared/domain/response/call-release'
import {
  changeResponseSchema,
  readResponseSchema,
  submitResponseSchema,
  withdrawResponseSchema,
} from '@takepart/shared/domain/consultation/consultation-schema'
import { askForSupportSchema } from '@takepart/shared/domain/support-request/support-request-schema'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nobody } from '@takepart/shared/domain/account/actor'
import { appRouter } from '../app-router.ts'
import { DatabaseUnavailable } from '../db/unavailable.ts'
import { sentRequest } from '../test-support/sample-request.ts'
import {
  changeOf,
  publish,
  sentResponse,
  smallConsultation,
  withdrawalOf,
} from '../test-support/sample-response.ts'
import { callOf, callApp } from '../test-support/call-app.ts'
import { callerFor, testContext } from '../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'
import { responsePolicies } from '../features/response/response.policies.ts'
import { supportRequestPolicies } from '../features/support-request/support-request.router.ts'
import { createCallerFactory, procedureWith, router, type Policy } from '../trpc.ts'

let database: TestDatabase
let app: FastifyInstance
beforeAll(async () => {
  database = await createTestDatabase()
  await publish(database.calls, smallConsultation())
  app = await callApp({
    database,
    limits: { codeTries: 0, codeTriesPerNetwork: 0, supportRequests: 0 },
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const countRows = async (): Promise<number> =>
  (
    await database.asOwner(
      'select id from response union all select change_id from response_change union all select id from support_request',
    )
  ).rowCount ?? -1
const inputs = () => {
  const sent = sentResponse()
  return {
    'response.submit': sent.input,
    'response.change': changeOf(sent, { edition: 'standard' }),
    'response.withdraw': withdrawalOf(sent),
    'response.read': { reference: 'BCDF-1234', code: sent.code },
    'supportRequest.ask': sentRequest(),
  } as const
}
type Path = keyof ReturnType<typeof inputs>

/** Who may do what. A procedure that is not here, or under another policy, fails the test below. */
const matrix: Record<Path, Policy> = {
  'response.submit': responsePolicies.send,
  'response.change': responsePolicies.changeOwn,
  'response.withdraw': responsePolicies.changeOwn,
  'response.read': responsePolicies.readOwn,
  'supportRequest.ask': supportRequestPolicies.ask,
}
const paths = Object.keys(matrix) as Path[]

describe('every procedure', () => {
  it('of those without an account is in the matrix, a mutation, under the policy it says', () => {
    for (const path of paths) {
      const procedure = (
        appRouter._def.procedures as unknown as Record<
          string,
          { _def: { type: string; meta?: { policy?: Policy } } }
        >
      )[path]
      expect(procedure?._def).toMatchObject({ type: 'mutation', meta: { policy: matrix[path] } })
    }
  })

  it.each([undefined, {}, { who: 'everyone', limits: [] }, { who: 'toString', limits: [] }])(
    'is refused without a policy that is known: %j',
    async (policy) => {
      const stray = router({
        stray: procedureWith(policy as never).mutation(() => 'done'),
      })
      await expect(createCallerFactory(stray)(testContext(database)).stray()).rejects.toMatchObject(
        { code: 'FORBIDDEN' },
      )
    },
  )

  it('says with every answer which fields the calls take, so that a newer client waits where this server cannot read', async () => {
    const withMore = callOf('response.submit', { ...sentResponse().input, newField: 1 })
    const answers = [
      withMore,
      callOf('response.submit', sentResponse().input),
      callOf('response.submit', '{'),
      callOf('response.submit', 'x'.repeat(2_000_000)),
    ]
    for (const answer of answers)
      expect((await app.inject(answer)).headers[callReleaseHeader]).toBe(String(callRelease))
    expect((await app.inject(withMore)).statusCode).toBe(400)
  })

  it('takes these fields and no others: raise callRelease with each that is added', () => {
    const fieldsOf = (schema: unknown) =>
      Object.keys((schema as { _zod: { def: { shape: object } } })._zod.def.shape).join(' ')
    expect([
      callRelease,
      ...[
        submitResponseSchema,
        changeResponseSchema,
        withdrawResponseSchema,
        readResponseSchema,
        askForSupportSchema,
      ].map(fieldsOf),
    ]).toEqual([
      1,
      'responseId slug version edition answers codeHash completedAt sentAt',
      'changeId responseId code baseRevision edition answers completedAt sentAt',
      'changeId responseId code completedAt sentAt',
      'reference code',
      'requestId slug request completedAt sentAt',
    ])
  })

  it('shows these fields and no others', async () => {
    const sent = sentResponse()
    const fieldsOf = (value: unknown): unknown =>
      typeof value === 'object' && value !== null ? Object.keys(value).sort() : typeof value
    const receipt = [
      'closesAt',
      'late',
      'receivedAt',
      'reference',
      'responseId',
      'revision',
      'state',
    ]
    const submitted = (await app.inject(callOf('response.submit', sent.input))).json()
    expect(Object.keys(submitted)).toEqual(['result'])
    expect(fieldsOf(submitted.result.data)).toEqual(['ok', 'value'])
    expect(fieldsOf(submitted.result.data.value)).toEqual(receipt)
    expect(
      fieldsOf(
        (await app.inject(callOf('response.change', changeOf(sent)))).json().result.data.value,
      ),
    ).toEqual(receipt)
    const asked = (await app.inject(callOf('supportRequest.ask', sentRequest()))).json().result.data
      .value
    expect(fieldsOf(asked)).toEqual(['closesAt', 'dueOn', 'receivedOn', 'reference', 'requestId'])
    const read = (
      await app.inject(
        callOf('response.read', {
          reference: submitted.result.data.value.reference,
          code: sent.code,
        }),
      )
    ).json().result.data.value
    expect([fieldsOf(read), fieldsOf(read.receipt)]).toEqual([
      ['answers', 'edition', 'receipt', 'slug', 'version'],
      receipt,
    ])
    expect(
      fieldsOf(
        (await app.inject(callOf('response.withdraw', withdrawalOf(sent)))).json().result.data
          .value,
      ),
    ).toEqual(receipt)
  })

  it('acts on the response its private code opens and on no other, whatever id is sent', async () => {
    const [mine, other] = [sentResponse(), sentResponse()]
    for (const { input } of [mine, other]) await app.inject(callOf('response.submit', input))
    for (const responseId of [
      other.input.responseId,
      [other.input.responseId],
      [mine.input.responseId, other.input.responseId],
      other.input.responseId.toUpperCase(),
      7,
    ]) {
      const reply = await app.inject(
        callOf('response.withdraw', { ...withdrawalOf(mine), responseId }),
      )
      expect(reply.json().result?.data ?? reply.json().error.data.code).toSatisfy(
        (said: unknown) =>
          said === 'BAD_REQUEST' ||
          JSON.stringify(said) === '{"ok":false,"problems":[{"code":"response-not-found"}]}',
      )
    }
    expect(
      (await database.asOwner(`select state from response where id = '${other.input.responseId}'`))
        .rows,
    ).toEqual([{ state: 'received' }])
  })
})

describe('what a call may be', () => {
  const origins = {
    absent: undefined,
    same: 'http://takepart.test',
    evil: 'https://evil.invalid',
    null: 'null',
    port: 'http://takepart.test:81',
  }
  const types = [
    'application/json',
    'application/json; charset=utf-8',
    'APPLICATION/JSON',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/json\t',
    ' application/json',
    'application/json, text/plain',
    'application/json; charset=utf-7',
    'application/jsonp',
    '',
  ]
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

  it('is a POST of JSON with our header from our own pages, and nothing else', async () => {
    const allowedTypes = new Set(types.slice(0, 3))
    const cases = paths.flatMap((path) =>
      methods.flatMap((method) =>
        types.flatMap((type) =>
          Object.entries(origins).map(([origin, value]) => ({ path, method, type, origin, value })),
        ),
      ),
    )
    const before = await countRows()
    let stored = 0
    for (const { path, method, type, origin, value } of cases) {
      const reply = await app.inject({
        method,
        url: `/trpc/${path}`,
        payload: method === 'GET' || method === 'HEAD' ? undefined : JSON.stringify(inputs()[path]),
        headers: {
          host: 'takepart.test',
          'x-takepart': '1',
          'content-type': type,
          ...(value ? { origin: value } : {}),
        },
      })
      const goesOn =
        method === 'POST' && ['absent', 'same'].includes(origin) && allowedTypes.has(type)
      if (goesOn && reply.json().result.data.ok) stored += 1
      expect({
        path,
        method,
        type,
        origin,
        refused: [400, 403, 404, 405, 415].includes(reply.statusCode),
      }).toEqual({
        path,
        method,
        type,
        origin,
        refused: !goesOn,
      })
    }
    expect(stored).toBe(2 * 6)
    expect(await countRows()).toBe(before + stored)
  })

  it.each([['cross-site'], ['same-site'], ['none']])(
    'is refused when the browser says it is %s',
    async (site) => {
      expect(
        (
          await app.inject(
            callOf('response.submit', inputs()['response.submit'], { 'sec-fetch-site': site }),
          )
        ).statusCode,
      ).toBe(403)
    },
  )

  it('is refused without our header, and never allowed beforehand to another site', async () => {
    expect(
      (
        await app.inject(
          callOf('response.submit', inputs()['response.submit'], { 'x-takepart': '' }),
        )
      ).statusCode,
    ).toBe(403)
    const preflight = await app.inject({
      method: 'OPTIONS',
      url: '/trpc/response.submit',
      headers: { origin: 'https://evil.invalid', 'access-control-request-method': 'POST' },
    })
    expect(
      Object.keys(preflight.headers).filter((name) => name.startsWith('access-control')),
    ).toEqual([])
  })

  it('goes by the configured origin and not by the Host header', async () => {
    const configured = await callApp({
      database,
      config: { publicOrigin: 'https://takepart.example.nhs.uk' },
    })
    const from = (origin: string, host: string) =>
      configured.inject(callOf('response.submit', sentResponse().input, { origin, host }))
    expect((await from('https://evil.invalid', 'evil.invalid')).statusCode).toBe(403)
    expect((await from('https://takepart.example.nhs.uk', 'internal:3000')).statusCode).toBe(200)
    await configured.close()
  })

  it('is one call: a batch is refused in few bytes', async () => {
    const eleven = Array.from({ length: 11 }, () => 'response.submit').join(',')
    for (const url of [
      `/trpc/${eleven}?batch=1`,
      '/trpc/response.submit?batch=1',
      '/trpc/response.submit?x',
      `/trpc/${','.repeat(4000)}?batch=1`,
    ]) {
      const reply = await app.inject({
        ...callOf('response.submit', inputs()['response.submit']),
        url,
      })
      expect({ status: reply.statusCode, small: reply.body.length < 1000 }).toEqual({
        status: 400,
        small: true,
      })
    }
  })
})

describe('what a call may hold', () => {
  const submitStatus = async (input: unknown): Promise<number> =>
    (await app.inject(callOf('response.submit', input))).statusCode

  it('is no field that is not named, above all no column of the database', async () => {
    const { rows } = await database.asOwner(
      "select distinct column_name as name from information_schema.columns where table_schema = 'public'",
    )
    for (const path of paths) {
      for (const { name } of rows) {
        const input = inputs()[path]
        if (name in input) continue
        const reply = await app.inject(callOf(path, { ...input, [name]: 'x' }))
        expect({ path, name, status: reply.statusCode }).toEqual({ path, name, status: 400 })
      }
    }
  })

  it('is not coerced from another type', async () => {
    for (const path of paths) {
      const input: Record<string, unknown> = { ...inputs()[path] }
      for (const field of Object.keys(input)) {
        for (const odd of [[], {}, [input[field]], 7, -1, 0, true, null, 1e400, '', '7']) {
          if (
            (field === 'answers' && JSON.stringify(odd) === '{}') ||
            typeof odd === typeof input[field]
          )
            continue
          if (['baseRevision', 'version'].includes(field) && odd === 7) continue
          const reply = await app.inject(callOf(path, { ...input, [field]: odd }))
          expect({ path, field, odd, status: reply.statusCode }).toEqual({
            path,
            field,
            odd,
            status: 400,
          })
        }
      }
    }
  })

  it('is nothing that reaches for prototypes', async () => {
    const { input } = sentResponse()
    const text = JSON.stringify(input)
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype']) {
      expect(await submitStatus(text.replace('{', `{"${name}":{"x":1},`))).toBe(400)
      const answers = JSON.parse(
        `{"how":{"kind":"one-of","choice":"bus"},"${name}":{"kind":"short-text","text":"x"}}`,
      )
      const reply = await app.inject(callOf('response.submit', { ...input, answers }))
      expect([200, 400]).toContain(reply.statusCode)
      expect(reply.json().result?.data.ok ?? false).toBe(false)
      expect((await app.inject(callOf(`response.${name}`, input))).statusCode).toBe(404)
      expect((await app.inject(callOf(name, input))).statusCode).toBe(404)
    }
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  it('is at most 1 MB, and nested at most 20 deep', async () => {
    const sized = (bytes: number): string => {
      const { input } = sentResponse()
      const text = JSON.stringify({
        ...input,
        answers: { ...input.answers, words: { kind: 'long-text', text: '' } },
      })
      return text + ' '.repeat(bytes - text.length)
    }
    expect(await submitStatus(sized(1_048_576))).toBe(200)
    expect(await submitStatus(sized(1_048_577))).toBe(413)
    expect(await submitStatus(`{"answers":${'['.repeat(30_000)}${']'.repeat(30_000)}}`)).toBe(400)
  })

  it('is JSON in whole characters', async () => {
    for (const text of ['', '{', 'null', '[]', '"x"', '{"a":1}{"a":2}', '\u0000', 'NaN'])
      expect(await submitStatus(text)).toBe(400)
    const broken = await app.inject({
      ...callOf('response.submit', ''),
      payload: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
    })
    expect(broken.statusCode).toBe(400)
  })

  it('loses nothing but marks that cannot be stored', async () => {
    const sent = sentResponse({
      answers: {
        how: { kind: 'one-of', choice: 'bus' },
        words: { kind: 'long-text', text: 'a\u0000b\ud800c 👩‍👩‍👧 d' },
      },
    })
    expect((await app.inject(callOf('response.submit', sent.input))).json().result.data.ok).toBe(
      true,
    )
    const { rows } = await database.asOwner(
      `select answers -> 'words' ->> 'text' as text from response where id = '${sent.input.responseId}'`,
    )
    expect(rows).toEqual([{ text: 'ab\uFFFDc 👩‍👩‍👧 d' }])
  })
})

describe('limits on networks', () => {
  it('count calls, answer 429 with a time to wait, and hear no proxy that is not named', async () => {
    const limited = await callApp({ database, limits: { submitsPerMinute: 3 } })
    const send = (forwarded: string) =>
      limited.inject({
        ...callOf('response.submit', sentResponse().input, {
          'x-forwarded-for': forwarded,
          forwarded: `for=${forwarded}`,
          'x-real-ip': forwarded,
        }),
        remoteAddress: '203.0.113.9',
      })
    const statuses: number[] = []
    for (let tries = 0; tries < 5; tries += 1)
      statuses.push((await send(`198.51.100.${tries}`)).statusCode)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    expect(Number((await send('1.2.3.4')).headers['retry-after'])).toBeGreaterThan(0)
    await limited.close()
  })

  it('go by the person behind a proxy that is named', async () => {
    const limited = await callApp({
      database,
      limits: { submitsPerMinute: 1 },
      config: { trustProxy: ['203.0.113.9'] },
    })
    const send = async (forwarded: string) =>
      (
        await limited.inject({
          ...callOf('response.submit', sentResponse().input, { 'x-forwarded-for': forwarded }),
          remoteAddress: '203.0.113.9',
        })
      ).statusCode
    expect([
      await send('198.51.100.1'),
      await send('192.0.2.1'),
      await send('198.51.100.200'),
    ]).toEqual([200, 200, 429])
    expect(await send('10.9.9.9, 192.0.2.77')).toBe(429)
    expect(await send('192.0.2.9:49152'), 'some proxies write the port as well').toBe(429)
    expect(
      await send('10.9.9.9, 192.0.2.77:49152, 203.0.113.9:443'),
      'and so for the proxies before them',
    ).toBe(429)
    expect([await send('[2001:db8:7::1]:443'), await send('2001:db8:7::2')]).toEqual([200, 429])
    await limited.close()
  })
})

describe('the caller without HTTP', () => {
  it('is under the same policies', async () => {
    const ctx = testContext(database, {
      limiter: {
        take: () => 30,
        giveBack: () => undefined,
        exchange: async () => undefined,
        size: () => 0,
      },
    })
    await expect(callerFor(ctx).response.submit(sentResponse().input)).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
    })
  })
})

describe('who calls', () => {
  it('is asked of the cookies once for each call', async () => {
    const asked: (string | undefined)[] = []
    const known = await callApp({
      database,
      resolveActor: async (cookies) => (asked.push(cookies), nobody),
    })
    await known.inject(callOf('supportRequest.ask', sentRequest(), { cookie: 'session=1' }))
    await known.inject(callOf('supportRequest.ask', sentRequest()))
    expect(asked).toEqual(['session=1', undefined])
    await known.close()
  })

  it('is not guessed when that cannot be found out', async () => {
    const away = await callApp({
      database,
      resolveActor: async () => Promise.reject(new DatabaseUnavailable('away')),
    })
    const reply = await away.inject(callOf('supportRequest.ask', sentRequest()))
    expect([reply.statusCode, reply.headers['retry-after']]).toEqual([503, '2'])
    await away.close()
  })
})
