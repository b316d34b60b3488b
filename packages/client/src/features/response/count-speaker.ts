import { questionFieldId } from '@takepart/shared/views/answering/question-field.view'
import { announce } from '../../app/announce.ts'

/**
 * Says how many characters are left once typing has stopped for a second: when the end is near or passed, or always or
 * never, as the person has chosen.
 */
export class CountSpeaker {
  #timer: ReturnType<typeof setTimeout> | undefined

  typed(questionId: string): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => speak(questionId), 1000)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}

/** The shown words are the only place that knows: they are read from the page, so the two can never differ. */
function speak(questionId: string): void {
  const { counts } = document.documentElement.dataset
  if (counts === 'off') return
  const count = document
    .getElementById(questionFieldId(questionId))
    ?.closest('.field')
    ?.querySelector(counts === 'always' ? '.count' : '.count.near')
  const words = count?.querySelector('[aria-hidden]')?.textContent
  if (words) announce(words.trim(), 'count')
}
