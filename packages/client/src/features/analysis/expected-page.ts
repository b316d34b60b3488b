import { readPopulation } from '@takepart/shared/domain/analysis/typed-population'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import {
  expectedView,
  type ExpectedModel,
  type ExpectedState,
} from '@takepart/shared/views/analysis/expected.view'
import { expectedWords } from '@takepart/shared/words/expected'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'

/** Where staff enter how many people there are in each group. */
@customElement('tp-expected-page')
export class ExpectedPage extends StaffPageElement<ExpectedModel> {
  @state() private typed: ExpectedState | undefined

  get #typed(): ExpectedState {
    const { source, people } = this.model
    return this.typed ?? { source, people, problems: [] }
  }

  protected view() {
    return expectedView(this.model, this.#typed, {
      onType: (typed) => {
        this.typed = { ...this.#typed, ...typed }
      },
      onSave: () => void this.#save(),
    })
  }

  async #save(): Promise<void> {
    const { question, consultation } = this.model
    const { source, people } = this.#typed
    if (!question) return
    if (source.trim() === '') return this.#say('#source', expectedWords.sourceFirst)
    const read = readPopulation(
      question.options.map(({ code }) => code),
      people,
    )
    if ('wrong' in read) return this.#wrong(read.wrong)
    const result = await this.act((api) =>
      api.analysis.expect.mutate({
        consultationId: consultation.id,
        questionKey: question.id,
        source: source.trim(),
        people: read.people,
      }),
    )
    if (!result) return
    this.typed = { ...this.#typed, problems: [] }
    await this.updateComplete
    document.getElementById('groups')?.focus()
    announce(expectedWords.saved)
  }

  #wrong(code: string | null): Promise<void> {
    const options = this.model.question?.options ?? []
    const group = options.find((option) => option.code === code)
    return group
      ? this.#say(`#people-${group.code}`, expectedWords.number(group.label))
      : this.#say(`#people-${options[0]?.code ?? ''}`, expectedWords.someone)
  }

  async #say(href: string, text: string): Promise<void> {
    this.typed = { ...this.#typed, problems: [{ href, text }] }
    await this.updateComplete
    document.getElementById(errorSummaryId)?.focus()
  }
}
