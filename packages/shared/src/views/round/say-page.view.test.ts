import { describe, expect, it } from 'vitest'
import { checkSaid, nothingSaid } from '../../domain/round/contribution.ts'
import type { Quotation } from '../../domain/round/quotation.ts'
import { contributionDraft, contributions, said } from '../test-support/contribution-records.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'
import { replyAbout, sayAbout, writtenPage } from '../test-support/round-app-pages.ts'
import { placeOf, sayModel, type SayModel } from './say-model.ts'
import { sayTitle, sayView } from './say-page.view.ts'

const written = (text: string, quotations: readonly Quotation[] = []): SayModel =>
  writtenPage(sayAbout(), contributionDraft({ said: { ...said, text, quotations } }))
const shown = (model: SayModel) => wordsOf(sayView(model))

describe('the page to write on', () => {
  it('says before anything is sent who reads it, when, and what one gets to take it back', () => {
    const words = shown(sayModel(sayAbout()))
    expect(words).toContain(
      'A person reads the first thing you say here before others see it, usually within 4 hours',
    )
    expect(words).toContain('You get a private code to change it or take it back.')
    expect(shown(sayModel(sayAbout({ moderation: 'after' })))).toContain('Others see it at once.')
    expect(shown(sayModel(sayAbout({ moderation: 'before' })))).toContain(
      'A person reads what you write before others see it',
    )
  })

  it('has the numbers that are answered at any hour, in the page itself', () => {
    expect(linksOf(sayView(sayModel(sayAbout())))).toEqual(
      expect.arrayContaining(['tel:111', 'tel:999', 'tel:116123']),
    )
  })

  it('asks for a name, and says in words what is optional', () => {
    const words = shown(sayModel(sayAbout()))
    expect(words).toContain('It need not be your name.')
    expect(words).toContain('How do you describe yourself? (optional)')
    expect(words).toContain('Where do you stand on one clinic? (optional)')
  })

  it('asks nobody where they stand where the round has nothing to stand on', () => {
    const { position: _, ...about } = sayAbout()
    expect(shown(sayModel(about))).not.toContain('Where do you stand')
  })

  it('shows what is answered, with an invitation on the thread of somebody who has taken a side', () => {
    expect(shown(sayModel(replyAbout))).toContain(
      'Sam said One clinic, soon. It is time. What would',
    )
    const { answering } = replyAbout
    const open = { ...replyAbout, answering: { ...answering!, stance: 'undecided' as const } }
    expect(shown(sayModel(open))).not.toContain('What would change')
    expect(linksOf(sayView(sayModel(replyAbout)))[0]).toBe('/rounds/one-clinic-or-rooms/said/3')
  })

  it('is another page where words are changed: what happens to those before stands there', () => {
    const model = writtenPage(sayAbout(), contributions['draft of a change'].draft)
    expect(sayTitle(model)).toBe('Change what you wrote – One better clinic, or rooms nearer home?')
    expect(shown(model)).toContain('what you wrote before is not shown any more')
    expect(shown(model)).toContain('Send my new words')
  })

  it('gives a copy where nothing is saved, and asks nothing of a device that keeps nothing', () => {
    const failed = { words: 'Not saved on this device.', failed: true }
    expect(shown(writtenPage(sayAbout(), contributionDraft(), { saved: failed }))).toContain(
      'Save a copy',
    )
    expect(shown(writtenPage(sayAbout(), contributionDraft(), { canKeep: false }))).not.toContain(
      'Is this your own device?',
    )
  })
})

describe('problems of a contribution', () => {
  const text = 'x'.repeat(2_001)
  const wrong = {
    ...nothingSaid,
    text,
    stance: 'conditional' as const,
    self: 's'.repeat(101),
    quotations: Array.from({ length: 6 }, () => said.quotations[0]!),
  }

  it('stand beside their fields and in the summary, in the same words', () => {
    const problems = checkSaid(wrong)
    const model = writtenPage(sayAbout(), contributionDraft({ said: wrong }), { problems })
    const page = rendered(sayView(model))
    expect(problems.map(placeOf)).toEqual(['words', 'quoted', 'condition', 'called', 'self'])
    for (const problem of problems) {
      const place = placeOf(problem)
      expect(page).toContain(`href="#${place}"`)
      expect(page).toMatch(new RegExp(`id="${place}"`))
    }
    expect(page.match(/by 1 character, to 2,000 or fewer/g)).toHaveLength(2)
    expect(sayTitle(model)).toMatch(/^Error: /)
  })

  it('of the round itself lead to the button', () => {
    expect(placeOf({ code: 'round-unknown' })).toBe('send')
  })
})

describe('words typed between quotation marks', () => {
  it('are told kindly when they are in no text, with what comes nearest beside them', () => {
    const words = shown(written('Amina said “Near is a real comfort to me”.'))
    expect(words).toContain('Those words are not in the text')
    expect(words).toContain('You wrote: “Near is a real comfort to me”.')
    expect(words).toContain('Amina wrote: “Near is not a comfort.”')
    expect(words).toContain('Say it in my own words, without quotation marks')
  })

  it('are offered as a quotation when they are, whatever their capitals', () => {
    const words = shown(written('Amina said "NEAR is not a comfort".'))
    expect(words).toContain('You wrote words of Amina exactly.')
    expect(words).not.toContain('Those words are not in the text')
  })

  it('are not offered again once they are quoted', () => {
    const model = written('Amina said “Near is not a comfort.”', said.quotations)
    const words = shown(model)
    expect(words).not.toContain('You wrote words of Amina exactly.')
    expect(words).toContain('Exact words of Amina')
  })

  it('are left alone where they are a way of speaking', () => {
    expect(shown(written('A “plain room” will do.'))).not.toContain('not in the text')
  })
})

describe('sentences to choose from', () => {
  it('are every sentence of every text, those that are quoted ticked', () => {
    const page = rendered(sayView(written('Hello', said.quotations)))
    const boxes = [...page.matchAll(/<input[^>]*name="sentences-[^>]*>/g)].map(([box]) => box)
    expect(boxes).toHaveLength(4)
    expect(boxes.filter((box) => box.includes('checked'))).toHaveLength(1)
  })
})

describe('what may show who somebody is', () => {
  it('is pointed out with its words, and nothing where there is nothing of the kind', () => {
    const text = 'Ring me on 07700 900123, NW1 2DB.'
    const page = sayView(written(text))
    expect(wordsOf(page)).toContain('Everybody could read this 07700 900123 NW1 2DB')
    expect(shown(written('Nothing of the kind.'))).not.toContain('Everybody could read this')
  })
})
