import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import { importedView, type ImportedModel } from '@takepart/shared/views/authoring/imported.view'
import { customElement, state } from 'lit/decorators.js'
import type { StaffApi } from '../../api/staff-api.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'

/** What was found in a file, and whether it is put into the consultation. */
@customElement('tp-imported-page')
export class ImportedPage extends StaffPageElement<ImportedModel> {
  @state() private problem: string | undefined

  protected view() {
    const which = { draft: this.model.head.id, import: this.model.id }
    return importedView(this.model, this.problem, {
      onTake: () => void this.#decide((api) => api.authoring.takeImport.mutate(which)),
      onThrowAway: () => void this.#decide((api) => api.authoring.throwImportAway.mutate(which)),
    })
  }

  async #decide(
    work: (api: StaffApi) => ReturnType<StaffApi['authoring']['takeImport']['mutate']>,
  ): Promise<void> {
    const result = await this.act(work)
    if (!result) return
    this.problem = result.outcome === 'refused' ? result.words : undefined
    await this.refresh()
    await this.updateComplete
    document.getElementById(this.problem === undefined ? 'main' : errorSummaryId)?.focus()
  }
}
