import type { HelpCommand, HelpDraft, HelpRecord } from '@takepart/shared/domain/device/help-record'
import { acceptHelp, type HelpProblem } from '@takepart/shared/domain/moderation/help-request'
import { crisisLineOf, ownLines, type CrisisLine } from '@takepart/shared/domain/site/crisis-lines'
import {
  helpNowFirst,
  helpNowTitle,
  helpNowView,
  type HelpNowHandlers,
  type HelpNowModel,
} from '@takepart/shared/views/help-request/help-now.view'
import { helpWords } from '@takepart/shared/words/help-request'
import { customElement, state } from 'lit/decorators.js'
import { announce } from '../../app/announce.ts'
import { isFailure } from '../../app/is-failure.ts'
import { PageElement } from '../../app/page-element.ts'
import { findRecord, forgetRecord, sendRecord } from '../../app/send-record.ts'
import { focusProblems, followProblem } from '../response/follow-problem.ts'
import { loadVersion } from '../response/load-answering.ts'

/** The addresses of this website that somebody can have come from, without what stands behind a `?`. */
const placePattern = /^\/[a-z0-9/-]{0,299}$/
const page = '/help-now'

/** "I need help now": who to call, at once and without a connection; and telling the Trust. */
@customElement('tp-help-now-page')
export class HelpNowPage extends PageElement {
  @state() private form: Pick<HelpNowModel, 'words' | 'reach' | 'ownDevice'> = {
    words: '',
    reach: '',
    ownDevice: false,
  }
  @state() private records: readonly HelpRecord[] = []
  @state() private problems: readonly HelpProblem[] = []
  @state() private trouble = ''
  private own: readonly CrisisLine[] = []
  private written: readonly CrisisLine[] = []
  private sending = false
  private readonly sent = new Set<string>()
  private unwatch: (() => void) | undefined

  private readonly from = placeIn(new URLSearchParams(location.search).get('from'))

  protected override async start(): Promise<undefined> {
    this.written = this.linesInPage()
    this.own = ownLines(await this.kept(), this.written)
    this.unwatch = this.services.records.watch(() => void this.load())
    await this.load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.unwatch?.()
  }

  /** The Trust's own lines, as the server wrote them into the page. */
  private linesInPage(): readonly CrisisLine[] {
    const lines = this.querySelector('[data-lines]')?.getAttribute('data-lines')
    return lines ? (JSON.parse(lines) as readonly CrisisLine[]) : []
  }

  /** Of the consultation somebody was writing in, which is on the device with everything else of it. */
  private async kept(): Promise<CrisisLine | undefined> {
    const [, slug] = /^\/consultations\/([a-z0-9-]+)/.exec(this.from ?? '') ?? []
    if (slug === undefined) return undefined
    const version = await loadVersion(this.services, slug).catch(() => undefined)
    return crisisLineOf(version?.consultation.contact)
  }

  private async load(): Promise<void> {
    const stored = await this.services.records.list('help-request').catch(() => [])
    const unstored = await Promise.all(
      [...this.sent].map((id) => findRecord(this.services, 'help-request', id)),
    )
    const others = unstored.filter(
      (record) => record && !stored.some(({ draft }) => draft.id === record.draft.id),
    ) as readonly HelpRecord[]
    const before = this.records
    this.records = [...stored, ...others].sort((a, b) =>
      b.draft.changedAt.localeCompare(a.draft.changedAt),
    )
    for (const record of this.records) sayState(before, record)
  }

  private readonly handlers: HelpNowHandlers = {
    onWords: (words) => this.change({ words }),
    onReach: (reach) => this.change({ reach }),
    onOwnDevice: (ownDevice) => this.change({ ownDevice }),
    onSend: () => void this.send(),
    onFollow: followProblem,
    onDelete: (id) => void this.delete(id),
  }

  private change(change: Partial<HelpNowPage['form']>): void {
    this.form = { ...this.form, ...change }
  }

  private async send(): Promise<void> {
    if (this.sending) return
    const { words, reach, ownDevice } = this.form
    const accepted = acceptHelp({ words, reach })
    this.problems = accepted.ok ? [] : accepted.problems
    if (!accepted.ok) {
      await this.updateComplete
      return focusProblems()
    }
    this.sending = true
    const now = this.services.now().toISOString()
    const id = this.services.newId()
    const place = this.from ?? page
    const draft: HelpDraft = {
      id,
      slug: 'help-now',
      title: helpNowTitle,
      revision: 0,
      changedAt: now,
      ownDevice,
      place,
      written: accepted.value,
    }
    const command: HelpCommand = {
      kind: 'help-request.ask',
      input: { concernId: id, place, ...accepted.value, completedAt: now, sentAt: now },
    }
    await this.deliver(draft, command)
    this.sending = false
  }

  /** What was typed leaves the form only when the device or the server has it. */
  private async deliver(draft: HelpDraft, command: HelpCommand): Promise<void> {
    this.sent.add(draft.id)
    try {
      await sendRecord(this.services, {
        kind: 'help-request',
        state: 'waiting',
        draft,
        command,
        queuedAt: draft.changedAt,
      })
    } catch (error) {
      if (!isFailure(error)) throw error
      this.trouble = helpWords.notSent
      return announce(this.trouble)
    }
    this.trouble = ''
    this.form = { ...this.form, words: '', reach: '' }
    await this.load()
    await this.updateComplete
    document.getElementById('main')?.focus()
  }

  private async delete(id: string): Promise<void> {
    const gone = await forgetRecord(this.services, id)
    this.sent.delete(id)
    await this.load()
    announce(gone ? helpWords.deleted : helpWords.notDeleted)
    document.getElementById('main')?.focus()
  }

  protected override get pageTitle(): string {
    return helpNowTitle
  }

  protected override serverTemplate() {
    return helpNowView(helpNowFirst(this.written))
  }

  protected override view() {
    const { form, own, from, problems, trouble, records } = this
    return helpNowView(
      {
        own,
        ...(from === undefined ? {} : { from }),
        ready: true,
        ...form,
        problems,
        trouble,
        records,
      },
      this.handlers,
    )
  }
}

/**
 * A place of this website, spelt as addresses are; nothing else is led back to, or sent. A declaration: the element stands in
 * the server's page, so that it is made while this module is still being read.
 */
export function placeIn(from: string | null): string | undefined {
  return from !== null && placePattern.test(from) && !from.startsWith('//') ? from : undefined
}

function sayState(before: readonly HelpRecord[], record: HelpRecord): void {
  const known = before.find(({ draft }) => draft.id === record.draft.id)?.state
  if (known === record.state) return
  if (record.state === 'waiting' || record.state === 'received')
    announce(helpWords.said[record.state], record.draft.id)
}
