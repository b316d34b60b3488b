import { hydrate } from '@lit-labs/ssr-client'
import { LitElement, type PropertyValues, type TemplateResult } from 'lit'
import type { Services } from './services.ts'
import { typeAgain, typedBefore } from './typed-before.ts'

/** Raised by a page when it has something to show: the shell sets the title and, after a navigation, moves the focus. */
export class PageReadyEvent extends Event {
  constructor(readonly pageTitle: string) {
    super('page-ready', { bubbles: true })
  }
}

export type Address = Readonly<Record<string, string | undefined>>

/**
 * What every page of the app is built on: light DOM, so that labels, errors, autofill and user styles reach everything,
 * and a first render that takes over what the server sent, without touching a node somebody may be typing in.
 */
export abstract class PageElement extends LitElement {
  protected services!: Services
  /** What the router found in the address: the names of routes.ts. */
  protected address: Address = {}
  #shownTitle = ''

  /** Given by the router before the page does anything; a page that the server rendered is in the document by then. */
  arrive(services: Services, address: Address): void {
    this.services = services
    this.address = address
    if (this.isConnected) this.start()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.services) this.start()
  }

  /** Begins to fetch what the page shows. */
  protected start(): void {}

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
    return this.services !== undefined && this.ready
  }

  /** True once there is something to show. */
  protected get ready(): boolean {
    return true
  }

  protected override update(changed: PropertyValues): void {
    if (this.hasUpdated) return super.update(changed)
    const typed = typedBefore(this)
    this.#takeOver()
    super.update(changed)
    void this.updateComplete.then(() => typeAgain(typed))
  }

  protected override updated(_changed: PropertyValues): void {
    if (!this.pageTitle || this.pageTitle === this.#shownTitle) return
    this.#shownTitle = this.pageTitle
    this.dispatchEvent(new PageReadyEvent(this.pageTitle))
  }

  #takeOver(): void {
    const template = this.serverTemplate()
    const rendered = [...this.childNodes].some((node) => node instanceof Comment && node.data.startsWith('lit-part'))
    if (!template || !rendered) return this.replaceChildren()
    try {
      hydrate(template, this, this.renderOptions)
    } catch {
      // The page is of another build than this script: render it anew rather than not at all.
      this.replaceChildren()
      delete (this as { _$litPart$?: unknown })._$litPart$
    }
  }
}
