import {
  acceptSiteSettings,
  largestLogo,
  logoPiece,
  mergeSiteSettings,
  missingOfSite,
  type SiteField,
} from '@takepart/shared/domain/site/site-settings'
import type { SaveSiteResult } from '@takepart/shared/domain/site/site-settings-schema'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import {
  logoFieldId,
  logoTitleId,
  type LogoState,
} from '@takepart/shared/views/site/site-logo-part.view'
import {
  siteSavedId,
  siteSettingsView,
  untouchedSite,
  type SitePageModel,
  type SiteState,
} from '@takepart/shared/views/site/site-settings.view'
import { siteDeskWords } from '@takepart/shared/words/site-desk'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'
import { base64Of } from '../../app/base64.ts'

/** Where an administrator writes what the Trust says of itself on this website. */
@customElement('tp-site-page')
export class SitePage extends StaffPageElement<SitePageModel> {
  @state() private typed: SiteState | undefined
  #chosen: File | undefined
  #saving = false

  get #state(): SiteState {
    return this.typed ?? untouchedSite(this.model.settings)
  }

  protected view() {
    return siteSettingsView(this.model, this.#state, {
      onWrite: (field, value) => this.#write(field, value),
      onSave: () => void this.#save(),
      onChooseLogo: (file) => {
        this.#chosen = file
      },
      onSendLogo: () => void this.#sendLogo(),
      onRemoveLogo: () => void this.#removeLogo(),
    })
  }

  #set(changes: Partial<SiteState>): void {
    this.typed = { ...this.#state, ...changes }
  }

  #write(field: SiteField, value: string): void {
    this.#set({ settings: { ...this.#state.settings, [field]: value }, said: '' })
  }

  async #save(): Promise<void> {
    if (this.#saving) return
    const sent = this.#state.settings
    const accepted = acceptSiteSettings(sent)
    if (!accepted.ok) return this.#tell({ problems: accepted.problems, clashes: [] })
    this.#saving = true
    const seen = this.model.revision
    const result = await this.act((api) => api.site.save.mutate({ seen, settings: accepted.value }))
    this.#saving = false
    if (result) await this.#heard(result, sent)
  }

  async #heard(result: SaveSiteResult, sent: SiteState['settings']): Promise<void> {
    if (result.outcome === 'refused') return this.#tell({ problems: result.problems, clashes: [] })
    const { revision, settings } = result
    const before = this.model.settings
    this.model = { ...this.model, revision, settings, missing: missingOfSite(settings) }
    // What is typed while the answer is on its way stays in the fields.
    const meanwhile = mergeSiteSettings(sent, this.#state.settings, settings).merged
    if (result.outcome === 'clashed') {
      const mine = mergeSiteSettings(before, this.#state.settings, settings).merged
      return this.#tell({ settings: mine, problems: [], clashes: result.clashes, by: result.by })
    }
    const { with: other } = result
    const said = other ? siteDeskWords.savedWith(other) : siteDeskWords.saved
    this.#set({
      settings: meanwhile,
      problems: [],
      clashes: [],
      said,
      logo: { busy: false },
    })
    await this.updateComplete
    document.getElementById(siteSavedId)?.focus()
  }

  async #tell(changes: Partial<SiteState>): Promise<void> {
    this.#set({ said: '', logo: { busy: false }, ...changes })
    await this.updateComplete
    document.getElementById(errorSummaryId)?.focus()
  }

  async #sendLogo(): Promise<void> {
    const file = this.#chosen
    if (this.#state.logo.busy) return
    if (file === undefined) return this.#logoProblem('none-chosen')
    if (file.size > largestLogo) return this.#logoProblem('logo-too-large')
    this.#set({ logo: { busy: true }, said: '' })
    announce(siteDeskWords.sendingLogo)
    const result = await this.act(async (api) => {
      const id = this.services.newId()
      const bytes = await file.arrayBuffer()
      const pieces = Math.max(1, Math.ceil(bytes.byteLength / logoPiece))
      for (let number = 0; number < pieces; number += 1) {
        const piece = base64Of(bytes.slice(number * logoPiece, (number + 1) * logoPiece))
        await api.site.sendLogoPiece.mutate({ file: id, number, piece })
      }
      return api.site.setLogo.mutate({ file: id, pieces })
    })
    this.#set({ logo: { busy: false } })
    if (!result) return
    if (!result.ok) return this.#logoProblem(result.problem)
    this.#chosen = undefined
    const field = document.getElementById(logoFieldId)
    if (field instanceof HTMLInputElement) field.value = ''
    this.model = { ...this.model, logo: result.logo }
    await this.#atLogo(siteDeskWords.logoUsed)
  }

  async #logoProblem(problem: NonNullable<LogoState['problem']>): Promise<void> {
    await this.#tell({ problems: [], clashes: [], logo: { busy: false, problem } })
  }

  async #removeLogo(): Promise<void> {
    const done = await this.act((api) => api.site.removeLogo.mutate({}))
    if (done === undefined) return
    const { logo: _, ...model } = this.model
    this.model = model
    await this.#atLogo(siteDeskWords.logoGone)
  }

  /** The logo has a revision of its own: the words that were seen are still those of the revision before. */
  async #atLogo(said: string): Promise<void> {
    this.#set({ problems: [], clashes: [], logo: { busy: false } })
    await this.updateComplete
    document.getElementById(logoTitleId)?.focus()
    announce(said)
  }
}
