import type { ConcernProblem } from '@takepart/shared/domain/moderation/concern'
import type { ActOnConcern } from '@takepart/shared/domain/moderation/concern-schema'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import {
  nothingActed,
  type ActingState,
  type ConcernModel,
} from '@takepart/shared/views/concern/concern-model'
import { concernPageView } from '@takepart/shared/views/concern/concern-page.view'
import { concernProblemWords, concernWords } from '@takepart/shared/words/concern'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'

type Act = ActOnConcern['act']

/** One urgent concern, and what is done about it. */
@customElement('tp-concern-page')
export class ConcernPage extends StaffPageElement<ConcernModel> {
  @state() private acting: ActingState = nothingActed

  protected view() {
    return concernPageView(this.model, this.acting, {
      onTake: () => void this.#do({ kind: 'take' }),
      onGive: () => void this.#give(),
      onRecord: () => void this.#record(),
      onState: (change) => {
        this.acting = { ...this.acting, ...change }
      },
    })
  }

  /** The first of the list is chosen until somebody chooses another. */
  #give(): Promise<void> {
    const { standing, colleagues } = this.model
    const others = colleagues.filter(({ id }) => id !== standing.ownerId)
    const to = this.acting.colleague || others[0]?.id
    return to === undefined ? Promise.resolve() : this.#do({ kind: 'give', to })
  }

  #record(): Promise<void> {
    const act = actOf(this.acting)
    return act ? this.#do(act) : this.#say('#act', concernWords.chooseAct)
  }

  async #do(act: Act): Promise<void> {
    const { id: concernId, events } = this.model
    const answer = await this.act((api) =>
      api.concern.act.mutate({ concernId, seen: events.length, act }),
    )
    if (!answer) return
    if (answer.ok) {
      this.acting = nothingActed
      announce(concernWords.recorded)
    }
    await this.refresh()
    if (answer.ok) return document.getElementById('main')?.focus()
    const code = answer.problems[0]?.code as ConcernProblem['code'] | undefined
    if (code)
      await this.#say(code.startsWith('what-') ? '#what' : '#next', concernProblemWords[code])
  }

  async #say(href: string, text: string): Promise<void> {
    this.acting = { ...this.acting, problems: [{ href, text }] }
    await this.updateComplete
    document.getElementById(errorSummaryId)?.focus()
  }
}

/** What is sent for what somebody chose and wrote; undefined: nothing is chosen. */
export function actOf({ kind, what, to, severity }: ActingState): Act | undefined {
  switch (kind) {
    case undefined:
      return undefined
    case 'acknowledge':
      return { kind, how: what }
    case 'pass-on':
      return { kind, to, what }
    case 'confirm':
      return { kind, what }
    case 'change-severity':
      return { kind, severity, why: what }
    case 'close':
      return { kind: 'close', how: 'done', what }
    case 'false-alarm':
      return { kind: 'close', how: 'false-alarm', what }
  }
}
