import { vi } from 'vitest'

const voice = (lang: string, localService: boolean): SpeechSynthesisVoice => ({
  lang,
  localService,
  default: false,
  name: lang,
  voiceURI: lang,
})

/** A voice of the device itself, as browsers name it. */
export const ownVoice = (lang: string): SpeechSynthesisVoice => voice(lang, true)
/** A voice of a service, which would send the text away. */
export const distantVoice = (lang: string): SpeechSynthesisVoice => voice(lang, false)

/** What speaks, as far as pages see it. It ends a sentence when it is told to, and is as slow to break off as real ones. */
export interface FakeSpeech {
  /** What it was given to say, in order. */
  readonly given: SpeechSynthesisUtterance[]
  readonly words: readonly string[]
  readonly cancelled: number
  /** Comes to the end of what it says. */
  end(): void
  fail(): void
  /** Has other voices from now on, and says so. */
  have(...voices: readonly SpeechSynthesisVoice[]): void
  readonly synthesis: SpeechSynthesis
}

export function fakeSpeech(...voices: readonly SpeechSynthesisVoice[]): FakeSpeech {
  const given: SpeechSynthesisUtterance[] = []
  let saying: SpeechSynthesisUtterance | undefined
  let cancelled = 0
  let here = voices
  const finish = (how: 'onend' | 'onerror'): void => {
    const ended = saying
    saying = undefined
    ended?.[how]?.(new Event(how) as SpeechSynthesisErrorEvent)
  }
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => [...here],
    speak: (words: SpeechSynthesisUtterance) => {
      given.push(words)
      saying = words
    },
    cancel: () => {
      cancelled += 1
      finish('onerror')
    },
    pause: () => {
      throw new Error('Android does not come back from this')
    },
    resume: () => {
      throw new Error('Android does not come back from this')
    },
  })
  Object.defineProperties(synthesis, {
    speaking: { get: () => saying !== undefined },
    pending: { get: () => false },
  })
  return {
    given,
    get words() {
      return given.map(({ text }) => text)
    },
    get cancelled() {
      return cancelled
    },
    end: () => finish('onend'),
    fail: () => finish('onerror'),
    have(...next) {
      here = next
      synthesis.dispatchEvent(new Event('voiceschanged'))
    },
    synthesis: synthesis as unknown as SpeechSynthesis,
  }
}

/** An utterance takes no other voices than those of the browser, which has none here. */
class PlainUtterance {
  voice: SpeechSynthesisVoice | undefined
  lang = ''
  rate = 1
  onend: unknown
  onerror: unknown
  constructor(readonly text: string) {}
}

/** Lets the page speak through this until the test is over. */
export function speakThrough({ synthesis }: FakeSpeech): void {
  vi.stubGlobal('speechSynthesis', synthesis)
  vi.stubGlobal('SpeechSynthesisUtterance', PlainUtterance)
}
