import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeSpeech, ownVoice, speakThrough, type FakeSpeech } from '../../test-support/speech.ts'
import { Reader } from './reader.ts'

const sentences = ['One.', 'Two.', 'Three.'].map((text) => ({
  text,
  voice: ownVoice('en-GB'),
  range: new Range(),
}))

let speech: FakeSpeech
let reader: Reader
let states: string[]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  speech = fakeSpeech()
  speakThrough(speech)
  reader = new Reader(speech.synthesis)
  states = []
  reader.addEventListener('change', () =>
    states.push(`${reader.state} ${reader.sentence?.text ?? ''}`.trim()),
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const breathe = () => vi.advanceTimersByTime(100)

describe('a reader', () => {
  it('is silent at first', () =>
    expect([reader.state, reader.sentence, speech.given]).toEqual(['silent', undefined, []]))

  it('says one sentence after the other, and is silent at the end', () => {
    reader.read(sentences, undefined)
    expect(speech.words).toEqual(['One.'])
    speech.end()
    speech.end()
    expect(speech.words).toEqual(['One.', 'Two.', 'Three.'])
    speech.end()
    expect(states).toEqual(['reading One.', 'reading Two.', 'reading Three.', 'silent'])
  })

  it('says each in its voice, at the pace that is set', () => {
    reader.read(sentences, '1.25')
    const [{ voice, lang, rate }] = speech.given as [SpeechSynthesisUtterance]
    expect([voice?.lang, lang, rate]).toEqual(['en-GB', 'en-GB', 1.25])
  })

  it('begins at once, since iOS speaks only in answer to a press', () => {
    reader.read(sentences, undefined)
    expect(speech.given).toHaveLength(1)
  })

  it('has nothing to say of nothing', () => {
    reader.read([], undefined)
    expect([reader.state, speech.given]).toEqual(['silent', []])
  })

  it('pauses by breaking off, and goes on with the sentence that it was in', () => {
    reader.read(sentences, undefined)
    speech.end()
    reader.pause()
    expect([reader.state, reader.sentence?.text, speech.cancelled]).toEqual(['paused', 'Two.', 1])
    breathe()
    expect(speech.words).toEqual(['One.', 'Two.'])
    reader.goOn()
    breathe()
    expect([reader.state, speech.words]).toEqual(['reading', ['One.', 'Two.', 'Two.']])
  })

  it('takes the end of what was broken off for no end', () => {
    reader.read(sentences, undefined)
    const [first] = speech.given
    reader.pause()
    first?.onend?.(new Event('end') as SpeechSynthesisEvent)
    expect([reader.state, reader.sentence?.text]).toEqual(['paused', 'One.'])
  })

  it('begins a sentence anew at another pace, after a breath', () => {
    reader.read(sentences, undefined)
    reader.setSpeed('1.5')
    expect(speech.words).toEqual(['One.'])
    breathe()
    expect(speech.given.map(({ text, rate }) => [text, rate])).toEqual([
      ['One.', 1],
      ['One.', 1.5],
    ])
  })

  it('begins nothing anew for the same pace, or while it says nothing', () => {
    reader.setSpeed('1.5')
    reader.read(sentences, '1.5')
    reader.setSpeed('1.5')
    reader.pause()
    reader.setSpeed('0.75')
    breathe()
    expect(speech.given).toHaveLength(1)
    reader.goOn()
    breathe()
    expect(speech.given.at(-1)?.rate).toBe(0.75)
  })

  it('stops for good', () => {
    reader.read(sentences, undefined)
    reader.stop()
    reader.goOn()
    reader.pause()
    breathe()
    expect([reader.state, reader.sentence, speech.words, states]).toEqual([
      'silent',
      undefined,
      ['One.'],
      ['reading One.', 'silent'],
    ])
  })

  it('does not say what was stopped while it took a breath', () => {
    reader.read(sentences, undefined)
    reader.setSpeed('0.75')
    reader.stop()
    breathe()
    expect(speech.words).toEqual(['One.'])
  })

  it('keeps its place when something else breaks it off', () => {
    reader.read(sentences, undefined)
    speech.end()
    speech.fail()
    expect([reader.state, reader.sentence?.text]).toEqual(['paused', 'Two.'])
  })

  it('reads something else from its beginning', () => {
    reader.read(sentences, undefined)
    speech.end()
    reader.read(sentences.slice(2), undefined)
    breathe()
    expect(speech.words.at(-1)).toBe('Three.')
    speech.end()
    expect(reader.state).toBe('silent')
  })
})
