import type { RequestId } from '@takepart/shared/domain/core/ids'
import type { RequestProblem } from '@takepart/shared/domain/response/problem'
import type { RequestDraft } from '@takepart/shared/domain/device/request-record'
import {
  checkRequest,
  requestOf,
  writtenOf,
  type SupportRequest,
} from '@takepart/shared/domain/support-request/support-request'
import {
  anotherWayAbout,
  anotherWayModel,
  anotherWayTitle,
  anotherWayView,
  type AnotherWayAbout,
  type AnotherWayHandlers,
  type AnotherWayModel,
} from '@takepart/shared/views/support-request/another-way.view'
import {
  emptyRequestForm,
  type RequestForm,
} from '@takepart/shared/views/support-request/request-form.view'
import { troubleWords } from '@takepart/shared/words/trouble'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { isFailure } from '../../app/is-failure.ts'
import { navigate } from '../../app/navigate.ts'
import { OpenPiece } from '../../app/open-piece.ts'
import { mayKeep } from '../../app/may-keep.ts'
import { PageElement, type NoPage } from '../../app/page-element.ts'
import type { Typed } from '@takepart/shared/ui/hydration/typed-words'
import { focusProblems, followProblem } from '../response/follow-problem.ts'
import { loadVersion } from '../response/load-answering.ts'
import { keepWriting } from '../response/keep-writing.ts'
import { savedWords } from '../response/saved-words.ts'
import { addressOfRecord, recordAt, forgetRecord } from '../../app/send-record.ts'
import { newestRequest, sendRequest } from './send-request.ts'

const notSentWords =
  'Not sent. We could not reach Takepart. Your words are still on this page: keep it open and try again, or ask by phone, email or post.'

/** Asks for a format, for support, or to talk to somebody, about one consultation. */
@customElement('tp-another-way-page')
export class AnotherWayPage extends PageElement {
  @state() private about: AnotherWayAbout | undefined
  @state() private request: OpenPiece<'support-request'> | undefined
  @state() private problems: readonly RequestProblem[] = []
  @state() private trouble = ''
  private sending = false
  private endWriting: (() => void) | undefined
  /** The request of the address: one that is not sent, or one that was refused and is sent anew. */
  private readonly named = new URLSearchParams(location.search).get('request') ?? undefined
  private refused: string | undefined

  protected override async start(): Promise<NoPage | undefined> {
    const about = this.written() ?? (await this.kept())
    if (!about) return 'not-found'
    this.request = new OpenPiece(this.services, 'support-request', await this.begun(about))
    this.endWriting = keepWriting(this.services, this.request, this.onSaved)
    this.about = about
    return undefined
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.endWriting?.()
  }

  /** What somebody goes on with: what they named, else what they wrote last and did not send. */
  private async begun({ slug, title }: AnotherWayAbout): Promise<RequestDraft> {
    const { services, named } = this
    const before = await (named
      ? recordAt(services, 'support-request', named)
      : newestRequest(services, slug))
    if (before?.state === 'draft') return before.draft
    const { ownDevice, ...written } = emptyRequestForm
    const fresh = {
      id: services.newId() as RequestId,
      slug,
      title,
      revision: 0,
      changedAt: services.now().toISOString(),
    }
    if (before?.state !== 'refused')
      return { ...fresh, written, ownDevice: (await this.isKnownAsOwn()) || ownDevice }
    this.refused = before.draft.id
    return { ...fresh, written: writtenOf(before.draft.request), ownDevice: before.draft.ownDevice }
  }

  /** What the server has written into its page. */
  private written(): AnotherWayAbout | undefined {
    const words = this.querySelector('[data-about]')?.getAttribute('data-about')
    return words ? (JSON.parse(words) as AnotherWayAbout) : undefined
  }

  private async kept(): Promise<AnotherWayAbout | undefined> {
    const version = await loadVersion(this.services, this.address['slug'] ?? '')
    return version && anotherWayAbout(version.consultation, this.services.now())
  }

  /** Somebody who has said so for what they wrote before need not say it again. */
  private async isKnownAsOwn(): Promise<boolean> {
    const { records } = this.services
    const all = await records.all().catch(() => [])
    return all.some(({ draft }) => draft.ownDevice)
  }

  private get form(): RequestForm {
    const { written, ownDevice } = this.request!.draft
    return { ...written, ownDevice }
  }

  private get model(): AnotherWayModel | undefined {
    const { about, request, problems, trouble } = this
    return (
      about &&
      request && {
        about,
        ready: true,
        form: this.form,
        problems,
        trouble,
        saved: savedWords(request.saveState, request.draft, this.services.records),
        canKeep: mayKeep(this.services.records),
      }
    )
  }

  private readonly handlers: AnotherWayHandlers = {
    onChange: (change) => {
      const { ownDevice, ...written } = { ...this.form, ...change }
      this.request?.write({ written, ownDevice })
    },
    onSend: () => void this.send(),
    onFollow: followProblem,
    onTakeAway: () => void this.takeAway(),
  }

  private readonly onSaved = () => {
    if (this.request?.saveState.kind === 'saved') void this.letRefusedGo()
    this.requestUpdate()
  }

  /** What was refused lives on in what is written now: one record of it is enough, and it is the one this address leads to. */
  private async letRefusedGo(): Promise<void> {
    const { refused, request } = this
    this.refused = undefined
    if (!refused || !request || !(await forgetRecord(this.services, refused))) return
    const { state } = history
    if (!this.sending) history.replaceState(state, '', `?request=${request.draft.name}`)
  }

  private async takeAway(): Promise<void> {
    const { takeAway } = await import('../../app/take-away.ts')
    takeAway(
      [{ kind: 'support-request', state: 'draft', draft: this.request!.draft }],
      this.services.now(),
    )
  }

  /** What was typed on the server's page was typed without seeing what was kept, which stays as it is (P5). */
  protected override async typeAgain(typed: readonly Typed[]): Promise<void> {
    this.request?.branch()
    await super.typeAgain(typed)
  }

  private async send(): Promise<void> {
    const { request } = this
    if (!request || this.sending) return
    const asked = requestOf(this.form)
    this.problems = checkRequest(asked)
    if (this.problems.length > 0) {
      await this.updateComplete
      return focusProblems()
    }
    this.sending = true
    try {
      await request.save()
      await sendRequest(this.services, request.draft, asked as SupportRequest)
      await this.letRefusedGo()
      navigate(await addressOfRecord(this.services, 'support-request', request.draft))
    } catch (error) {
      this.trouble = isFailure(error) ? notSentWords : troubleWords.notSent
      announce(this.trouble)
      if (!isFailure(error)) throw error
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
