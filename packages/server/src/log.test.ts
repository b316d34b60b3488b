import { describe, expect, it } from 'vitest'
import { DatabaseUnavailable } from './db/unavailable.ts'
import { createLog, loggableError } from './log.ts'

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (cause) {
    return cause
  }
}

describe('loggableError', () => {
  it('tells where, and no words of an error that may quote somebody', () => {
    const logged = loggableError(thrownBy(() => JSON.parse('canary words')))
    expect(logged).toMatchObject({
      name: 'SyntaxError',
      at: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
    })
    expect(JSON.stringify(logged)).not.toContain('canary')
    const refused = Object.assign(new Error('Failing row contains (canary)\n    with canary'), {
      code: '23514',
      constraint: 'c',
      detail: 'canary',
    })
    expect(loggableError(refused)).toMatchObject({ code: '23514', constraint: 'c' })
    expect(JSON.stringify(loggableError(refused))).not.toContain('canary')
  })

  it('tells the message of an error in our code', () => {
    expect(
      loggableError(thrownBy(() => (undefined as unknown as { x: number }).x)).message,
    ).toContain('undefined')
  })

  it('tells what was behind it, by the same rule', () => {
    const logged = loggableError(
      new DatabaseUnavailable(Object.assign(new Error('canary'), { code: 'ECONNREFUSED' })),
    )
    expect(logged).toMatchObject({
      message: 'The database cannot answer now',
      cause: { code: 'ECONNREFUSED' },
    })
    expect(JSON.stringify(logged)).not.toContain('canary')
  })

  it('takes what is no error', () => expect(loggableError('canary')).toEqual({ name: 'string' }))
})

describe('createLog', () => {
  it('writes lines that name no machine and no process', () => {
    const lines: string[] = []
    createLog('info', { write: (line) => void lines.push(line) }).info({ status: 200 }, 'said')
    expect(Object.keys(JSON.parse(lines[0] ?? '{}'))).toEqual(['level', 'time', 'status', 'msg'])
  })
})
