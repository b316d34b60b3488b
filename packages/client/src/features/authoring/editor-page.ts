import {
  fieldOf,
  keyOf,
  readKey,
  type ListedPart,
  type OtherText,
  type PartFields,
  type Value,
} from '@takepart/shared/domain/authoring/draft/draft'
import type { Edit, Place } from '@takepart/shared/domain/authoring/draft/edit'
import { newIdFrom } from '@takepart/shared/domain/authoring/draft/ids'
import { pathOfPart } from '@takepart/shared/domain/site/authoring-paths'
import type { EditorModel } from '@takepart/shared/views/authoring/desk-model'
import {
  editorView,
  stateOf,
  type EditorHandlers,
} from '@takepart/shared/views/authoring/editor.view'
import type { FormField } from '@takepart/shared/views/authoring/part-fields'
import { fieldId, type TypedParts } from '@takepart/shared/views/authoring/part-form-model'
import { authoringWords } from '@takepart/shared/words/authoring'
import { importWords } from '@takepart/shared/words/import'
import type { PropertyValues } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'
import type { StaffServices } from '../../app/staff-services.ts'
import { confirmNote } from './confirm-note.ts'
import { DraftSaver } from './draft-saver.ts'
import { optionHandlers } from './option-handlers.ts'
import { placeFor } from './place-for.ts'
import { pasteStructure } from './paste-structure.ts'
import { savingLine } from './saving-line.ts'
import { readTyped } from './typed-values.ts'

const settled = 1_500

/** Writing one part of a consultation. */
@customElement('tp-editor-page')
export class EditorPage extends StaffPageElement<EditorModel> {
  @state() private typed: Readonly<Record<string, TypedParts>> = {}
  @state() private problems: Readonly<Record<string, string>> = {}
  @state() private choosingPlace = false
  @state() private begun = false
  #saver!: DraftSaver
  #settling: ReturnType<typeof setTimeout> | undefined
  #handlers: EditorHandlers = {}

  override arrive(services: StaffServices): void {
    super.arrive(services)
    this.#saver = new DraftSaver({
      draft: this.model.head.id,
      part: this.model.part,
      kept: services.keptEdits,
      send: (sent) => services.call((api) => api.authoring.edit.mutate(sent)),
      newId: services.newId,
      now: services.now,
      onChange: () => this.requestUpdate(),
      onSaved: () => this.#settle(),
    })
    this.#handlers = this.#makeHandlers()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('online', this.#again)
    document.addEventListener('visibilitychange', this.#away)
    window.addEventListener('pagehide', this.#away)
    this.addEventListener('paste', pasteStructure)
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

  protected override firstUpdated(_changed: PropertyValues): void {
    const target = location.hash ? document.getElementById(location.hash.slice(1)) : undefined
    target?.focus()
    this.begun = true
    void this.#saver.begin()
  }

  protected view() {
    // The first time exactly as the server drew it, or the page could not be hydrated.
    if (!this.begun) return editorView(this.model, stateOf(this.model), this.#handlers)
    const { part } = this.#saver
    const refused = Object.fromEntries(this.#saver.problems)
    return editorView(
      this.model,
      {
        form: {
          part,
          typed: this.typed,
          problems: { ...refused, ...this.problems },
          earlier: this.model.earlier,
          readings: this.model.readings,
        },
        ...savingLine(this.#saver.state),
        choosingPlace: this.choosingPlace,
      },
      this.#handlers,
    )
  }

  #makeHandlers(): EditorHandlers {
    const onValue = (field: string, value: Value) => this.#saver.write(field, value)
    return {
      onValue,
      onTyped: (field, part, text) => this.#type(field, part, text),
      ...optionHandlers({
        listOf: (field) => fieldOf(this.#saver.part, field),
        onValue,
        random: this.services.random,
        updated: () => this.updateComplete,
      }),
      onUndo: () => void this.#takeBack('undo'),
      onRedo: () => void this.#takeBack('redo'),
      onMove: (place) => void this.#move(place),
      onChoosePlace: () => {
        this.choosingPlace = !this.choosingPlace
      },
      onRemove: () => void this.#structure({ do: 'remove', part: this.model.part.key }),
      onBringBack: () => void this.#bringBack(),
      onCopy: () => void this.#add('question', this.#saver.part.fields),
      onAdd: (kind) => void this.#add(kind),
      onConfirm: ({ key }) => void this.#confirm(key),
      onSettle: (other, value) => void this.#choose(other, value),
    }
  }

  /** The text of a number, a day or a reading: it is saved as soon as it says something that there is. */
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
  #asTyped(field: FormField): TypedParts {
    const inputs = this.querySelectorAll<HTMLInputElement>(`[id^="f-${field.field.toLowerCase()}"]`)
    const names: Readonly<Record<string, string>> = { month: 'month', year: 'year', time: 'time' }
    return Object.fromEntries(
      [...inputs].map((input) => [names[input.id.split('__')[1] ?? ''] ?? 'day', input.value]),
    )
  }

  /** Once nothing more is written for a moment, the map and the checks are asked for again. */
  #settle(): void {
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => void this.#follow(), settled)
  }

  async #follow(): Promise<void> {
    try {
      const model = (await this.services.readPage()) as EditorModel
      this.#saver.follow(model.part)
      this.model = model
    } catch (error) {
      // The page says by itself that there is no connection; what it shows of the checks is then of before.
      if (this.services.failureOf(error) === undefined) throw error
    }
  }

  async #structure(edit: Edit): Promise<boolean> {
    await this.#saver.commit()
    const id = this.services.newId()
    const result = await this.act((api) =>
      api.authoring.edit.mutate({ draft: this.model.head.id, id, edit }),
    )
    if (result === undefined || result.outcome === 'refused') return false
    await this.#follow()
    return true
  }

  async #move(place: Place): Promise<void> {
    this.choosingPlace = false
    if (await this.#structure({ do: 'move', part: this.model.part.key, place }))
      announce(
        [this.model.sectionTitle, this.#placeWords()].filter((words) => words !== null).join(': '),
      )
  }

  #placeWords(): string {
    const kind = readKey(this.model.part.key)?.kind
    const number = this.model.number ?? 0
    return kind === 'section' ? authoringWords.section(number) : authoringWords.question(number)
  }

  async #bringBack(): Promise<void> {
    const last = this.model.map.sections.at(-1)
    const section = readKey(last?.part ?? '')?.id
    await this.#structure({
      do: 'bring-back',
      part: this.model.part.key,
      place: section === undefined ? {} : { section },
    })
  }

  /** Adds something after the part at hand, and goes there. */
  async #add(kind: Exclude<ListedPart, 'media' | 'edition'>, copied?: PartFields): Promise<void> {
    const id = newIdFrom(kind, this.services.random(4))
    const part = keyOf(kind, id)
    const fields = copied ?? (kind === 'question' ? { kind: 'long-text' } : {})
    const place = placeFor(kind, this.model)
    if (kind === 'question' && place.section === undefined) {
      await this.#add('section')
      return
    }
    if (await this.#structure({ do: 'add', part, fields, place }))
      location.assign(pathOfPart(this.model.head.id, part))
  }

  async #choose({ field, edit }: OtherText, now: Value): Promise<void> {
    await this.#saver.commit()
    const id = this.services.newId()
    const { key: part } = this.model.part
    const done = await this.act((api) =>
      api.authoring.edit.mutate({
        draft: this.model.head.id,
        id,
        edit: { do: 'settle', part, field, edit, now },
      }),
    )
    if (!done) return
    await this.#follow()
    await this.updateComplete
    // What was pressed is gone with the two texts.
    const place = document.getElementById(fieldId(field)) ?? document.getElementById('main')
    place?.focus()
  }

  async #confirm(key: string): Promise<void> {
    const draft = this.model.head.id
    const done = await this.act((api) => confirmNote(api, draft, key))
    if (!done) return
    await this.#follow()
    announce(importWords.confirmedNow)
    document.getElementById('checks')?.focus()
  }

  async #takeBack(which: 'undo' | 'redo'): Promise<void> {
    await this.#saver.commit()
    const draft = this.model.head.id
    const done = await this.act((api) =>
      api.authoring.undo.mutate({ draft, id: this.services.newId(), which }),
    )
    if (!done) return
    if (done.undone === null) return announce(authoringWords.nothingToUndo)
    this.typed = {}
    await this.#follow()
    announce(
      which === 'undo' ? authoringWords.undone(done.undone) : authoringWords.redone(done.undone),
    )
  }
}
