import { describe, expect, it } from 'vitest'
import { readCommandLine, UsageError } from './command-line.ts'

describe('readCommandLine', () => {
  it.each([
    [['check', 'a.json', 'b.json'], { verb: 'check', files: ['a.json', 'b.json'] }],
    [['publish', 'a.json'], { verb: 'publish', files: ['a.json'], again: false }],
    [['publish', '--again', 'a.json'], { verb: 'publish', files: ['a.json'], again: true }],
    [
      ['retract', 'evening-clinics', '--reason', 'A date was wrong'],
      { verb: 'retract', slug: 'evening-clinics', reason: 'A date was wrong' },
    ],
    [['list'], { verb: 'list' }],
    [
      ['responses', 'evening-clinics'],
      { verb: 'responses', of: 'evening-clinics', format: 'csv', part: 'answers', out: undefined },
    ],
    [
      ['responses', 'a.json', '--format', 'json', '--part=equality', '--out', 'x.json'],
      { verb: 'responses', of: 'a.json', format: 'json', part: 'equality', out: 'x.json' },
    ],
    [
      ['responses', 'a', '--format', 'xlsx', '--out', 'a.xlsx'],
      { verb: 'responses', of: 'a', format: 'xlsx', part: 'answers', out: 'a.xlsx' },
    ],
    [['requests'], { verb: 'requests', slug: undefined, format: 'text', open: false }],
    [
      ['requests', 'evening-clinics', '--open', '--format=csv'],
      { verb: 'requests', slug: 'evening-clinics', format: 'csv', open: true },
    ],
    [
      ['requests', '--met', 'KTRM-4821'],
      { verb: 'close-request', name: 'KTRM-4821', state: 'met', note: undefined },
    ],
    [
      ['requests', '--not-met', 'KTRM-4821', '--note', 'Moved away'],
      { verb: 'close-request', name: 'KTRM-4821', state: 'not-met', note: 'Moved away' },
    ],
    [[], { verb: 'help' }],
    [['--help'], { verb: 'help' }],
    [['publish', '--help'], { verb: 'help' }],
  ] as const)('reads %j', (words, asked) => {
    expect(readCommandLine(words)).toEqual(asked)
  })

  it.each([
    [['burn'], 'There is no “burn”'],
    [['check'], 'Say which file to check'],
    [['publish', 'a.json', '--force'], "Unknown option '--force'"],
    [['retract', '--reason', 'why'], 'Say which one'],
    [['retract', 'a', 'b', '--reason', 'why'], 'Say which one'],
    [['retract', 'a'], 'Say why'],
    [['retract', 'a', '--reason'], '--reason'],
    [['list', 'a'], 'takes no name'],
    [['responses'], 'Say whose responses'],
    [['responses', 'a', '--format', 'ods'], 'csv, json or xlsx, not “ods”'],
    [['responses', 'a', '--format', 'xlsx', '--part', 'equality'], 'not as xlsx'],
    [['responses', 'a', '--part', 'all'], '“all”'],
    [['requests', 'a', 'b'], 'Name one consultation'],
    [['requests', '--format', 'xlsx'], 'csv or json, not “xlsx”'],
    [['requests', '--note', 'x'], 'A note goes with'],
    [['requests', '--met', 'x', '--not-met', 'y'], 'one request at a time'],
    [['requests', 'a', '--met', 'x'], 'one request at a time'],
  ])('refuses %j in words', (words, said) => {
    expect(() => readCommandLine(words)).toThrow(UsageError)
    expect(() => readCommandLine(words)).toThrow(said)
  })
})
