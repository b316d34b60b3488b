import { html, nothing } from 'lit'
import { backLink } from '../../ui/back-link.ts'
import { button, linkButton } from '../../ui/button.ts'
import { changing } from '../../ui/changing.ts'
import { pageTitleId } from '../../ui/field.ts'
import { notice } from '../../ui/notice.ts'

export interface ClearDeviceModel {
  readonly stage: 'asking' | 'clearing' | 'cleared' | 'failed'
  /** What would be lost for good: drafts, responses and requests not yet received. */
  readonly unsent: number
  readonly received: number
  /** What is still there, in words, when clearing did not work. */
  readonly left: readonly string[]
}

export interface ClearDeviceHandlers {
  readonly onClear: () => void
  readonly onTakeAll: () => void
}

export const clearDeviceTitle = ({ stage }: ClearDeviceModel): string =>
  stage === 'cleared'
    ? 'Nothing is left on this computer'
    : stage === 'failed'
      ? 'Something is still on this computer'
      : 'Clear this device'

/** Takes everything Takepart keeps off the device, offline too; says that it is gone only when it is (P8). */
export const clearDeviceView = (
  model: ClearDeviceModel,
  handlers: ClearDeviceHandlers,
) => html`<div class="wrap">
  ${model.stage === 'asking' ? backLink({ href: '/my-responses', text: 'My drafts and responses' }) : nothing}
  <h1 id=${pageTitleId}>${changing(clearDeviceTitle(model))}</h1>
  ${model.stage === 'clearing' ? html`<p class="lede">${clearingWords}</p>` : nothing}
  ${contentOf(model)(model, handlers)}
</div>`

/** Said while it is at work. */
export const clearingWords = 'Clearing. This takes a moment.'

/** While it is at work the button that was pressed stays where it is, and the focus on it. */
const contentOf = ({ stage, left }: ClearDeviceModel) =>
  contents[stage === 'clearing' ? (left.length > 0 ? 'failed' : 'asking') : stage]

const contents = {
  asking: (model: ClearDeviceModel, handlers: ClearDeviceHandlers) => html`
    <p class="lede">This takes everything that Takepart keeps off this device: drafts, responses, saved consultations and settings.</p>
    ${
      model.unsent > 0
        ? notice({
            tone: 'warning',
            title:
              model.unsent === 1
                ? 'One thing you wrote has not been sent'
                : `${model.unsent} things you wrote have not been sent`,
            content: html`<p>If you clear this device, what you wrote is gone for good. Take a copy first if you want to keep it.</p>
        ${button({ text: 'Save everything as a file', kind: 'second', onClick: handlers.onTakeAll })}`,
          })
        : nothing
    }
    ${model.received > 0 ? html`<p>What we have received stays with us. You will need your reference and private code to see it again.</p>` : nothing}
    <div class="actions">
      ${button({ text: 'Clear this device', kind: 'danger', onClick: handlers.onClear })} <a href="/my-responses">Keep everything</a>
    </div>`,
  cleared: () => html`
    <p class="lede">Drafts, responses, saved consultations and settings are gone from this browser.</p>
    <p>Your browser may still have the names of pages you visited in its history. Takepart cannot clear that for you.</p>
    <div class="actions">${linkButton({ href: '/', text: 'Go to the consultations', kind: 'second' })}</div>`,
  failed: (model: ClearDeviceModel, handlers: ClearDeviceHandlers) => html`
    <p class="lede">We could not clear everything. Close all other tabs of Takepart, then try again.</p>
    <ul>${model.left.map((words) => html`<li>${words}</li>`)}</ul>
    <div class="actions">${button({ text: 'Try again', kind: 'danger', onClick: handlers.onClear })}</div>`,
} as const
