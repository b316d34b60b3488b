import type { RequestProblem } from '@takepart/shared/domain/problem'
import { checkRequest, type SupportRequest } from '@takepart/shared/domain/support-request'
import {
  anotherWayAbout, anotherWayModel, anotherWayTitle, anotherWayView, type AnotherWayAbout, type AnotherWayHandlers, type AnotherWayModel,
} from '@takepart/shared/views/another-way.view'
import { emptyRequestForm, formOf, requestOf, type RequestForm } from '@takepart/shared/views/request-form.view'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { navigate } from '../../app/navigate.ts'
import { PageElement, type NoPage } from '../../app/page-element.ts'
import { focusProblems, followProblem } from '../response/follow-problem.ts'
import { loadVersion } from '../response/load-answering.ts'
import { findRequest, forgetRequest, sendRequest } from './send-request.ts'

const notSentWords = 'Not sent. We could not reach Takepart. Your words are still on this page: keep it open and try again, or ask by phone, email or post.'

/** Asks for a format, for support, or to talk to somebody, about one consultation. */
@customElement('tp-another-way-page')
export class AnotherWayPage extends PageElement {
  @state() private about: AnotherWayAbout | undefined
  @state() private form: RequestForm = emptyRequestForm
  @state() private problems: readonly RequestProblem[] = []
  @state() private trouble = ''
  private sending = false
  /** The request that was refused and is sent anew. */
  private readonly again = new URLSearchParams(location.search).get('request') ?? undefined

  protected override async start(): Promise<NoPage | undefined> {
    const about = this.written() ?? await this.kept()
    if (!about) return 'not-found'
    this.form = { ...emptyRequestForm, ownDevice: await this.isKnownAsOwn() }
    const refused = this.again && await findRequest(this.services, this.again)
    if (refused) this.form = formOf(refused.draft.request, refused.draft.ownDevice)
    this.about = about
    return undefined
  }

  /** What the server has written into its page. */
  private written(): AnotherWayAbout | undefined {
    const words = this.querySelector('[data-about]')?.getAttribute('data-about')
    return words ? JSON.parse(words) as AnotherWayAbout : undefined
  }

  private async kept(): Promise<AnotherWayAbout | undefined> {
    const version = await loadVersion(this.services, this.address['slug'] ?? '')
    return version && anotherWayAbout(version.consultation, this.services.now())
  }

  /** Somebody who has said so for what they wrote before need not say it again. */
  private async isKnownAsOwn(): Promise<boolean> {
    const { records } = this.services
    const all = await Promise.all([records.list(), records.requests()]).catch(() => [])
    return all.flat().some(({ draft }) => draft.ownDevice)
  }

  private get model(): AnotherWayModel | undefined {
    const { about, form, problems, trouble } = this
    return about && { about, form, problems, trouble, canKeep: this.services.records.durable }
  }

  private readonly handlers: AnotherWayHandlers = {
    onChange: (change) => { this.form = { ...this.form, ...change } },
    onSend: () => void this.send(),
    onFollow: followProblem,
  }

  private async send(): Promise<void> {
    const { about, form } = this
    if (!about || this.sending) return
    const request = requestOf(form)
    this.problems = checkRequest(request)
    if (this.problems.length > 0) {
      await this.updateComplete
      return focusProblems()
    }
    this.sending = true
    try {
      const ownDevice = this.services.records.durable && form.ownDevice
      const id = await sendRequest(this.services, about, { request: request as SupportRequest, ownDevice })
      if (this.again) await forgetRequest(this.services, this.again)
      navigate(`/my-responses/asked/${id}`)
    } catch {
      announce(notSentWords)
      this.trouble = notSentWords
    } finally {
      this.sending = false
    }
  }

  protected override serverTemplate() {
    return this.about && anotherWayView(anotherWayModel(this.about), this.handlers)
  }

  protected override get pageTitle(): string {
    return this.model ? anotherWayTitle(this.model) : ''
  }

  protected override get ready(): boolean {
    return this.model !== undefined
  }

  protected override view() {
    return anotherWayView(this.model!, this.handlers)
  }
}
