import type { OtherText, Value } from '@takepart/shared/domain/authoring/draft/draft'
import type { SentEdit } from '@takepart/shared/domain/authoring/draft/sent-edit'
import { roundPart } from '@takepart/shared/domain/round/desk/round-draft'
import type { FormField } from '@takepart/shared/views/authoring/part-fields'
import { fieldId, type TypedParts } from '@takepart/shared/views/authoring/part-form-model'
import {
  roundEditorView,
  roundStateOf,
  type RoundEditorHandlers,
  type RoundEditorModel,
} from '@takepart/shared/views/round-desk/round-editor.view'
import { customElement, state } from 'lit/decorators.js'
import { StaffPageElement } from '../../app/staff-page-element.ts'
import type { StaffServices } from '../../app/staff-services.ts'
import { DraftSaver } from '../authoring/draft-saver.ts'
import { savingLine } from '../authoring/saving-line.ts'
import { readTyped } from '../authoring/typed-values.ts'

const settled = 1_500

/** Writing a discussion: each field is kept on the device first, then at the server, as in a consultation. */
@customElement('tp-round-editor-page')
export class RoundEditorPage extends StaffPageElement<RoundEditorModel> {
  @state() private typed: Readonly<Record<string, TypedParts>> = {}
  @state() private problems: Readonly<Record<string, string>> = {}
  @state() private begun = false
  #saver!: DraftSaver
  #settling: ReturnType<typeof setTimeout> | undefined
  readonly #handlers: RoundEditorHandlers = {
    onValue: (field, value) => this.#saver.write(field, value),
    onTyped: (field, part, text) => this.#type(field, part, text),
    onSettle: (other, value) => void this.#choose(other, value),
  }

  override arrive(services: StaffServices): void {
    super.arrive(services)
    this.#saver = new DraftSaver({
      draft: this.model.head.id,
      part: this.model.part,
      kept: services.keptEdits,
      send: (sent) => services.call((api) => api.roundDesk.edit.mutate(ofRound(sent))),
      newId: services.newId,
      now: services.now,
      onChange: () => this.requestUpdate(),
      onSaved: () => this.#settle(),
    })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('online', this.#again)
    document.addEventListener('visibilitychange', this.#away)
    window.addEventListener('pagehide', this.#away)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('online', this.#again)
    document.removeEventListener('visibilitychange', this.#away)
    window.removeEventListener('pagehide', this.#away)
    this.#saver?.stop()
  }

  readonly #again = (): void => void this.#saver?.flush()

  readonly #away = (): void => {
    if (document.visibilityState === 'hidden') void this.#saver?.commit()
  }

  protected override firstUpdated(): void {
    const target = location.hash ? document.getElementById(location.hash.slice(1)) : undefined
    target?.focus()
    this.begun = true
    if (this.model.mayWrite) void this.#saver.begin()
  }

  protected view() {
    // The first time exactly as the server drew it, or the page could not be hydrated.
    if (!this.begun) return roundEditorView(this.model, roundStateOf(this.model), this.#handlers)
    const refused = Object.fromEntries(this.#saver.problems)
    return roundEditorView(
      this.model,
      {
        part: this.#saver.part,
        typed: this.typed,
        problems: { ...refused, ...this.problems },
        ...savingLine(this.#saver.state),
      },
      this.#handlers,
    )
  }

  /** The text of a day or a time: it is saved as soon as it says one that there is. */
  #type(field: FormField, part: string, text: string): void {
    const before = this.typed[field.field] ?? this.#asTyped(field)
    const parts = { ...before, [part]: text }
    this.typed = { ...this.typed, [field.field]: parts }
    const read = readTyped(field, parts)
    const { [field.field]: _, ...rest } = this.problems
    this.problems = read.ok ? rest : { ...rest, [field.field]: read.words }
    if (read.ok) this.#saver.write(field.field, read.value)
  }

  /** What its fields show while nobody has typed in them. */
  #asTyped({ field }: FormField): TypedParts {
    const inputs = this.querySelectorAll<HTMLInputElement>(`[id^="${fieldId(field)}"]`)
    return Object.fromEntries(
      [...inputs].map((input) => [input.id.split('__')[1] ?? 'day', input.value]),
    )
  }

  /** Once nothing more is written for a moment, the checks are asked for again. */
  #settle(): void {
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => void this.#follow(), settled)
  }

  async #follow(): Promise<void> {
    try {
      const model = (await this.services.readPage()) as RoundEditorModel
      this.#saver.follow(model.part)
      this.model = model
    } catch (error) {
      // The page says by itself that there is no connection; what it shows of the checks is then of before.
      if (this.services.failureOf(error) === undefined) throw error
    }
  }

  async #choose({ field, edit }: OtherText, now: Value): Promise<void> {
    await this.#saver.commit()
    const id = this.services.newId()
    const done = await this.act((api) =>
      api.roundDesk.edit.mutate({
        draft: this.model.head.id,
        id,
        edit: { do: 'settle', part: roundPart, field, edit, now },
      }),
    )
    if (!done) return
    await this.#follow()
    await this.updateComplete
    // What was pressed is gone with the two texts.
    const place = document.getElementById(fieldId(field)) ?? document.getElementById('main')
    place?.focus()
  }
}

/** The same edit, as one of a round: its one part has its one name. */
function ofRound({ draft, id, edit }: SentEdit) {
  if (edit.do !== 'set') throw new Error('A discussion has one part, which is only written in')
  return { draft, id, edit: { ...edit, part: roundPart } }
}
