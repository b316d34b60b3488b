import { normaliseCode, showCode } from '@takepart/shared/domain/response/private-code'
import { problemWords } from '@takepart/shared/domain/response/problem-words'
import { newDraft } from '@takepart/shared/domain/device/draft'
import { normaliseReference } from '@takepart/shared/domain/core/reference'
import type { ReadResponse, ReceivedResponse } from '@takepart/shared/domain/response/response'
import {
  openResponseView,
  type OpenResponseHandlers,
  type OpenResponseModel,
} from '@takepart/shared/views/response/open-response.view'
import { troubleWords } from '@takepart/shared/words/trouble'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { isFailure } from '../../app/is-failure.ts'
import { navigate } from '../../app/navigate.ts'
import { PageElement } from '../../app/page-element.ts'
import { focusProblems, followProblem } from './follow-problem.ts'
import { loadVersion } from './load-answering.ts'
import { addressOfRecord, holdUnstored } from '../../app/send-record.ts'

/** Opens a received response with what is on its receipt, on any device. */
@customElement('tp-open-response-page')
export class OpenResponsePage extends PageElement {
  @state() private typed = { reference: '', code: '' }
  @state() private problems: OpenResponseModel['problems'] = {}
  @state() private busy = false

  private readonly handlers: OpenResponseHandlers = {
    onReference: (typed) => {
      this.typed = { ...this.typed, reference: typed }
    },
    onCode: (typed) => {
      this.typed = { ...this.typed, code: typed }
    },
    onOpen: () => void this.open(),
    onFollow: followProblem,
  }

  private async open(): Promise<void> {
    if (this.busy) return
    const reference = normaliseReference(this.typed.reference)
    const code = normaliseCode(this.typed.code)
    this.problems = {
      reference: reference
        ? undefined
        : 'Enter your reference: four letters and four digits, like ABCD-1234',
      code: code ? undefined : 'Enter your private code: twenty letters and digits',
    }
    try {
      if (reference && code) await this.fetch({ reference, code })
    } finally {
      await this.updateComplete
      if (Object.values(this.problems).some(Boolean)) focusProblems()
    }
  }

  private async fetch(input: ReadResponse): Promise<void> {
    this.busy = true
    announce('Opening')
    try {
      const result = await this.services.api.readResponse(input)
      if (result.ok) await this.show(result.value, showCode(input.code))
      else this.problems = { whole: result.problems.map(problemWords).join(' ') }
    } catch (error) {
      this.problems = { whole: isFailure(error) ? troubleWords.notReached : troubleWords.notOpened }
      if (!isFailure(error)) throw error
    } finally {
      this.busy = false
    }
  }

  /** Somebody else's device is the safe guess for a response it did not know: that is kept for this session only. */
  private async show(
    { receipt, slug, version: number, edition, answers }: ReceivedResponse,
    code: string,
  ): Promise<void> {
    const { services } = this
    const id = receipt.responseId
    const version = await loadVersion(services, slug, number)
    if (!version) throw new Error('the version of a received response is always there')
    const known = await services.records.read('response', id).catch(() => undefined)
    const now = services.now().toISOString()
    const draft = newDraft({
      id,
      version,
      code,
      ownDevice: known?.draft.ownDevice ?? false,
      now,
      edition,
      answers,
    })
    const record = { kind: 'response', draft, state: 'received', receipt } as const
    if (!(await services.records.adopt(record)).saved && !known) holdUnstored(services, record)
    navigate(await addressOfRecord(services, 'response', { id }))
  }

  protected override get pageTitle(): string {
    return `${Object.values(this.problems).some(Boolean) ? 'Error: ' : ''}Open your response`
  }

  protected override view() {
    return openResponseView(
      { ...this.typed, problems: this.problems, busy: this.busy },
      this.handlers,
    )
  }
}
