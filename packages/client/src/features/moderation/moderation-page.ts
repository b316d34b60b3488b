import { placesOf, withoutPart, withParts } from '@takepart/shared/domain/moderation/choose-parts'
import {
  checkDecision,
  rejectionReasons,
  undoLastsMs,
  type Decision,
  type DecisionProblem,
} from '@takepart/shared/domain/moderation/decision'
import { severities } from '@takepart/shared/domain/moderation/severity'
import { pathInQueue } from '@takepart/shared/domain/site/moderation-paths'
import { errorSummaryId } from '@takepart/shared/ui/error-summary'
import {
  nothingDecided,
  type DecidingHandlers,
  type DecidingState,
  type ModerationModel,
  type OpenForm,
  type QueuedContribution,
} from '@takepart/shared/views/moderation/moderation-model'
import { moderationView } from '@takepart/shared/views/moderation/moderation.view'
import { queuedId } from '@takepart/shared/views/moderation/queued-contribution.view'
import { takeOutId } from '@takepart/shared/views/moderation/take-out.view'
import { decisionProblemWords } from '@takepart/shared/words/moderation'
import { moderationDeskWords as words } from '@takepart/shared/words/moderation-desk'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'
import type { StaffServices } from '../../app/staff-services.ts'
import { areKeysOff, keepKeys, pressedKey, type PressedKey } from './single-keys.ts'

/** Where each problem is put right; the others are about the whole contribution. */
const placeOfProblem = (code: DecisionProblem['code']): string =>
  code.startsWith('reason-words') ? '#reason-words' : `#${queuedId}`

/** The queue of contributions that wait for a moderator. */
@customElement('tp-moderation-page')
export class ModerationPage extends StaffPageElement<ModerationModel> {
  @state() private deciding: DecidingState = nothingDecided
  /** What `deciding.done` tells of, while it can be undone. */
  #undoable: readonly string[] = []
  #undoEnds: ReturnType<typeof setTimeout> | undefined

  override arrive(services: StaffServices): void {
    super.arrive(services)
    this.deciding = { ...nothingDecided, keysOff: areKeysOff() }
    void this.#claim()
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#undoEnds)
    super.disconnectedCallback()
  }

  protected view() {
    return moderationView(this.model, this.deciding, this.#handlers)
  }

  readonly #handlers: DecidingHandlers = {
    onOpen: (id) => void this.#open(id),
    onTakeOut: (parts) => this.#change({ parts: withParts(this.deciding.parts, parts) }),
    onPutBack: (part) => this.#change({ parts: withoutPart(this.deciding.parts, part) }),
    onTakeOutState: (change) => this.#change({ takeOut: { ...this.deciding.takeOut, ...change } }),
    onTakeOutWords: () => void this.#takeOutWords(),
    onAccept: () => void this.#decide({ kind: 'accept' }),
    onRedact: () => void this.#redact(),
    onForm: (form) => void this.#openForm(form),
    onReason: (reason) => this.#change({ reason }),
    onWords: (typed) => this.#change({ words: typed }),
    onSendReason: () => void this.#sendReason(),
    onSeverity: (severity) => this.#change({ severity }),
    onWhy: (why) => this.#change({ why }),
    onRaise: () => void this.#raise(),
    onOther: (id, chosen) =>
      this.#change({
        others: [...this.deciding.others.filter((other) => other !== id), ...(chosen ? [id] : [])],
      }),
    onLeave: () => void this.#leave(),
    onKeys: () => {
      keepKeys(!this.deciding.keysOff)
      this.#change({ keysOff: !this.deciding.keysOff })
    },
    onKey: (event) => this.#key(event),
    onUndo: () => void this.#undo(),
    onLookAgain: () => void this.#lookAgain(),
  }

  get #one(): QueuedContribution | undefined {
    return this.model.items.find(({ id }) => id === this.model.open)
  }

  get #isMine(): boolean {
    const one = this.#one
    return one !== undefined && (one.claimedBy === null || one.claimedBy === this.model.me)
  }

  #change(change: Partial<DecidingState>): void {
    this.deciding = { ...this.deciding, ...change }
  }

  /** Nothing that was chosen for one contribution is done to the next. */
  #startAfresh(): void {
    const { keysOff, done } = this.deciding
    this.deciding = { ...nothingDecided, keysOff, done }
  }

  /** Tells the others who has it; where another has it already, the page says so. */
  async #claim(): Promise<void> {
    const one = this.#one
    if (!one) return
    const answer = await this.act((api) => api.moderation.claim.mutate({ contributionId: one.id }))
    if (!answer || answer.holder === one.claimedBy) return
    // Somebody whose name is not in the page yet: the page is asked for again.
    if (answer.holder !== this.model.me && answer.holder !== null)
      return void (await this.refresh())
    this.model = {
      ...this.model,
      items: this.model.items.map((item) =>
        item.id === one.id ? { ...item, claimedBy: answer.holder } : item,
      ),
    }
  }

  async #open(id: string): Promise<void> {
    const before = this.#one
    if (before && this.#isMine && before.id !== id)
      void this.act((api) => api.moderation.release.mutate({ contributionId: before.id }))
    this.model = { ...this.model, open: id }
    this.#startAfresh()
    history.replaceState(null, '', pathInQueue(id))
    await this.#focusOn(queuedId)
    await this.#claim()
  }

  async #focusOn(id: string): Promise<void> {
    await this.updateComplete
    document.getElementById(id)?.focus()
  }

  #leave(): Promise<void> {
    const { items, open } = this.model
    const at = items.findIndex(({ id }) => id === open)
    const next = items[(at + 1) % items.length]
    return next ? this.#open(next.id) : Promise.resolve()
  }

  async #openForm(form: OpenForm | undefined): Promise<void> {
    if (form !== undefined && !this.#isMine) return
    this.#change({ form, problems: [] })
    const first = {
      'take-out': 'choose-text',
      reject: 'reason',
      'ask-change': 'reason',
      concern: 'severity',
    }
    await this.#focusOn(form === undefined ? queuedId : first[form])
  }

  async #takeOutWords(): Promise<void> {
    const one = this.#one
    if (!one) return
    const found = placesOf(one.said, this.deciding.takeOut)
    if (found.length === 0) return this.#say(`#${takeOutId}`, words.notInText)
    this.#change({
      parts: withParts(this.deciding.parts, found),
      takeOut: { ...nothingDecided.takeOut, what: this.deciding.takeOut.what },
      problems: [],
    })
    announce(words.takenOut)
    await this.#focusOn(takeOutId)
  }

  #redact(): Promise<void> {
    return this.#decide({ kind: 'redact', parts: [...this.deciding.parts] })
  }

  async #sendReason(): Promise<void> {
    const { form, reason, words: typed } = this.deciding
    if (form !== 'reject' && form !== 'ask-change') return
    if (!reason) return this.#say('#reason', words.reasonMissing)
    await this.#decide({
      kind: form,
      reason,
      ...(typed.trim() === '' ? {} : { words: typed }),
    })
  }

  async #decide(decision: Decision): Promise<void> {
    const one = this.#one
    if (!one || !this.#isMine) return
    const [problem] = checkDecision(decision, one.said)
    if (problem) return this.#sayProblem(problem)
    // Parts are of one text; a reason can be of several.
    const others = decision.kind === 'redact' ? [] : this.deciding.others
    const items = [one, ...this.model.items.filter(({ id }) => others.includes(id))].map(
      ({ id, revision }) => ({ decisionId: this.services.newId(), contributionId: id, revision }),
    )
    const answers = await this.act((api) => api.moderation.decideMany.mutate({ items, decision }))
    if (!answers) return
    const decided = items.filter(({ contributionId }) =>
      answers.some((answer) => answer.contributionId === contributionId && answer.ok),
    )
    const refused = answers.flatMap(({ problems }) => problems as readonly DecisionProblem[])
    await this.#showNext(one)
    if (decided.length > 0)
      this.#offerUndo(
        decided.map(({ decisionId }) => decisionId),
        decision,
        one,
      )
    if (refused[0]) return this.#sayProblem(refused[0])
    await this.#focusOn(queuedId)
  }

  /** The page as it is now, with the one after what was just decided that nobody else has. */
  async #showNext(one: QueuedContribution): Promise<void> {
    const { items, me } = this.model
    const next = items
      .slice(items.indexOf(one) + 1)
      .find(({ claimedBy }) => claimedBy === null || claimedBy === me)
    history.replaceState(null, '', next ? pathInQueue(next.id) : location.pathname)
    this.#startAfresh()
    await this.refresh()
    if (this.model.open !== one.id) await this.#claim()
  }

  #offerUndo(ids: readonly string[], { kind }: Decision, { shown }: QueuedContribution): void {
    this.#undoable = ids
    const done = kind === 'accept' && shown ? words.decided.keep : words.decided[kind]
    const said = ids.length > 1 ? words.decidedMany(ids.length) : done
    this.#change({
      done: {
        words: said,
        undoUntil: new Date(this.services.now().getTime() + undoLastsMs).toISOString(),
      },
    })
    announce(said)
    clearTimeout(this.#undoEnds)
    // A second early: the button must not be there when it is too late.
    this.#undoEnds = setTimeout(() => {
      this.#undoable = []
      this.#change({ done: { words: words.inEffect, undoUntil: null } })
    }, undoLastsMs - 1_000)
  }

  async #undo(): Promise<void> {
    const ids = this.#undoable
    if (ids.length === 0) return
    const answers = await this.act((api) =>
      Promise.all(ids.map((decisionId) => api.moderation.undo.mutate({ decisionId }))),
    )
    if (!answers) return
    clearTimeout(this.#undoEnds)
    this.#undoable = []
    const undone = answers.some((answer) => answer.undone)
    this.#change({ done: { words: undone ? words.undone : words.tooLate, undoUntil: null } })
    announce(undone ? words.undone : words.tooLate)
    await this.refresh()
    await this.#claim()
    await this.#focusOn(queuedId)
  }

  async #raise(): Promise<void> {
    const one = this.#one
    const { severity, why } = this.deciding
    if (!one) return
    const answer = await this.act((api) =>
      api.concern.raiseByHand.mutate({ contributionId: one.id, severity, why }),
    )
    if (!answer) return
    if (!answer.ok) return this.#say('#why', words.raiseWhy)
    this.#startAfresh()
    await this.refresh()
    this.#change({ done: { words: words.raised, undoUntil: null } })
    announce(words.raised)
    await this.#focusOn(queuedId)
  }

  async #lookAgain(): Promise<void> {
    if (await this.refresh()) announce(words.nothingNew(this.model.waiting))
  }

  #key(event: KeyboardEvent): void {
    if (this.deciding.keysOff) return
    const pressed = pressedKey(event)
    if (pressed === undefined) return
    event.preventDefault()
    void this.#act(pressed)
  }

  async #act(pressed: PressedKey): Promise<void> {
    if (typeof pressed !== 'string') return this.#choose(pressed.choice)
    switch (pressed) {
      case 'accept':
        return this.#decide({ kind: 'accept' })
      case 'redact':
        return this.deciding.parts.length > 0 ? this.#redact() : this.#openForm('take-out')
      case 'leave':
        return this.#leave()
      case 'undo':
        return this.#undo()
      default:
        return this.#openForm(pressed)
    }
  }

  #choose(choice: number): void {
    const { form } = this.deciding
    const reason = rejectionReasons[choice - 1]
    const severity = severities[choice - 1]
    if ((form === 'reject' || form === 'ask-change') && reason) this.#change({ reason })
    if (form === 'concern' && severity) this.#change({ severity })
  }

  #sayProblem(problem: DecisionProblem): Promise<void> {
    const nameOf = (id: string): string => this.model.people[id] ?? words.nextOf('')
    return this.#say(placeOfProblem(problem.code), decisionProblemWords(problem, nameOf))
  }

  async #say(href: string, text: string): Promise<void> {
    this.#change({ problems: [{ href, text }] })
    await this.#focusOn(errorSummaryId)
  }
}
