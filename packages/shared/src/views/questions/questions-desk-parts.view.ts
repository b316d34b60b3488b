import { html, nothing } from 'lit'
import { reasonsToGive, questionLimits } from '../../domain/round/questions/question.ts'
import type { ShownQuestion } from '../../domain/round/questions/shown-question.ts'
import { button } from '../../ui/button.ts'
import { radios } from '../../ui/radios.ts'
import { select } from '../../ui/select.ts'
import { textarea } from '../../ui/textarea.ts'
import { questionsDeskWords as words } from '../../words/questions-desk.ts'
import { beginningOf } from './question-parts.view.ts'
import { errorAt, sessionOf, type DeskOfQuestions } from './questions-desk-model.ts'

/** Of which question a control is, for whoever does not see where it stands. */
export const ofQuestion = ({ asked }: Pick<ShownQuestion, 'asked'>): string =>
  words.of(beginningOf(asked))

/** Writing an answer to a question that somebody has taken. */
export const answerForm = (one: ShownQuestion, desk: DeskOfQuestions) => {
  const { state, handlers } = desk
  const { number } = one
  const id = `answer-${number}`
  return html`<form
    novalidate
    method="dialog"
    autocomplete="off"
    @submit=${(event: Event) => {
      event.preventDefault()
      handlers.onAct?.({ kind: 'answer', number, text: state.answers[number] ?? '' })
    }}
  >
    ${textarea({
      id,
      name: id,
      title: words.answer.title,
      hint: words.answer.hint(questionLimits.answer),
      rows: 6,
      value: state.answers[number] ?? '',
      error: errorAt(desk, id),
      onInput: (text) =>
        handlers.onChange?.({ answers: { ...desk.state.answers, [number]: text } }),
    })}
    <div class="actions">
      ${button({ text: words.send, type: 'submit', hidden: ofQuestion(one) })}
      ${button({ text: words.putBack, kind: 'second', hidden: ofQuestion(one), onClick: () => handlers.onAct?.({ kind: 'put-back', number }) })}
    </div>
  </form>`
}

/** What else can be done to an open question, and the form of it where that is open. */
export const otherActs = (one: ShownQuestion, desk: DeskOfQuestions) => {
  const { state, handlers, model } = desk
  const open = state.form?.number === one.number ? state.form.kind : undefined
  const tool = (kind: 'reason' | 'join', text: string) =>
    button({
      text,
      kind: 'quiet',
      id: `${kind}-of-${one.number}`,
      hidden: ofQuestion(one),
      onClick: () => handlers.onForm?.({ number: one.number, kind }),
    })
  const mayJoin = model.mayJoin && one.state === 'waiting' && targetsOf(one, desk).length > 0
  if (open === 'reason') return reasonForm(one, desk)
  if (open === 'join') return joinForm(one, desk)
  return html`<p class="tools">${tool('reason', words.giveReason)} ${mayJoin ? tool('join', words.join) : nothing}</p>`
}

const cancel = ({ handlers }: DeskOfQuestions) =>
  button({ text: words.cancel, kind: 'second', onClick: () => handlers.onForm?.(undefined) })

const reasonForm = (one: ShownQuestion, desk: DeskOfQuestions) => {
  const { state, handlers } = desk
  const { number } = one
  return html`<form class="panel" novalidate method="dialog" autocomplete="off" @submit=${(
    event: Event,
  ) => {
    event.preventDefault()
    const why = state.why ?? 'other'
    handlers.onAct?.({ kind: 'give-reason', number, why, note: state.note })
  }}>
    ${radios({
      id: `why-${number}`,
      name: `why-${number}`,
      title: words.reason.title,
      error: errorAt(desk, `why-${number}`),
      items: reasonsToGive.map((why) => ({
        value: why,
        text: words.reasons[why],
        checked: state.why === why,
      })),
      onChange: (why) => handlers.onChange?.({ why: reasonsToGive.find((one) => one === why) }),
    })}
    ${textarea({
      id: `note-${number}`,
      name: `note-${number}`,
      title: words.note.title,
      hint: words.note.hint(questionLimits.note),
      optional: state.why !== undefined && state.why !== 'other',
      rows: 3,
      value: state.note,
      error: errorAt(desk, `note-${number}`),
      onInput: (note) => handlers.onChange?.({ note }),
    })}
    <div class="actions">${button({ text: words.sendReason, type: 'submit', hidden: ofQuestion(one) })}${cancel(desk)}</div>
  </form>`
}

/** With which others a question can be joined: none that is itself joined. */
const targetsOf = (one: ShownQuestion, { model }: DeskOfQuestions): readonly ShownQuestion[] => {
  const readable = new Set(sessionOf(model).questions)
  return model.shown.questions.filter(
    (other) => readable.has(other) && other !== one && other.state !== 'joined',
  )
}

const joinForm = (one: ShownQuestion, desk: DeskOfQuestions) => {
  const { state, handlers } = desk
  const { number } = one
  const id = `to-${number}`
  return html`<form class="panel" novalidate method="dialog" @submit=${(event: Event) => {
    event.preventDefault()
    handlers.onAct?.({ kind: 'join', number, to: state.to ?? 0 })
  }}>
    <div @change=${(event: Event) => handlers.onChange?.({ to: Number((event.target as HTMLSelectElement).value) })}>${select(
      {
        id,
        name: id,
        title: words.joinTo.title,
        hint: words.joinTo.hint,
        error: errorAt(desk, id),
        items: [
          { value: '0', text: words.choose, selected: state.to === undefined },
          ...targetsOf(one, desk).map((other) => ({
            value: String(other.number),
            text: beginningOf(other.asked, 80),
            selected: state.to === other.number,
          })),
        ],
      },
    )}</div>
    <div class="actions">${button({ text: words.sendJoin, type: 'submit', hidden: ofQuestion(one) })}${cancel(desk)}</div>
  </form>`
}
