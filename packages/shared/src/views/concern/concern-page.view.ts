import { html, nothing } from 'lit'
import { momentWords } from '../../domain/core/dates.ts'
import { handOffs, type ConcernEvent } from '../../domain/moderation/concern.ts'
import { severities } from '../../domain/moderation/severity.ts'
import { moderationPaths } from '../../domain/site/moderation-paths.ts'
import { backLink } from '../../ui/back-link.ts'
import { button } from '../../ui/button.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { pageTitleId } from '../../ui/field.ts'
import { notice } from '../../ui/notice.ts'
import { radios } from '../../ui/radios.ts'
import { select } from '../../ui/select.ts'
import { textarea } from '../../ui/textarea.ts'
import {
  concernWords as words,
  eventWords,
  handOffWords,
  knownOfWriter,
  stateWords,
  wordsOfEvent,
} from '../../words/concern.ts'
import { severityWords } from '../../words/moderation-desk.ts'
import { concernFacts, nameIn } from './concern-facts.view.ts'
import {
  nothingActed,
  recordKinds,
  type ActingHandlers,
  type ActingState,
  type ConcernModel,
  type RecordKind,
} from './concern-model.ts'

interface Acting {
  readonly model: ConcernModel
  readonly state: ActingState
  readonly handlers: ActingHandlers
}

/** One concern: what can be known, what was written, what happened, and what happens next. */
export const concernPageView = (
  model: ConcernModel,
  state = nothingActed,
  handlers: ActingHandlers = {},
) => html`<div class="wrap wide">
  ${backLink({ href: moderationPaths.concerns, text: words.back })}
  ${state.problems.length > 0 ? errorSummary({ items: state.problems }) : nothing}
  <h1 id=${pageTitleId}>${words.pageTitle(severityWords[model.standing.severity])}</h1>
  <p class="quiet">${words.logged}</p>
  <section class=${`panel concern ${model.standing.severity}`} aria-labelledby="standing">
    <h2 id="standing">${stateWords[model.standing.state]}</h2>
    ${concernFacts(model, model)}
  </section>
  <div class="bench halves">
    <div class="stack">${writtenView(model)}${historyView(model)}</div>
    <section aria-labelledby="next">${nextView({ model, state, handlers })}</section>
  </div>
</div>`

const writtenView = ({
  words: written,
  reach,
  subject,
}: ConcernModel) => html`<section aria-labelledby="written">
  <h2 id="written">${words.written}</h2>
  ${
    written === null
      ? html`<p class="quiet">${words.erased}</p>`
      : written.map(
          ({ heading, text }) =>
            html`${heading ? html`<h3>${heading}</h3>` : nothing}<blockquote class="said-here" dir="auto">${text}</blockquote>`,
        )
  }
  ${subject === 'response' || subject === 'contribution' ? nothing : html`<h3>${words.reach}</h3><p class="said" dir="auto">${reach ?? words.noReach}</p>`}
  ${notice({ title: words.known, heading: 'h3', content: html`${knownOfWriter[subject].map((sentence) => html`<p>${sentence}</p>`)}` })}
</section>`

const historyView = (model: ConcernModel) => html`<section aria-labelledby="happened">
  <h2 id="happened">${words.happened}</h2>
  <ol class="log plain">${model.events.map((event) => eventItem(event, model))}</ol>
  <h3>${words.looks}</h3>
  <ul class="plain">${model.looks.map(({ by, at }) => html`<li class="quiet">${words.look(nameIn(model.people, by), momentWords(at))}</li>`)}</ul>
</section>`

const eventItem = (event: ConcernEvent, { people }: ConcernModel) => {
  const written = wordsOfEvent(event)
  return html`<li><div><p><time datetime=${event.at}>${momentWords(event.at)}</time></p>
    <p>${eventWords(event, (id) => nameIn(people, id))}</p>
    ${written === undefined ? nothing : html`<p class="said" dir="auto">“${written}”</p>`}</div></li>`
}

function nextView(acting: Acting) {
  const { standing, me } = acting.model
  if (standing.state === 'closed')
    return html`<h2 id="next">${words.next}</h2><p>${words.closedWhat}</p>`
  return html`<h2 id="next">${words.next}</h2>
    ${standing.ownerId === me ? nothing : takeView(acting)}
    ${standing.ownerId === me ? recordView(acting) : nothing}
    ${giveView(acting)}`
}

const takeView = ({ handlers }: Acting) => html`<p>${words.takeMore}</p>
  <div class="actions">${button({ text: words.take, id: 'take', onClick: () => handlers.onTake?.() })}</div>`

const errorAt = ({ problems }: ActingState, id: string) => {
  const error = problems.find(({ href }) => href === `#${id}`)?.text
  return error ? { error } : {}
}

const submitted = (act: (() => void) | undefined) => (event: Event) => {
  event.preventDefault()
  act?.()
}

function recordView({ model, state, handlers }: Acting) {
  const offered = recordKinds.filter(
    (kind) => kind !== 'confirm' || model.standing.state === 'passed-on',
  )
  return html`<form method="dialog" class="panel" aria-labelledby="next" novalidate @submit=${submitted(handlers.onRecord)}>
    ${radios({
      id: 'act',
      name: 'act',
      title: words.actTitle,
      ...errorAt(state, 'act'),
      items: offered.map((kind) => ({
        value: kind,
        text: words.acts[kind],
        ...(kind === 'false-alarm' ? { hint: words.actsHint['false-alarm'] } : {}),
        checked: state.kind === kind,
      })),
      onChange: (kind) => handlers.onState?.({ kind: kind as RecordKind }),
    })}
    ${state.kind === 'pass-on' ? passTo(state, handlers) : nothing}
    ${state.kind === 'change-severity' ? newSeverity(state, handlers) : nothing}
    ${textarea({
      id: 'what',
      name: 'what',
      title: words.what,
      hint: words.whatHint,
      rows: 3,
      value: state.what,
      ...errorAt(state, 'what'),
      onInput: (what) => handlers.onState?.({ what }),
    })}
    <div class="actions">${button({ type: 'submit', text: words.record })}</div>
  </form>`
}

const chosenIn = (event: Event): string => (event.target as HTMLSelectElement).value

const passTo = (state: ActingState, handlers: ActingHandlers) =>
  html`<div @change=${(event: Event) => handlers.onState?.({ to: chosenIn(event) as ActingState['to'] })}>${select(
    {
      id: 'pass-to',
      name: 'to',
      title: words.passTo,
      items: handOffs.map((to) => ({
        value: to,
        text: handOffWords[to],
        selected: to === state.to,
      })),
    },
  )}</div>`

const newSeverity = (state: ActingState, handlers: ActingHandlers) =>
  radios({
    id: 'new-severity',
    name: 'new-severity',
    title: words.newSeverity,
    items: severities.map((severity) => ({
      value: severity,
      text: severityWords[severity],
      checked: severity === state.severity,
    })),
    onChange: (severity) => handlers.onState?.({ severity: severity as ActingState['severity'] }),
  })

function giveView({ model, state, handlers }: Acting) {
  const others = model.colleagues.filter(({ id }) => id !== model.standing.ownerId)
  if (others.length === 0) return nothing
  return html`<form method="dialog" novalidate @submit=${submitted(handlers.onGive)} @change=${(event: Event) => handlers.onState?.({ colleague: chosenIn(event) })}>
    <h3>${words.giveTitle}</h3>
    ${select({
      id: 'give-to',
      name: 'give-to',
      title: words.giveTo,
      items: others.map(({ id, name }) => ({
        value: id,
        text: name,
        selected: id === state.colleague,
      })),
    })}
    <div class="actions">${button({ type: 'submit', kind: 'second', text: words.give })}</div>
  </form>`
}
