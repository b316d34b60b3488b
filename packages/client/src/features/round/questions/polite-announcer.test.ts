import { describe, expect, it } from 'vitest'
import { leastApart, politeAnnouncer } from './polite-announcer.ts'

/** A clock that is put forward by hand. */
function clock() {
  let time = 1_000
  const timers: { readonly at: number; readonly then: () => void }[] = []
  const said: [number, string][] = []
  const announcer = politeAnnouncer({
    say: (words) => said.push([time, words]),
    now: () => time,
    after: (ms, then) => timers.push({ at: time + ms, then }),
  })
  const forward = (ms: number): void => {
    const until = time + ms
    for (;;) {
      const next = timers.toSorted((a, b) => a.at - b.at)[0]
      if (!next || next.at > until) break
      timers.splice(timers.indexOf(next), 1)
      time = next.at
      next.then()
    }
    time = until
  }
  return { announcer, said, forward }
}

describe('announcing politely', () => {
  it('says the first thing at once and the next no sooner than 20 seconds later, for all that came meanwhile', () => {
    const { announcer, said, forward } = clock()
    let answers = 0
    for (let second = 0; second < 60; second += 1) {
      answers += 1
      announcer.announce(() => `${answers} new answers`)
      forward(1_000)
    }
    expect(said.map(([, words]) => words)).toEqual([
      '1 new answers',
      '20 new answers',
      '40 new answers',
      '60 new answers',
    ])
    const gaps = said.slice(1).map(([at], index) => at - (said[index]?.[0] ?? 0))
    expect(gaps.every((gap) => gap >= leastApart)).toBe(true)
  })

  it('says nothing that is not news any more when its turn comes', () => {
    const { announcer, said, forward } = clock()
    let words = '1 new answer'
    announcer.announce(() => words)
    announcer.announce(() => words)
    words = ''
    forward(leastApart)
    expect(said).toHaveLength(1)
    words = '2 new answers'
    announcer.announce(() => words)
    expect(said.at(-1)?.[1]).toBe('2 new answers')
  })

  it('drops what waits when it is told to', () => {
    const { announcer, said, forward } = clock()
    announcer.announce(() => 'one')
    announcer.announce(() => 'two')
    announcer.cancel()
    forward(leastApart * 2)
    expect(said.map(([, words]) => words)).toEqual(['one'])
  })
})
