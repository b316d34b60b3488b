import {
  checkWordList,
  findUrgentWords,
  type ListProblem,
} from '@takepart/shared/domain/moderation/urgent-words'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import type { WordListModel } from '@takepart/shared/views/concern/concern-model'
import {
  asSaved,
  fieldOfList,
  listFields,
  listOf,
  wordListView,
  type ListField,
  type WritingState,
} from '@takepart/shared/views/concern/word-list.view'
import { listProblemWords, wordListWords } from '@takepart/shared/words/concern'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'

/** The list of words that suggest an urgent concern, and how well it does. */
@customElement('tp-word-list-page')
export class WordListPage extends StaffPageElement<WordListModel> {
  @state() private writing: WritingState | undefined

  get #state(): WritingState {
    return this.writing ?? asSaved(this.model)
  }

  protected view() {
    return wordListView(this.model, this.#state, {
      onLines: (field, lines) => this.#change({ lines: { ...this.#state.lines, [field]: lines } }),
      onTry: (trying) => this.#change({ trying }),
      onSave: () => void this.#save(),
    })
  }

  /** What is tried is tried on the list as it is written here, saved or not. */
  #change(change: Partial<WritingState>): void {
    const next = { ...this.#state, ...change }
    this.writing = { ...next, hits: findUrgentWords(next.trying, listOf(next.lines)) }
  }

  async #save(): Promise<void> {
    const list = listOf(this.#state.lines)
    const problems = checkWordList(list)
    if (problems.length > 0) return this.#say(problems)
    const answer = await this.act((api) =>
      api.concern.saveWords.mutate({
        base: this.model.number,
        list: { phrases: [...list.phrases], leaveAlone: [...list.leaveAlone] },
      }),
    )
    if (!answer) return
    if (!answer.ok) return this.#say(answer.problems as readonly (ListProblem | ChangedElsewhere)[])
    this.#change({ problems: [] })
    await this.refresh()
    announce(wordListWords.saved)
    document.getElementById('main')?.focus()
  }

  async #say(problems: readonly (ListProblem | ChangedElsewhere)[]): Promise<void> {
    this.#change({
      problems: problems.slice(0, 10).map((problem) =>
        problem.code === 'list-changed-elsewhere'
          ? { href: `#${fieldOfList('now')}`, text: wordListWords.changedElsewhere }
          : {
              href: `#${fieldOfList(fieldWith(problem, this.#state.lines))}`,
              text: listProblemWords(problem),
            },
      ),
    })
    await this.updateComplete
    document.getElementById(errorSummaryId)?.focus()
  }
}

interface ChangedElsewhere {
  readonly code: 'list-changed-elsewhere'
}

/** The last field in which the phrase stands: where it is there twice, the second is the one too many. */
export function fieldWith(problem: ListProblem, lines: WritingState['lines']): ListField {
  if (!('phrase' in problem)) return 'now'
  const { phrase } = problem
  const holding = listFields.findLast((field) =>
    lines[field].split('\n').some((line) => line.trim().startsWith(phrase)),
  )
  return holding ?? 'now'
}
