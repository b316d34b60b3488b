import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { momentWords } from '../../domain/core/dates.ts'
import type { SignOffState } from '../../domain/authoring/draft/sign-off.ts'
import { analysisPaths } from '../../domain/site/analysis-paths.ts'
import { authoringPaths, pathOfDraft } from '../../domain/site/authoring-paths.ts'
import { linkButton } from '../../ui/button.ts'
import { hiddenText, pageTitleId } from '../../ui/field.ts'
import { authoringWords } from '../../words/authoring.ts'
import { entryWords } from '../../words/entry.ts'
import { resultsWords } from '../../words/results.ts'
import { reportWords } from '../../words/report.ts'
import { consultationStateWords } from '../../words/consultation.ts'

/** One consultation in the list of the desk. */
export interface DeskRow {
  readonly id: string
  readonly title: string
  readonly slug: string | null
  readonly hasDraft: boolean
  readonly version: number | null
  readonly standing: 'draft' | 'scheduled' | 'open' | 'closed' | 'concluded' | 'retracted'
  readonly signOff: SignOffState | null
  readonly opensAt: string | null
  readonly closesAt: string | null
  readonly responses: number
  readonly mayReadDraft: boolean
  readonly mayWrite: boolean
  /** May see what came in to it. */
  readonly mayAnalyse: boolean
  /** May enter what came in on paper, by telephone, by email or at a meeting. */
  readonly mayEnter: boolean
}

export interface ConsultationDeskModel {
  readonly rows: readonly DeskRow[]
  readonly mayBegin: boolean
}

/** Every consultation that somebody works on, with what can be done next. */
export const consultationDeskView = ({
  rows,
  mayBegin,
}: ConsultationDeskModel) => html`<div class="wrap wide">
  <h1 id=${pageTitleId}>${authoringWords.list}</h1>
  ${mayBegin ? html`<div class="actions">${linkButton({ href: authoringPaths.begin, text: authoringWords.begin })}</div>` : nothing}
  ${
    rows.length === 0
      ? html`<div class="empty"><p><strong>${authoringWords.noneYet}</strong></p><p>${authoringWords.noneYetMore}</p></div>`
      : html`<ul class="plain desk-consultations">${repeat(rows, ({ id }) => id, row)}</ul>`
  }
</div>`

const row = (one: DeskRow) => html`<li>
  <h2><a href=${mainPage(one)}>${one.title || authoringWords.untitled}</a></h2>
  <p><span class="mark">${consultationStateWords[one.standing]}</span>
    <span class="quiet">${[when(one), responses(one), signing(one)].filter(Boolean).join(' · ')}</span></p>
  <p class="tools">${waysOn(one)
    .filter(({ when }) => when)
    .map(({ href, text }) => tool(href, text, one.title))}</p>
</li>`

/** What is written leads to writing, what is out to what came in. */
function mainPage({ id, hasDraft, mayAnalyse }: DeskRow): string {
  if (hasDraft) return pathOfDraft('edit', id)
  return mayAnalyse ? analysisPaths.results(id) : pathOfDraft('change', id)
}

/** What can be done with it, in its order. */
function waysOn(one: DeskRow) {
  const { id, slug } = one
  const isOut = one.version !== null
  const writing = isOut ? authoringWords.writeNext : authoringWords.write
  return [
    { when: one.mayWrite && one.hasDraft, href: pathOfDraft('edit', id), text: writing },
    { when: isOut && one.mayAnalyse, href: analysisPaths.results(id), text: resultsWords.title },
    { when: isOut && one.mayEnter, href: analysisPaths.enter(id), text: entryWords.title },
    { when: isOut && slug !== null, href: `/consultations/${slug}`, text: authoringWords.lookAt },
    {
      when: isOut && one.mayReadDraft,
      href: pathOfDraft('change', id),
      text: authoringWords.change,
    },
    { when: isOut, href: analysisPaths.outcome(id), text: reportWords.title },
  ]
}

const tool = (href: string, text: string, about: string) =>
  html`<a class="tool" href=${href}>${text}${hiddenText(`: ${about}`)}</a>`

const when = ({ standing, opensAt, closesAt }: DeskRow): string => {
  if (standing === 'open' && closesAt) return `until ${momentWords(closesAt)}`
  if (standing === 'closed' && closesAt) return `closed ${momentWords(closesAt)}`
  return opensAt && (standing === 'draft' || standing === 'scheduled')
    ? authoringWords.opens(momentWords(opensAt))
    : ''
}

const responses = ({ version, responses: number }: DeskRow): string =>
  version === null ? '' : authoringWords.responses(number)

const signing = ({ signOff, standing }: DeskRow): string =>
  signOff === null || signOff === 'draft' || (signOff === 'published' && standing !== 'draft')
    ? ''
    : authoringWords.states[signOff]
