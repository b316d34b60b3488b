import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { receiveOnce } from './receive-once.ts'

type Answer = Result<string, { code: string }>

/** A shelf that holds one thing for each id, with a rule that may say no. */
function shelf({ open = true, busy = 0 } = {}) {
  const held = new Map<string, string>()
  let lookups = 0
  let inTheWay = busy
  const receive = (id: string, words: string): Promise<Answer> =>
    receiveOnce<string | undefined, string, string, { code: string }>({
      find: async () => {
        lookups += 1
        return held.get(id)
      },
      repeat: (found) => {
        if (found === undefined) return undefined
        return found === words ? accept(`receipt of ${words}`) : refuse({ code: 'different' })
      },
      decide: () => (open ? accept(words) : refuse({ code: 'closed' })),
      store: async (accepted) => {
        await Promise.resolve()
        if (inTheWay > 0) {
          inTheWay -= 1
          return undefined
        }
        if (held.has(id)) return undefined
        held.set(id, accepted)
        return accept(`receipt of ${accepted}`)
      },
      tries: 3,
      giveUp: () => refuse({ code: 'gave-up' }),
    })
  return { receive, held, lookups: () => lookups, close: () => void (open = false) }
}

describe('receiveOnce', () => {
  it('answers a repeat with the receipt of the first time, also when the rule says no by then', async () => {
    const one = shelf()
    expect(await one.receive('a', 'yes')).toEqual(accept('receipt of yes'))
    one.close()
    expect(await one.receive('a', 'yes')).toEqual(accept('receipt of yes'))
    expect(await one.receive('a', 'no')).toEqual(refuse({ code: 'different' }))
    expect(await one.receive('b', 'yes')).toEqual(refuse({ code: 'closed' }))
    expect([...one.held]).toEqual([['a', 'yes']])
  })

  it.each([
    [0, 1, 'receipt of yes'],
    [2, 3, 'receipt of yes'],
    [3, 3, undefined],
  ])('looks again when something was in the way: %i times', async (busy, lookups, receipt) => {
    const one = shelf({ busy })
    expect(await one.receive('a', 'yes')).toEqual(
      receipt ? accept(receipt) : refuse({ code: 'gave-up' }),
    )
    expect(one.lookups()).toBe(lookups)
  })

  it('holds one thing and gives one receipt, however many copies come at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('x', 'y'), { minLength: 1, maxLength: 8 }),
        async (sent) => {
          const one = shelf()
          const answers = await Promise.all(sent.map((words) => one.receive('a', words)))
          const kept = one.held.get('a')
          expect(answers).toEqual(
            sent.map((words) =>
              words === kept ? accept(`receipt of ${kept}`) : refuse({ code: 'different' }),
            ),
          )
        },
      ),
    )
  })
})
