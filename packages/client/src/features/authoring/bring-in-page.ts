import { largestImport } from '@takepart/shared/domain/authoring/import/import-file'
import { pathOfImport } from '@takepart/shared/domain/site/authoring-paths'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import {
  bringInView,
  notSending,
  sendingWords,
  type BringInModel,
  type BringInState,
  type SendingFile,
} from '@takepart/shared/views/authoring/bring-in.view'
import { importWords } from '@takepart/shared/words/import'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'
import type { StaffServices } from '../../app/staff-services.ts'
import { FileSender } from './file-sender.ts'

/** Where somebody brings in a file. */
@customElement('tp-bring-in-page')
export class BringInPage extends StaffPageElement<BringInModel> {
  @state() private standing: BringInState = notSending
  #sender!: FileSender
  #chosen: File | undefined

  override arrive(services: StaffServices): void {
    super.arrive(services)
    const { call, keptFiles: kept, failureOf } = services
    this.#sender = new FileSender({
      kept,
      sendPiece: async ({ id: file, draft, name, file: { size: bytes } }, number, piece) =>
        (
          await call((api) =>
            api.authoring.sendPiece.mutate({ draft, file, name, bytes, number, piece }),
          )
        ).received,
      read: ({ id: file, draft }) => call((api) => api.authoring.readFile.mutate({ draft, file })),
      isAway: (error) => failureOf(error) !== undefined,
      onChange: (sending) => this.#show(sending),
      onRead: (id) => location.assign(pathOfImport(this.model.head.id, id)),
      notTaken: importWords.refusals.damaged,
    })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('online', this.#again)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('online', this.#again)
    this.#sender?.stop()
  }

  readonly #again = (): void => {
    if (this.standing.sending.kind === 'waiting') void this.#sender.flush()
  }

  protected override firstUpdated(): void {
    this.standing = { ...this.standing, canSend: true }
    // A browser keeps what was chosen when somebody comes back to the page.
    this.#chosen = this.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0]
    void this.#sender.begin(this.model.head.id)
  }

  protected view() {
    return bringInView(this.model, this.standing, {
      onChoose: (file) => {
        this.#chosen = file
      },
      onSend: () => void this.#send(),
      onSendLeft: () => void this.#sender.flush(),
      onForget: () => void this.#forget(),
    })
  }

  #show(sending: SendingFile): void {
    this.standing = { ...this.standing, sending }
    if (sending.kind === 'stopped') announce(importWords.stopped(sending.name), 'file')
    else if (sending.kind !== 'nothing' && sending.kind !== 'left')
      announce(sendingWords(sending), 'file')
  }

  async #send(): Promise<void> {
    const file = this.#chosen
    const problem = problemOf(file)
    this.standing = { ...this.standing, problem }
    if (!file || problem !== undefined) {
      await this.updateComplete
      document.getElementById(errorSummaryId)?.focus()
      return
    }
    await this.#sender.send({
      id: this.services.newId(),
      draft: this.model.head.id,
      name: file.name,
      file,
    })
  }

  async #forget(): Promise<void> {
    await this.#sender.forget()
    announce(importWords.notSent, 'file')
    document.getElementById('main')?.focus()
  }
}

function problemOf(file: File | undefined): string | undefined {
  if (!file) return importWords.noFile
  if (file.size === 0) return importWords.emptyFile
  return file.size > largestImport ? importWords.tooLarge : undefined
}
