import { html, nothing } from 'lit'
import type { LogoProblem, SiteLogo, SiteSettings } from '../../domain/site/site-settings.ts'
import { button } from '../../ui/button.ts'
import { fieldClass, fieldIds, invalid } from '../../ui/field.ts'
import { logoProblemWords, siteDeskWords as words } from '../../words/site-desk.ts'
import { siteLogo } from './site-logo.view.ts'

export interface LogoState {
  readonly problem?: LogoProblem | 'none-chosen'
  /** It is on its way. */
  readonly busy: boolean
}

interface LogoHandlers {
  readonly onChooseLogo: (file: File | undefined) => void
  readonly onSendLogo: () => void
  readonly onRemoveLogo: () => void
}

export const logoFieldId = 'site-logo'
export const logoTitleId = 'logo'

/** The logo as it is shown, and another one in its place. It is saved by itself: a picture is no word in a form. */
export const logoPart = (
  { logo, settings }: { readonly logo?: SiteLogo; readonly settings: SiteSettings },
  state: LogoState,
  handlers: LogoHandlers | undefined,
) => html`<section class="part" aria-labelledby=${logoTitleId}>
  <h2 id=${logoTitleId} tabindex="-1">${words.logo}</h2>
  <p>${words.logoMore}</p>
  ${logo ? siteLogo({ name: settings.name, logo }) : html`<p class="quiet">${words.logoNone}</p>`}
  ${logo ? html`<div class="actions">${button({ kind: 'second', text: words.removeLogo, onClick: () => handlers?.onRemoveLogo() })}</div>` : nothing}
  ${settings.name === '' ? html`<p>${words.logoNeedsName}</p>` : chooser(state, handlers)}
</section>`

function chooser({ problem, busy }: LogoState, handlers: LogoHandlers | undefined) {
  const ids = fieldIds(logoFieldId)
  const error =
    problem && (problem === 'none-chosen' ? words.logoChoose : logoProblemWords[problem])
  return html`<form method="dialog" novalidate @submit=${(event: Event) => {
    event.preventDefault()
    handlers?.onSendLogo()
  }}>
    <div class=${fieldClass(error)}>
      <label class="label" for=${logoFieldId}>${words.logoField}</label>
      <p class="hint" id=${ids.hint}>${words.logoHint}</p>
      ${error ? html`<p class="problem" id=${ids.error}>${error}</p>` : nothing}
      <input class="input file" type="file" id=${logoFieldId} name=${logoFieldId} accept="image/png,image/jpeg,image/webp"
        aria-describedby=${error ? `${ids.error} ${ids.hint}` : ids.hint}
        aria-invalid=${invalid(error)}
        @change=${(event: Event) => handlers?.onChooseLogo((event.currentTarget as HTMLInputElement).files?.[0])}>
    </div>
    <div class="actions">${button({ type: 'submit', kind: 'second', text: busy ? words.sendingLogo : words.useLogo })}</div>
  </form>`
}
