import { pathOfDraft } from '@takepart/shared/domain/site/authoring-paths'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import {
  beginConsultationView,
  fromFile,
  type BeginModel,
} from '@takepart/shared/views/authoring/begin-consultation.view'
import { authoringWords } from '@takepart/shared/words/authoring'
import { customElement } from 'lit/decorators.js'
import { StaffPageElement } from '../../app/staff-page-element.ts'

/** Where a new consultation begins. */
@customElement('tp-begin-page')
export class BeginPage extends StaffPageElement<BeginModel> {
  /** Made once: pressing the button twice begins one consultation. */
  #id = ''

  protected view() {
    return beginConsultationView(this.model, {
      onTitle: (title) => {
        this.model = { ...this.model, title }
      },
      onCopyOf: (copyOf) => {
        this.model = { ...this.model, copyOf }
      },
      onBegin: () => void this.#begin(),
    })
  }

  async #begin(): Promise<void> {
    const { problem: _, ...model } = this.model
    const { copyOf } = model
    const title = model.title.trim()
    this.model = title === '' ? { ...model, problem: authoringWords.titleMissing } : model
    if (title === '') {
      await this.updateComplete
      document.getElementById(errorSummaryId)?.focus()
      return
    }
    const copies = copyOf !== '' && copyOf !== fromFile
    this.#id ||= this.services.newId()
    const begun = await this.act((api) =>
      api.authoring.begin.mutate({ id: this.#id, title, ...(copies ? { copyOf } : {}) }),
    )
    if (begun?.id) location.assign(pathOfDraft(copyOf === fromFile ? 'bringIn' : 'edit', begun.id))
  }
}
