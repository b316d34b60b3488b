import type { ErasureProblem } from '@takepart/shared/domain/analysis/removal/erasure'
import type { TakeOutProblem } from '@takepart/shared/domain/analysis/removal/take-out-words'
import { isSamePart, placesOf, withParts } from '@takepart/shared/domain/moderation/choose-parts'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import {
  erasureId,
  nothingRemoved,
  takeOutHeadingId,
  takeOutTitleId,
  type RemovalState,
} from '@takepart/shared/views/analysis/removal.view'
import {
  goneId,
  responseView,
  type ResponseModel,
  type ShownText,
} from '@takepart/shared/views/analysis/response.view'
import { keepId } from '@takepart/shared/views/response/confirmation.view'
import { removalProblemWords, removalWords } from '@takepart/shared/words/removal'
import { customElement, state } from 'lit/decorators.js'
import type { StaffApi } from '../../api/staff-api.ts'
import { announce } from '../../app/announce.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'

type Done = { readonly ok: true } | { readonly ok: false; readonly problems: readonly object[] }

/** One response, out of which staff take words, or which two of them erase, for a lawful reason. */
@customElement('tp-response-page')
export class ResponsePage extends StaffPageElement<ResponseModel> {
  @state() private typed: RemovalState = nothingRemoved

  protected view() {
    return responseView(this.model, this.typed, {
      onType: (typed) => this.#set(typed),
      onOpen: (open) => void this.#go({ ...nothingRemoved, open }, takeOutHeadingId),
      onAdd: () => void this.#add(),
      onPutBack: (part) => {
        const out = { field: 'text', ...part } as const
        const parts = this.typed.parts.filter((one) => !isSamePart({ field: 'text', ...one }, out))
        void this.#go({ parts }, 'out-words')
      },
      onCheck: () => void this.#check(),
      onClose: () => void this.#close(),
      onConfirm: () => void this.#confirm(),
      onAsk: () => void this.#ask(),
      onKeep: () => void this.#keep(),
      onErase: () => void this.#go({ confirming: 'erase' }, keepId),
    })
  }

  get #text(): ShownText | undefined {
    return this.model.sections
      .flatMap(({ answers }) => answers.flatMap(({ texts }) => texts))
      .find(({ key }) => key === this.typed.open)
  }

  get #response() {
    return { consultationId: this.model.consultation.id, responseId: this.model.id }
  }

  #set(typed: Partial<RemovalState>): void {
    this.typed = { ...this.typed, ...typed }
  }

  async #go(typed: Partial<RemovalState>, focus: string): Promise<void> {
    this.#set({ problems: [], ...typed })
    await this.updateComplete
    document.getElementById(focus)?.focus()
  }

  async #close(): Promise<void> {
    const { confirming, open } = this.typed
    if (confirming === 'take-out') return this.#go({ confirming: undefined }, takeOutHeadingId)
    if (confirming === 'erase') return this.#go({ confirming: undefined }, erasureId)
    await this.#go(nothingRemoved, `take-out-${open}`)
  }

  async #add(): Promise<void> {
    const text = this.#text
    if (!text) return
    const { words, what, selected, parts } = this.typed
    const found = placesOf(
      { text: text.text },
      { words, what, ...(selected ? { selected: { field: 'text', ...selected } } : {}) },
    )
    if (found.length === 0) return this.#say('#out-words', removalWords.nowhere)
    const inText = parts.map((part) => ({ field: 'text' as const, ...part }))
    const chosen = withParts(inText, found).map(({ start, end, what: kind }) => ({
      start,
      end,
      what: kind,
    }))
    await this.#go({ parts: chosen, words: '', selected: undefined }, 'out-words')
  }

  async #check(): Promise<void> {
    const { parts, why } = this.typed
    if (parts.length === 0) return this.#say('#out-words', removalWords.nothingChosen)
    if (why === '') return this.#say('#out-why', removalWords.whyMissing)
    await this.#go({ confirming: 'take-out' }, keepId)
  }

  #confirm(): Promise<void> {
    return this.typed.confirming === 'erase' ? this.#erase() : this.#takeOut()
  }

  async #takeOut(): Promise<void> {
    const text = this.#text
    const { parts, why } = this.typed
    if (!text || why === '') return
    const { questionId, option } = text
    const input = {
      ...this.#response,
      stepId: this.services.newId(),
      takeOut: {
        place: { questionId, ...(option === undefined ? {} : { option }) },
        parts: [...parts],
        reason: why,
        seen: this.model.revision,
      },
    }
    await this.#do((api) => api.analysis.takeOut.mutate(input), '#out-words', {
      said: removalWords.takenOut,
      focus: takeOutTitleId,
    })
  }

  async #ask(): Promise<void> {
    const { eraseWhy } = this.typed
    if (eraseWhy === '') return this.#say('#erase-why', removalWords.eraseWhyMissing)
    const input = { ...this.#response, requestId: this.services.newId(), reason: eraseWhy }
    await this.#do((api) => api.analysis.askToErase.mutate(input), '#erase-why', {
      said: removalWords.asked,
      focus: erasureId,
    })
  }

  async #keep(): Promise<void> {
    const requestId = this.model.erasure?.asked?.id
    if (requestId === undefined) return
    const input = { ...this.#response, requestId }
    await this.#do((api) => api.analysis.keep.mutate(input), `#${erasureId}`, {
      said: removalWords.kept,
      focus: erasureId,
    })
  }

  async #erase(): Promise<void> {
    const requestId = this.model.erasure?.asked?.id
    if (requestId === undefined) return
    const input = { ...this.#response, requestId, stepId: this.services.newId() }
    await this.#do((api) => api.analysis.erase.mutate(input), `#${erasureId}`, {
      said: removalWords.erased,
      focus: goneId,
    })
  }

  async #do(
    work: (api: StaffApi) => Promise<Done>,
    href: string,
    then: { readonly said: string; readonly focus: string },
  ): Promise<void> {
    const result = await this.act(work)
    if (!result) return
    if (!result.ok) {
      const [problem] = result.problems
      this.#set({ confirming: undefined })
      return this.#say(href, removalProblemWords(problem as TakeOutProblem | ErasureProblem))
    }
    this.typed = nothingRemoved
    await this.refresh()
    await this.updateComplete
    document.getElementById(then.focus)?.focus()
    announce(then.said)
  }

  async #say(href: string, text: string): Promise<void> {
    this.#set({ problems: [{ href, text }] })
    await this.updateComplete
    document.getElementById(errorSummaryId)?.focus()
  }
}
