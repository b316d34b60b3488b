import type {
  CodebookChange,
  CodebookProblem,
} from '@takepart/shared/domain/analysis/theme/codebook'
import {
  sentencePassages,
  type CodingProblem,
  type Passage,
} from '@takepart/shared/domain/analysis/theme/coding'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import {
  answerAtHand,
  nothingGiven,
  themesView,
  type ThemesModel,
  type ThemesState,
} from '@takepart/shared/views/analysis/themes.view'
import { codebookProblemWords, codingProblemWords, themeWords } from '@takepart/shared/words/theme'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'

/** Where answers in people's own words are read for themes, one after another. */
@customElement('tp-themes-page')
export class ThemesPage extends StaffPageElement<ThemesModel> {
  @state() private typed: ThemesState = nothingGiven

  protected view() {
    return themesView(this.model, this.typed, {
      onType: (typed) => this.#set(typed),
      onGive: () => void this.#give(),
      onTakeBack: (id) => this.#set({ given: this.typed.given.filter((one) => one.id !== id) }),
      onNext: () => void this.#next(),
      onSkip: () => void this.#skip(),
      onAdd: () => void this.#add(),
      onRetire: (id) => void this.#change({ kind: 'retire', id }, '#codebook'),
    })
  }

  #set(typed: Partial<ThemesState>): void {
    this.typed = { ...this.typed, ...typed }
  }

  /** Neighbouring sentences become one passage, so that a thought is marked whole. */
  async #give(): Promise<void> {
    const { theme, sentences, given } = this.typed
    const answer = answerAtHand(this.model, this.typed)
    if (!answer) return
    if (theme === '') return this.#say('#theme', themeWords.chooseTheme)
    const passages = passagesOf(answer.text, sentences)
    const marks = passages.length > 0 ? passages.map((passage) => ({ passage })) : [{}]
    const more = marks.map((mark) => ({ id: this.services.newId(), theme, ...mark }))
    this.#set({ given: [...given, ...more], sentences: [], theme: '', problems: [] })
    await this.updateComplete
    document.getElementById('given')?.focus()
  }

  async #next(): Promise<void> {
    const answer = answerAtHand(this.model, this.typed)
    const { question } = this.model
    if (!answer || !question) return
    const { given, skipped } = this.typed
    const result = await this.act((api) =>
      api.analysis.readAnswer.mutate({
        consultationId: this.model.consultation.id,
        responseId: answer.responseId,
        questionId: question.id,
        codings: [...given],
      }),
    )
    if (!result) return
    if (!result.ok) {
      const [problem] = result.problems
      return this.#say('#answer', codingProblemWords[(problem as CodingProblem).code])
    }
    await this.#goOn(skipped)
    announce(themeWords.saved)
  }

  async #skip(): Promise<void> {
    const skipped = this.typed.skipped + 1
    await this.#goOn(this.model.answers[skipped] ? skipped : 0)
  }

  /** The next answer, with nothing given to it; what is being written about a theme stays. */
  async #goOn(skipped: number): Promise<void> {
    const { name, definition } = this.typed
    await this.refresh()
    this.typed = {
      ...nothingGiven,
      name,
      definition,
      skipped: this.model.answers[skipped] ? skipped : 0,
    }
    await this.updateComplete
    document.getElementById('answer')?.focus()
  }

  async #add(): Promise<void> {
    const { name, definition } = this.typed
    const change = { kind: 'add', id: this.services.newId(), name, definition } as const
    if (await this.#change(change, name.trim() === '' ? '#name' : '#definition')) {
      this.#set({ name: '', definition: '' })
      announce(themeWords.added(name))
    }
  }

  async #change(change: CodebookChange, href: string): Promise<boolean> {
    const { consultation, version: seen } = this.model
    const result = await this.act((api) =>
      api.analysis.changeThemes.mutate({ consultationId: consultation.id, seen, change }),
    )
    if (!result) return false
    await this.refresh()
    if (!result.ok) {
      const [problem] = result.problems
      await this.#say(href, codebookProblemWords(problem as CodebookProblem))
      return false
    }
    this.#set({ problems: [] })
    await this.updateComplete
    document.getElementById('codebook')?.focus()
    return true
  }

  async #say(href: string, text: string): Promise<void> {
    this.#set({ problems: [{ href, text }] })
    await this.updateComplete
    document.getElementById(errorSummaryId)?.focus()
  }
}

/** The chosen sentences as passages of the text, neighbours together. */
function passagesOf(text: string, chosen: readonly number[]): readonly Passage[] {
  const sentences = sentencePassages(text)
  const passages: Passage[] = []
  let before = -2
  for (const index of chosen) {
    const sentence = sentences[index]
    if (!sentence) continue
    const last = passages.at(-1)
    if (last && index === before + 1)
      passages[passages.length - 1] = {
        start: last.start,
        end: sentence.end,
        words: text.slice(last.start, sentence.end),
      }
    else passages.push(sentence)
    before = index
  }
  return passages
}
