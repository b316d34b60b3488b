import { html, nothing } from 'lit'
import type { RequestProblem } from '../../domain/response/problem.ts'
import { problemWords } from '../../domain/response/problem-words.ts'
import {
  needGroups,
  supportNeed,
  type NeedCode,
  type NeedGroup,
} from '../../domain/support-request/support-needs.ts'
import {
  monthsKept,
  monthsKeptAtMost,
  type ReachBy,
  type WrittenRequest,
} from '../../domain/support-request/support-request.ts'
import { button } from '../../ui/button.ts'
import { changing } from '../../ui/changing.ts'
import { checkboxes } from '../../ui/checkboxes.ts'
import { radios } from '../../ui/radios.ts'
import { textInput } from '../../ui/text-input.ts'
import { textarea } from '../../ui/textarea.ts'
import { notSavedNotice } from '../answering/not-saved.view.ts'

/** What is on the form. */
export interface RequestForm extends WrittenRequest {
  readonly ownDevice: boolean
}

export const emptyRequestForm: RequestForm = {
  needs: [],
  say: {},
  to: {},
  remember: false,
  ownDevice: false,
}

export interface RequestFormModel {
  readonly form: RequestForm
  readonly problems: readonly RequestProblem[]
  /** What may be said about saving, and whether it is bad news. */
  readonly saved: { readonly words: string; readonly failed: boolean }
  /** False when this browser cannot keep anything at all. */
  readonly canKeep: boolean
  /** Why it could not be sent, in words; empty when nothing stopped it. */
  readonly trouble: string
}

export interface RequestFormHandlers {
  readonly onChange: (change: Partial<RequestForm>) => void
  readonly onSend: () => void
  readonly onTakeAway: () => void
}

/** The form and what it can do, handed down together. */
interface Live {
  readonly model: RequestFormModel
  readonly handlers: RequestFormHandlers | undefined
}

/** The form on which somebody asks for a format, for support, or to talk to somebody. */
export const requestForm = (
  live: Live,
) => html`<form novalidate autocomplete="off" method="dialog" @submit=${(event: Event) => {
  event.preventDefault()
  live.handlers?.onSend()
}}>
  ${needGroups.map((group) => needsOf(live, group))}
  ${reachOf(live)}
  ${textInput({
    id: 'called',
    name: 'called',
    title: 'What should we call you?',
    heading: 'h3',
    optional: true,
    value: live.model.form.name ?? '',
    autocomplete: 'name',
    error: errorOf(live, 'called'),
    onInput: (name) => live.handlers?.onChange({ name }),
  })}
  ${textarea({
    id: 'suits',
    name: 'suits',
    title: 'When is a good time for you?',
    heading: 'h3',
    optional: true,
    rows: 2,
    value: live.model.form.when ?? '',
    hint: 'Days, and times of day. Tell us too if there is a time when we must not ring.',
    error: errorOf(live, 'suits'),
    onInput: (when) => live.handlers?.onChange({ when }),
  })}
  ${checkboxes({
    id: 'remember',
    name: 'remember',
    title: 'May we remember what you need?',
    heading: 'h3',
    hint: 'If you say yes, our staff note it on your record, so that you need not ask again. They also tell other NHS services that care for you. You get what you ask for either way.',
    items: [{ value: 'yes', text: 'Yes, remember what I need', checked: live.model.form.remember }],
    onChange: (_value, remember) => live.handlers?.onChange({ remember }),
  })}
  ${
    live.model.canKeep
      ? checkboxes({
          id: 'own-device',
          name: 'own-device',
          title: 'Is this your own device?',
          heading: 'h3',
          hint: 'If other people use it too, it keeps what you write here only until you close Takepart.',
          items: [{ value: 'own', text: 'Yes, it is mine', checked: live.model.form.ownDevice }],
          onChange: (_value, ownDevice) => live.handlers?.onChange({ ownDevice }),
        })
      : nothing
  }
  <div class="inset"><h3>What happens to what you write</h3>
    <p>We use it to get you what you asked for. We keep it apart from any answers you send: nothing in it says which answers are yours.</p>
    <p>We erase your details ${monthsKept} months after we have dealt with your request, and after ${monthsKeptAtMost} months at most. <a href="/privacy#requests">More about privacy</a></p>
  </div>
  <p class=${live.model.saved.failed ? 'saved failed' : 'saved'} id="saved">${changing(live.model.saved.words)}</p>
  ${live.model.saved.failed ? notSavedNotice(live.handlers?.onTakeAway) : nothing}
  ${live.model.trouble ? html`<p class="saved failed" id="trouble">${changing(live.model.trouble)}</p>` : nothing}
  <div class="actions">${button({ text: 'Send my request', type: 'submit', id: 'send' })}</div>
</form>`

function needsOf(live: Live, { id, title, needs }: NeedGroup) {
  const { form } = live.model
  const toggle = (code: NeedCode, chosen: boolean) => [
    ...form.needs.filter((other) => other !== code),
    ...(chosen ? [code] : []),
  ]
  return checkboxes({
    id,
    name: id,
    title,
    heading: 'h3',
    hint:
      id === 'format'
        ? 'Choose anything that would help, here or in the next two questions.'
        : 'Choose any.',
    error: errorOf(live, id),
    items: needs.map(({ code, label, say }) => ({
      value: code,
      text: label,
      checked: form.needs.includes(code),
      ...(say
        ? {
            conditional: textInput({
              id: `say-${code}`,
              name: `say-${code}`,
              title: say,
              value: form.say[code] ?? '',
              error: errorOf(live, `say-${code}`),
              onInput: (words) =>
                live.handlers?.onChange({ say: { ...live.model.form.say, [code]: words } }),
            }),
          }
        : {}),
    })),
    onChange: (code, chosen) =>
      live.handlers?.onChange({ needs: toggle(code as NeedCode, chosen) }),
  })
}

const reachLabels: readonly (readonly [
  by: ReachBy,
  label: string,
  title: string,
  autocomplete?: string,
])[] = [
  ['phone', 'Ring me', 'Phone number', 'tel'],
  ['text', 'Send me a text message', 'Mobile number', 'tel'],
  ['email', 'Email me', 'Email address', 'email'],
  ['post', 'Write to me', 'Name and address'],
]

function reachOf(live: Live) {
  const { form } = live.model
  return radios({
    id: 'reach',
    name: 'reach',
    title: 'How should we reach you?',
    heading: 'h3',
    error: errorOf(live, 'reach'),
    items: reachLabels.map(([by, text, title, autocomplete]) => {
      const id = `reach-${by}`
      const field = {
        id,
        name: id,
        title,
        value: form.to[by] ?? '',
        error: errorOf(live, id),
        onInput: (to: string) =>
          live.handlers?.onChange({ to: { ...live.model.form.to, [by]: to } }),
      }
      return {
        value: by,
        text,
        checked: form.by === by,
        conditional:
          by === 'post'
            ? textarea({ ...field, rows: 4, autocomplete: 'street-address' })
            : textInput({
                ...field,
                width: by === 'email' ? undefined : 20,
                autocomplete,
                inputmode: by === 'email' ? 'email' : 'tel',
                spellcheck: false,
              }),
      }
    }),
    onChange: (by) => live.handlers?.onChange({ by: by as ReachBy }),
  })
}

/** The id of the control where a problem is put right. */
export function placeOf(problem: RequestProblem): string {
  switch (problem.code) {
    case 'need-missing':
      return 'format'
    case 'need-say-missing':
    case 'need-say-too-long':
      return supportNeed(problem.need)?.say ? `say-${problem.need}` : 'format'
    case 'reach-missing':
      return 'reach'
    case 'reach-to-missing':
    case 'reach-to-unclear':
    case 'reach-to-too-long':
      return `reach-${problem.by}`
    case 'request-text-too-long':
      return problem.field === 'name' ? 'called' : 'suits'
    default:
      return 'send'
  }
}

function errorOf({ model }: Live, id: string): string | undefined {
  const problem = model.problems.find((one) => placeOf(one) === id)
  return problem && problemWords(problem)
}
