import { keyOf } from '@takepart/shared/domain/authoring/draft/draft'
import { pathOfPart } from '@takepart/shared/domain/site/authoring-paths'
import {
  readyQuestionsView,
  type ReadyModel,
} from '@takepart/shared/views/authoring/ready-questions.view'
import { readyWords } from '@takepart/shared/words/ready'
import { customElement, state } from 'lit/decorators.js'
import { StaffPageElement } from '../../app/staff-page-element.ts'

/** Adds ready questions, and goes to where they are. */
@customElement('tp-ready-page')
export class ReadyPage extends StaffPageElement<ReadyModel> {
  @state() private problem: string | undefined

  protected view() {
    return readyQuestionsView(this.model, this.problem, { onAdd: (set) => void this.#add(set) })
  }

  async #add(set: string): Promise<void> {
    const draft = this.model.head.id
    this.problem = undefined
    const result = await this.act((api) => api.authoring.addReady.mutate({ draft, set }))
    if (!result) return
    if (result.outcome === 'added') {
      location.assign(pathOfPart(draft, keyOf('section', result.section)))
      return
    }
    if (result.outcome === 'no-room') {
      this.problem = readyWords.noRoom
      await this.updateComplete
      document.getElementById('problem')?.focus()
      return
    }
    if (await this.refresh()) document.getElementById('main')?.focus()
  }
}
