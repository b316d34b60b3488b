import {
  historyView,
  type HistoryLine,
  type HistoryModel,
} from '@takepart/shared/views/authoring/history-page.view'
import { historyPageWords } from '@takepart/shared/words/authoring'
import { customElement } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'

/** What was changed, and the way back to before any of it. */
@customElement('tp-history-page')
export class HistoryPage extends StaffPageElement<HistoryModel> {
  protected view() {
    return historyView(this.model, { onGoBack: (line) => void this.#goBack(line) })
  }

  async #goBack({ part, number: before }: HistoryLine): Promise<void> {
    const done = await this.act((api) =>
      api.authoring.restore.mutate({ draft: this.model.head.id, part, before }),
    )
    if (done && (await this.refresh())) announce(historyPageWords.wentBack)
  }
}
