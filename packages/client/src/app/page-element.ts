import { hydrateRoot } from '@takepart/shared/ui/hydration/hydrate-root'
import {
  holdFocus,
  typeAgain,
  typedIn,
  type Typed,
} from '@takepart/shared/ui/hydration/typed-words'
import { LitElement, type PropertyValues, type TemplateResult } from 'lit'
import { hydratedEvent } from './hydrated.ts'
import { isFailure } from './is-failure.ts'
import type { Services } from './services.ts'

/** Raised by a page when it has something to show: the shell sets the title and the language and, after a navigation, moves the focus. */
export class PageReadyEvent extends Event {
  /** @param pageLang the language of the page, where it is not English */
  constructor(
    readonly pageTitle: string,
    readonly pageLang?: string,
  ) {
    super('page-ready', { bubbles: true })
  }
}

/** Nothing has this address; nothing can be said in this discussion now; the device has no such response; or it has not what the page is made from. */
export type NoPage = 'not-found' | 'not-open' | 'not-here' | 'not-kept'

export type Address = Readonly<Record<string, string | undefined>>

/**
 * What every page of the app is built on: light DOM, so that labels, errors, autofill and user styles reach everything,
 * and a first render that hydrates what the server sent, without touching a node somebody may be typing in.
 */
export abstract class PageElement extends LitElement {
  protected services!: Services
  /** What the router found in the address: the names of routes.ts. */
  protected address: Address = {}
  /** Shown in place of the page when there is none to show. */
  #instead: { readonly title: string; readonly view: TemplateResult } | undefined
  #shownTitle = ''

  /** Given by the router before the page does anything; a page that the server rendered is in the document by then. */
  arrive(services: Services, address: Address): void {
    this.services = services
    this.address = address
    if (this.isConnected) void this.#begin()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.services) void this.#begin()
  }

  /**
   * Fetches what the page shows, or answers why there is nothing to show. What it throws means that neither the device
   * nor the network has it; the page says so in words either way.
   */
  protected async start(): Promise<NoPage | undefined> {
    return undefined
  }

  async #begin(): Promise<void> {
    try {
      const why = await this.start()
      if (why) await this.#showInstead(why)
    } catch (error) {
      await this.#showInstead('not-kept')
      // A connection or a store that fails is what the words are for; anything else is a fault of ours, to be reported.
      if (!isFailure(error)) throw error
    }
  }

  /** The words are fetched when they are needed, with the next page or from what the worker keeps. */
  async #showInstead(why: NoPage): Promise<void> {
    const pages = await import('@takepart/shared/views/site/no-app-page.view')
    this.#instead = {
      'not-found': pages.notFoundPage(this.address['slug'] ?? ''),
      'not-open': pages.notOpenPage(this.address['slug'] ?? ''),
      'not-kept': pages.notKeptPage(location.pathname),
      'not-here': pages.notHerePage,
    }[why]
    this.requestUpdate()
  }

  protected override createRenderRoot(): this {
    return this
  }

  /** The page's own part of the document title; empty while there is nothing to show. */
  protected abstract get pageTitle(): string

  /** The template exactly as the server rendered it, when it did; hydration needs the same structure. */
  protected serverTemplate(): TemplateResult | undefined {
    return undefined
  }

  protected override shouldUpdate(_changed: PropertyValues): boolean {
    return this.services !== undefined && (this.ready || this.#instead !== undefined)
  }

  /** The language of the page, where it may be another than English. */
  protected get pageLang(): string | undefined {
    return undefined
  }

  /** True once there is something to show. */
  protected get ready(): boolean {
    return true
  }

  protected override update(changed: PropertyValues): void {
    if (this.hasUpdated) return this.#keepingFocus(() => super.update(changed))
    const typed = typedIn(this)
    const focusAgain = holdFocus(this)
    this.#hydrate()
    super.update(changed)
    focusAgain()
    void this.updateComplete
      .then(() => (typed.length > 0 ? this.typeAgain(typed) : undefined))
      .then(() => document.dispatchEvent(new Event(hydratedEvent)))
  }

  /** A control that goes with what it was for would take the focus with it: it goes to the page, which is named by its heading. */
  #keepingFocus(draw: () => void): void {
    const held = document.activeElement
    draw()
    if (!held || held.isConnected) return
    // Whatever took the control away may have a better place for the focus.
    setTimeout(() => {
      if (this.isConnected && document.activeElement === document.body)
        document.getElementById('main')?.focus()
    })
  }

  /** Puts back what was typed before the page was hydrated. */
  protected typeAgain(typed: readonly Typed[]): Promise<void> {
    return typeAgain(typed, () => this.updateComplete)
  }

  protected override render(): TemplateResult {
    return this.#instead?.view ?? this.view()
  }

  /** What the page shows, once it is ready. */
  protected abstract view(): TemplateResult

  protected override updated(_changed: PropertyValues): void {
    const title = this.#instead?.title ?? this.pageTitle
    if (!title || title === this.#shownTitle) return
    this.#shownTitle = title
    this.dispatchEvent(new PageReadyEvent(title, this.#instead ? undefined : this.pageLang))
  }

  #hydrate(): void {
    const template = this.#instead ? undefined : this.serverTemplate()
    if (template) hydrateRoot(template, this, this.renderOptions)
    else this.replaceChildren()
  }
}
