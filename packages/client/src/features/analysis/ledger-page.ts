import type {
  LedgerDecision,
  LedgerProblem,
} from '@takepart/shared/domain/analysis/ledger/ledger-step'
import { readDecision } from '@takepart/shared/domain/analysis/ledger/typed-decision'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import { ledgerView, type LedgerModel } from '@takepart/shared/views/analysis/ledger.view'
import {
  noName,
  nothingDecided,
  type AlikeGroup,
  type LedgerState,
} from '@takepart/shared/views/analysis/ledger-acts.view'
import { ledgerActWords, ledgerProblemWords } from '@takepart/shared/words/ledger-acts'
import { customElement, state } from 'lit/decorators.js'
import type { StaffApi } from '../../api/staff-api.ts'
import { announce } from '../../app/announce.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'

type Moved =
  | { readonly ok: true; readonly value: { readonly moved: number } }
  | { readonly ok: false; readonly problems: readonly object[] }

/** Where every response is, and where staff decide on those that a rule does not. */
@customElement('tp-ledger-page')
export class LedgerPage extends StaffPageElement<LedgerModel> {
  @state() private typed: LedgerState = nothingDecided

  protected view() {
    return ledgerView(this.model, this.typed, {
      onType: (typed) => {
        this.typed = { ...this.typed, ...typed }
      },
      onDecide: () => void this.#decide(),
      onUndo: (step) => void this.#undo(step),
      onFind: () => void this.#find(),
      onLabel: (group) => void this.#label(group),
      onCopies: (group) => void this.#copies(group),
      onNotAlike: (group) => this.#drop(group),
    })
  }

  get #consultation() {
    return { consultationId: this.model.consultation.id }
  }

  async #decide(): Promise<void> {
    const read = readDecision(this.typed)
    if ('missing' in read)
      return this.#say(`#${read.missing}`, ledgerActWords.missing[read.missing])
    const decision = 'decision' in read ? read.decision : await this.#merge(read.mergeInto)
    if (!decision) return
    const { chosen, reason } = this.typed
    const input = { ...this.#consultation, responseIds: [...chosen], decision, reason }
    const moved = await this.#do(
      (api) => api.analysis.decide.mutate({ ...input, stepId: this.services.newId() }),
      '#reason',
    )
    if (moved !== undefined) await this.#done(ledgerActWords.done(moved), 'line')
  }

  async #merge(reference: string): Promise<LedgerDecision | undefined> {
    const found = await this.act((api) =>
      api.analysis.find.query({ ...this.#consultation, reference }),
    )
    if (!found) return undefined
    if (found.id === null)
      return this.#say('#into', ledgerProblemWords({ code: 'response-not-here' }))
    return { kind: 'merge', into: found.id }
  }

  async #undo(undoes: string): Promise<void> {
    const stepId = this.services.newId()
    const moved = await this.#do(
      (api) => api.analysis.undo.mutate({ ...this.#consultation, stepId, undoes }),
      '#lately',
    )
    if (moved !== undefined) await this.#done(ledgerActWords.undone(moved), 'lately')
  }

  async #find(): Promise<void> {
    const found = await this.act((api) => api.analysis.findCampaigns.query(this.#consultation))
    if (!found) return
    this.typed = { ...this.typed, alike: found }
    await this.updateComplete
    document.getElementById('alike')?.focus()
  }

  async #label(group: AlikeGroup): Promise<void> {
    const { name, countAs } = this.typed.typed[group.model] ?? noName
    const href = `#name-${group.model}`
    if (name.trim() === '') return this.#say(href, ledgerActWords.nameFirst)
    const { newId } = this.services
    const input = {
      ...this.#consultation,
      stepIds: [newId(), newId()] as [string, string],
      campaign: { id: newId(), name: name.trim(), countAs },
      standard: [...group.standard],
      edited: group.edited.map(({ id }) => id),
    }
    const moved = await this.#do((api) => api.analysis.labelCampaign.mutate(input), href)
    if (moved === undefined) return
    this.#drop(group)
    await this.#done(ledgerActWords.done(moved), 'alike')
  }

  /** Those in the very same words are copies of the first of them. */
  async #copies(group: AlikeGroup): Promise<void> {
    const responseIds = [...group.standard, ...group.edited.map(({ id }) => id)].filter(
      (id) => id !== group.model,
    )
    const input = {
      ...this.#consultation,
      stepId: this.services.newId(),
      responseIds,
      decision: { kind: 'merge' as const, into: group.model },
      reason: ledgerActWords.alikeCopyReason,
    }
    const moved = await this.#do((api) => api.analysis.decide.mutate(input), `#name-${group.model}`)
    if (moved === undefined) return
    this.#drop(group)
    await this.#done(ledgerActWords.done(moved), 'alike')
  }

  #drop({ model }: AlikeGroup): void {
    const alike = (this.typed.alike ?? []).filter((group) => group.model !== model)
    this.typed = { ...this.typed, alike }
  }

  async #do(work: (api: StaffApi) => Promise<Moved>, href: string): Promise<number | undefined> {
    const result = await this.act(work)
    if (!result) return undefined
    if (result.ok) return result.value.moved
    const [problem] = result.problems
    await this.#say(href, ledgerProblemWords(problem as LedgerProblem))
    return undefined
  }

  async #done(words: string, place: string): Promise<void> {
    const { alike, typed } = this.typed
    this.typed = { ...nothingDecided, typed, ...(alike ? { alike } : {}) }
    await this.refresh()
    await this.updateComplete
    document.getElementById(`${place}-title`)?.focus()
    document.getElementById(place)?.focus()
    announce(words)
  }

  async #say(href: string, text: string): Promise<undefined> {
    this.typed = { ...this.typed, problems: [{ href, text }] }
    await this.updateComplete
    document.getElementById(errorSummaryId)?.focus()
  }
}
