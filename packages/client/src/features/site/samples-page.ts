import type { SamplesHeld } from '@takepart/shared/domain/site/site-settings'
import { pageTitleId } from '@takepart/shared/ui/field'
import { takeSamplesView } from '@takepart/shared/views/site/take-samples.view'
import { customElement } from 'lit/decorators.js'
import { StaffPageElement } from '../../app/staff-page-element.ts'

/** What goes with the samples, and the one step that takes them away. */
@customElement('tp-samples-page')
export class SamplesPage extends StaffPageElement<SamplesHeld> {
  protected view() {
    return takeSamplesView(this.model, { onTake: () => void this.#take() })
  }

  async #take(): Promise<void> {
    const done = await this.act((api) => api.site.takeSamplesAway.mutate({ yes: true }))
    if (done === undefined) return
    this.model = { consultations: [], rounds: [], supportRequests: 0 }
    await this.updateComplete
    document.getElementById(pageTitleId)?.focus()
  }
}
