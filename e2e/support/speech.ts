import type { BrowserContext, Page } from '@playwright/test'

interface Saying {
  readonly text: string
  readonly rate: number
  onend?: (event: Event) => void
  onerror?: (event: Event) => void
}

interface Speech {
  readonly said: Saying[]
  finish: (how: 'onend' | 'onerror') => void
}

/**
 * Gives every page a voice that says nothing and ends a sentence when `finishSentence` is called: a browser without a
 * head has none. Voices come late, as they do in Chromium.
 */
export async function giveVoice(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const said: Saying[] = []
    let saying: Saying | undefined
    let voices: object[] = []
    const finish = (how: 'onend' | 'onerror'): void => {
      const ended = saying
      saying = undefined
      ended?.[how]?.(new Event(how))
    }
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      speak: (words: Saying) => {
        said.push(words)
        saying = words
      },
      cancel: () => finish('onerror'),
    })
    Object.defineProperties(synthesis, {
      speaking: { get: () => saying !== undefined },
      pending: { value: false },
    })
    const utterance = class {
      constructor(readonly text: string) {}
    }
    Object.defineProperties(window, {
      speechSynthesis: { value: synthesis },
      SpeechSynthesisUtterance: { value: utterance },
      speech: { value: { said, finish } satisfies Speech },
    })
    setTimeout(() => {
      voices = [
        { lang: 'en-GB', localService: true, default: true, name: 'A voice', voiceURI: 'voice' },
      ]
      synthesis.dispatchEvent(new Event('voiceschanged'))
    }, 300)
  })
}

const inPage = <Result>(page: Page, ask: (speech: Speech) => Result): Promise<Result> =>
  page.evaluate(`(${ask.toString()})(window.speech)`) as Promise<Result>

/** Everything that this page has said so far. */
export const saidBy = (page: Page): Promise<readonly string[]> =>
  inPage(page, ({ said }) => said.map(({ text }) => text))

export const finishSentence = (page: Page): Promise<void> =>
  inPage(page, ({ finish }) => finish('onend'))

/** How fast the last sentence was begun, times the voice's own pace. */
export const lastPace = (page: Page): Promise<number | undefined> =>
  inPage(page, ({ said }) => said.at(-1)?.rate)

/** The words that are marked on the page. */
export const markedWords = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...(CSS.highlights.get('reading-aloud') ?? [])]
      .map((range) => (range as Range).toString().replaceAll(/\s+/g, ' '))
      .join(),
  )
