import { hydrateRoot } from '@takepart/shared/ui/hydration/hydrate-root'
import { holdFocus, typeAgain, typedIn } from '@takepart/shared/ui/hydration/typed-words'
import { LitElement, type PropertyValues, type TemplateResult } from 'lit'
import { state } from 'lit/decorators.js'
import type { StaffApi } from '../api/staff-api.ts'
import { clearTrouble, showTrouble } from './desk-trouble.ts'
import { hydratedEvent } from './hydrated.ts'
import type { StaffPage, StaffServices } from './staff-services.ts'

/**
 * What every page of the desk is built on: light DOM, the model that the server put into the page, and a first render
 * that hydrates what the server sent without touching a node somebody may be typing in.
 */
export abstract class StaffPageElement<Model> extends LitElement implements StaffPage {
  protected services!: StaffServices
  /** What the page is made from. To put another in its place draws the page anew. */
  @state() protected model!: Model

  /** Called once by staff.ts. */
  arrive(services: StaffServices): void {
    this.services = services
    this.model = modelInPage() as Model
  }

  /** The page as the server rendered it, with handlers. */
  protected abstract view(): TemplateResult

  /**
   * Does something at the server. Undefined when it was not done: the page then says why above itself, and everything on
   * it stays as it is. When the session has ended, the person signs in over the page and it is done after all.
   */
  protected async act<Value>(work: (api: StaffApi) => Promise<Value>): Promise<Value | undefined> {
    return this.#telling(() => this.services.call(work))
  }

  /** Asks the server for the model again, and draws the page anew. False when it could not be had. */
  protected async refresh(): Promise<boolean> {
    const model = await this.#telling(() =>
      this.services.call(() => this.services.readPage() as Promise<Model>),
    )
    if (model !== undefined) this.#take(model)
    return model !== undefined
  }

  /** The block that the page came with would go on holding what may have been erased since: it is emptied, having been read. */
  #take(model: Model): void {
    this.model = model
    document.getElementById('page-model')?.replaceChildren()
  }

  async #telling<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
    clearTrouble()
    try {
      return await work()
    } catch (error) {
      const failure = this.services.failureOf(error)
      if (failure === undefined) throw error
      // Who chose not to sign in has been told so already.
      if (failure !== 'signed-out') showTrouble(failure)
      return undefined
    }
  }

  protected override createRenderRoot(): this {
    return this
  }

  protected override shouldUpdate(_changed: PropertyValues): boolean {
    return this.services !== undefined
  }

  protected override update(changed: PropertyValues): void {
    if (this.hasUpdated) return super.update(changed)
    const typed = typedIn(this)
    const focusAgain = holdFocus(this)
    hydrateRoot(this.view(), this, this.renderOptions)
    super.update(changed)
    focusAgain()
    const settled = () => this.updateComplete
    void settled()
      .then(() => typeAgain(typed, settled))
      .then(() => document.dispatchEvent(new Event(hydratedEvent)))
  }

  protected override render(): TemplateResult {
    return this.view()
  }
}

/** The block of data at the end of the page. */
function modelInPage(): unknown {
  const block = document.getElementById('page-model')
  if (!block) throw new Error('This page carries no model')
  return JSON.parse(block.textContent ?? '')
}
