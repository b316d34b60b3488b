import { paceOf, type Speed } from '@takepart/shared/domain/settings/reading-aloud'
import type { SentenceSaid } from './sentences-said.ts'

export type ReaderState = 'silent' | 'reading' | 'paused'

/** A browser that is told to stop and at once to speak may do neither: it gets this long between, in milliseconds. */
const breath = 60

/**
 * Says sentences one after the other. It never uses the browser's own pause, from which Android does not come back: it
 * stops, and goes on with the sentence that it was in.
 *
 * Raises `change` whenever the state has changed or another sentence begins.
 */
export class Reader extends EventTarget {
  #sentences: readonly SentenceSaid[] = []
  #at = 0
  #speed: Speed
  #state: ReaderState = 'silent'
  /** Counts what was begun, so that the end of what was broken off is not taken for the end of what came after it. */
  #turn = 0
  /** Held, because Chromium forgets an utterance that nobody holds, and with it to say that it has ended. */
  #words: SpeechSynthesisUtterance | undefined

  constructor(private readonly synthesis: SpeechSynthesis) {
    super()
  }

  get state(): ReaderState {
    return this.#state
  }

  /** The sentence that is read, or was when it was paused. */
  get sentence(): SentenceSaid | undefined {
    return this.#state === 'silent' ? undefined : this.#sentences[this.#at]
  }

  read(sentences: readonly SentenceSaid[], speed: Speed): void {
    this.#sentences = sentences
    this.#at = 0
    this.#speed = speed
    this.#say()
  }

  pause(): void {
    if (this.#state !== 'reading') return
    this.#breakOff()
    this.#become('paused')
  }

  goOn(): void {
    if (this.#state === 'paused') this.#say()
  }

  stop(): void {
    if (this.#state === 'silent') return
    this.#breakOff()
    this.#become('silent')
  }

  /** The pace of a sentence is set when it begins: the one that is being read begins anew. */
  setSpeed(speed: Speed): void {
    if (speed === this.#speed) return
    this.#speed = speed
    if (this.#state === 'reading') this.#say()
  }

  #say(): void {
    const said = this.#sentences[this.#at]
    if (!said) return this.stop()
    const busy = this.#breakOff()
    const turn = this.#turn
    this.#words = this.#wordsOf(said, turn)
    // At once if it can be: iOS speaks only in answer to a press.
    if (busy) setTimeout(() => this.#speak(turn), breath)
    else this.#speak(turn)
    this.#become('reading')
  }

  #speak(turn: number): void {
    if (turn === this.#turn && this.#words) this.synthesis.speak(this.#words)
  }

  #wordsOf({ text, voice }: SentenceSaid, turn: number): SpeechSynthesisUtterance {
    const words = new SpeechSynthesisUtterance(text)
    words.voice = voice
    words.lang = voice.lang
    words.rate = paceOf(this.#speed)
    words.onend = () => {
      if (turn !== this.#turn) return
      this.#at += 1
      this.#say()
    }
    // Another page wants to speak, or the voice fails: the place is kept.
    words.onerror = () => {
      if (turn === this.#turn) this.pause()
    }
    return words
  }

  /** True when there was something to break off. */
  #breakOff(): boolean {
    this.#turn += 1
    const busy = this.synthesis.speaking || this.synthesis.pending
    if (busy) this.synthesis.cancel()
    return busy
  }

  #become(state: ReaderState): void {
    this.#state = state
    this.dispatchEvent(new Event('change'))
  }
}
