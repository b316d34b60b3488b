import { describe, expect, it } from 'vitest'
import { actWords, verbChoice } from './audit.ts'

const thing = 'a concern (1a2b3c4d)'
const said = (verb: string, detail = ''): string => actWords(verb, { thing, detail })

describe('what moderators did, on the audit log', () => {
  it.each([
    ['moderation.decide', 'accept', `decided about ${thing}: to publish it`],
    ['moderation.decide', 'reject: attacks', `decided about ${thing}: not to publish it`],
    ['moderation.decide', 'something else', `decided about ${thing}`],
    ['moderation.undo', '', `undid a decision about ${thing}`],
    ['concern.see', '', `read ${thing}`],
    ['concern.close', 'done', `closed ${thing}`],
    ['concern.close', 'false-alarm', `closed ${thing} as a false alarm`],
    ['concern.save-words', '', 'saved the list of urgent words'],
  ])('is in words: %s %s', (verb, detail, words) => {
    expect(said(verb, detail)).toBe(words)
  })

  it.each(['take', 'give', 'change-severity', 'acknowledge', 'pass-on', 'confirm', 'raise'])(
    'has words of its own for concern.%s',
    (verb) => {
      expect(said(`concern.${verb}`)).toContain(thing)
      expect(said(`concern.${verb}`)).not.toContain('did “')
    },
  )

  it('is a choice in a list without what it was about', () => {
    expect(verbChoice('moderation.decide')).toBe('Decided about …')
    expect(verbChoice('concern.see')).toBe('Read …')
  })
})
