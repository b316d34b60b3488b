import type { Edition } from '@takepart/shared/domain/consultation/edition'
import type { ResponseId } from '@takepart/shared/domain/core/ids'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  changeOf,
  publish,
  sentResponse,
  smallConsultation,
} from '../../test-support/sample-response.ts'
import { callerFor, testContext } from '../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'

const editions: readonly Edition[] = [
  { id: 'easy-read' },
  { id: 'ar', title: 'غرف الانتظار', summary: 'ما الذي ينبغي تغييره؟' },
]

let database: TestDatabase
let caller: ReturnType<typeof callerFor>
beforeAll(async () => {
  database = await createTestDatabase()
  await publish(database.calls, smallConsultation({ editions }))
})
afterAll(() => database.close())
beforeEach(() => {
  caller = callerFor(testContext(database))
})

const editionOf = async (id: ResponseId) =>
  (
    await database.calls
      .selectFrom('response')
      .select('edition')
      .where('id', '=', id)
      .executeTakeFirst()
  )?.edition
const sentIn = (edition: string) => {
  const sent = sentResponse()
  return { ...sent, input: { ...sent.input, edition } }
}
const received = async (edition: string) => {
  const sent = sentIn(edition)
  const result = await caller.response.submit(sent.input)
  return { sent, receipt: result.ok ? result.value : undefined }
}

describe('the edition of a response', () => {
  it.each(['standard', 'easy-read', 'ar'])(
    'is stored and read again with it: %s',
    async (edition) => {
      const { sent, receipt } = await received(edition)
      expect(await editionOf(sent.input.responseId)).toBe(edition)
      expect(
        await caller.response.read({ reference: receipt?.reference ?? '', code: sent.code }),
      ).toMatchObject({ ok: true, value: { edition } })
    },
  )

  it('never keeps a response out: one that the consultation has not got is noted as the standard, and a repeat is known', async () => {
    const { sent, receipt } = await received('cy')
    expect(await editionOf(sent.input.responseId)).toBe('standard')
    expect(await caller.response.submit(sent.input)).toEqual({ ok: true, value: receipt })
  })

  it.each(['', 'Easy Read', '../x', 'a'.repeat(41), 7])(
    'is a word that can stand in an address: not %s',
    async (edition) => {
      const { input } = sentResponse()
      await expect(
        caller.response.submit({ ...input, edition: edition as string }),
      ).rejects.toThrow()
      expect(await editionOf(input.responseId)).toBeUndefined()
    },
  )

  it('becomes that of a change, and a repeat of the change is known', async () => {
    const { sent } = await received('ar')
    const change = { ...changeOf(sent), edition: 'easy-read' }
    const result = await caller.response.change(change)
    expect(result).toMatchObject({ ok: true, value: { revision: 2 } })
    expect(await caller.response.change(change)).toEqual(result)
    expect(await editionOf(sent.input.responseId)).toBe('easy-read')
    expect(await caller.response.change({ ...change, edition: 'ar' })).toMatchObject({ ok: false })
  })

  it('stays when a device that knows no editions changes the response, and its repeat is known', async () => {
    const { sent } = await received('ar')
    const change = changeOf(sent)
    const result = await caller.response.change(change)
    expect(result).toMatchObject({ ok: true, value: { revision: 2 } })
    expect(await editionOf(sent.input.responseId)).toBe('ar')
    expect(await caller.response.change(change)).toEqual(result)
  })
})
