import type { OutcomeDraft } from '@takepart/shared/domain/report/outcome-draft'
import { emptyPoint } from '@takepart/shared/domain/report/outcome-draft'
import type { ReportResult } from '@takepart/shared/domain/report/report-schema'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import {
  outcomeDeskView,
  untouched,
  type OutcomeDeskModel,
  type OutcomeState,
} from '@takepart/shared/views/report/outcome-desk.view'
import { reportProblemWords, reportWords } from '@takepart/shared/words/report'
import { customElement, state } from 'lit/decorators.js'
import type { StaffApi } from '../../api/staff-api.ts'
import { announce } from '../../app/announce.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'

/** Where an outcome is written beside the frozen results, signed by a second person, and published. */
@customElement('tp-outcome-page')
export class OutcomePage extends StaffPageElement<OutcomeDeskModel> {
  @state() private typed: OutcomeState | undefined

  protected view() {
    const typed = this.#typed
    return outcomeDeskView(this.model, typed, {
      onWrite: (changes) => this.#write(changes),
      onPoint: (id, changes) =>
        this.#write({
          points: typed.document.points.map((point) =>
            point.id === id ? { ...point, ...changes } : point,
          ),
        }),
      onAddPoint: () => void this.#addPoint(),
      onRemovePoint: (id) => void this.#removePoint(id),
      onSave: () => void this.#save(),
      onFreeze: () => void this.#freeze(),
      onAsk: () => void this.#ask(),
      onSign: () => void this.#do((api) => api.report.conclude.mutate(this.#of), { at: 'signing' }),
      onNote: (note) => this.#set({ note }),
      onSendBack: () =>
        void this.#do(
          (api) => api.report.sendBack.mutate({ ...this.#of, note: this.#typed.note }),
          {
            at: 'note',
          },
        ),
      onLate: (late) => this.#set({ late: { ...this.#typed.late, ...late } }),
      onSayLate: () => void this.#sayLate(),
    })
  }

  get #typed(): OutcomeState {
    return this.typed ?? untouched(this.model.document)
  }

  get #of() {
    return { consultationId: this.model.consultation.id }
  }

  #set(changes: Partial<OutcomeState>): void {
    this.typed = { ...this.#typed, ...changes }
  }

  #write(changes: Partial<OutcomeDraft>): void {
    this.#set({ document: { ...this.#typed.document, ...changes }, changed: true })
  }

  async #addPoint(): Promise<void> {
    const id = `p${this.services.newId().slice(0, 8)}`
    this.#write({ points: [...this.#typed.document.points, emptyPoint(id)] })
    await this.updateComplete
    document.getElementById(`title-${id}`)?.focus()
  }

  async #removePoint(id: string): Promise<void> {
    this.#write({ points: this.#typed.document.points.filter((point) => point.id !== id) })
    await this.updateComplete
    document.getElementById('add-point')?.focus()
  }

  /** True once everything that was typed is stored at the server. */
  async #save(): Promise<boolean> {
    const { document } = this.#typed
    const input = { ...this.#of, seen: this.model.revision, document }
    const result = await this.act((api) => api.report.save.mutate(input))
    if (!result) return false
    if (!result.ok) {
      await this.#say('#summary', result)
      return false
    }
    // What is typed while the answer is on its way is not saved with it.
    const changed = this.#typed.document !== document
    this.#set({ problems: [], changed })
    this.model = { ...this.model, revision: result.revision }
    await this.refresh()
    if (!changed) announce(reportWords.saved)
    return !changed
  }

  /** What is not saved yet is saved first: nobody signs words that only one browser has. */
  async #saveFirst(): Promise<boolean> {
    return this.#typed.changed ? this.#save() : true
  }

  async #freeze(): Promise<void> {
    if (!(await this.#saveFirst())) return
    await this.#do((api) => api.report.freeze.mutate(this.#of), {
      at: 'frozen',
      said: reportWords.frozen,
    })
  }

  async #ask(): Promise<void> {
    if (!(await this.#saveFirst())) return
    await this.#do((api) => api.report.ask.mutate(this.#of), { at: 'signing' })
  }

  async #sayLate(): Promise<void> {
    const { reason, day, month, year } = this.#typed.late
    const by = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (!/^\d{4}-\d{2}-\d{2}$/.test(by))
      return this.#say('#late-by', { ok: false, problem: 'not-late' })
    await this.#do((api) => api.report.sayLate.mutate({ ...this.#of, by, reason }), {
      at: 'late',
      said: reportWords.lateSaid,
    })
  }

  async #do(
    work: (api: StaffApi) => Promise<ReportResult>,
    { at, said }: { readonly at: string; readonly said?: string },
  ): Promise<void> {
    const result = await this.act(work)
    if (!result) return
    if (!result.ok) return this.#say(`#${at}`, result)
    await this.refresh()
    this.typed = undefined
    await this.updateComplete
    const place = document.getElementById(at) ?? document.getElementById('main')
    place?.focus()
    if (said) announce(said)
  }

  async #say(href: string, result: Extract<ReportResult, { ok: false }>): Promise<void> {
    const texts = [reportProblemWords[result.problem], ...(result.words ?? [])]
    this.#set({ problems: texts.map((text) => ({ href, text })) })
    await this.updateComplete
    document.getElementById(errorSummaryId)?.focus()
  }
}
