import { pathOfRoundDesk } from '@takepart/shared/domain/site/round-desk-paths'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import {
  beginRoundView,
  type BeginRoundModel,
} from '@takepart/shared/views/round-desk/begin-round.view'
import { roundDeskWords } from '@takepart/shared/words/round-desk'
import { customElement } from 'lit/decorators.js'
import { StaffPageElement } from '../../app/staff-page-element.ts'

/** Where a new discussion begins. */
@customElement('tp-begin-round-page')
export class BeginRoundPage extends StaffPageElement<BeginRoundModel> {
  /** Made once: pressing the button twice begins one discussion. */
  #id = ''

  protected view() {
    return beginRoundView(this.model, {
      onTitle: (title) => {
        this.model = { ...this.model, title }
      },
      onBegin: () => void this.#begin(),
    })
  }

  async #begin(): Promise<void> {
    const { problem: _, ...model } = this.model
    const title = model.title.trim()
    this.model = title === '' ? { ...model, problem: roundDeskWords.titleMissing } : model
    if (title === '') {
      await this.updateComplete
      document.getElementById(errorSummaryId)?.focus()
      return
    }
    this.#id ||= this.services.newId()
    const after = model.after?.id
    const begun = await this.act((api) =>
      api.roundDesk.begin.mutate({ id: this.#id, title, ...(after ? { after } : {}) }),
    )
    if (begun?.id) location.assign(pathOfRoundDesk('write', begun.id))
  }
}
