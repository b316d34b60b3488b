import { html, nothing } from 'lit'
import { clockWords, dayOfMoment, momentWords } from '../../domain/core/dates.ts'
import { howLongWords } from '../../domain/desk/waiting.ts'
import type { Severity } from '../../domain/moderation/severity.ts'
import { cameFromWords, concernWords as words, handOffWords } from '../../words/concern.ts'
import { severityWords } from '../../words/moderation-desk.ts'
import type { LaneItem, People } from './concern-model.ts'

const tones: Readonly<Record<Severity, string>> = { now: 'alarm', today: 'due', week: 'waiting' }

export const severityMark = (severity: Severity) =>
  html`<span class=${`mark ${tones[severity]}`}>${severityWords[severity]}</span>`

export const nameIn = (people: People, id: string): string => people[id] ?? 'Somebody'

interface Seen {
  readonly now: string
  readonly me: string
  readonly people: People
}

/** How urgent, how long there is, who has it, where it came from. */
export const concernFacts = ({ standing, subject, place }: LaneItem, seen: Seen) => html`<dl>
  <div><dt>${words.severity}</dt><dd>${severityMark(standing.severity)}</dd></div>
  ${standing.dueAt === undefined ? nothing : html`<div><dt>${words.clock}</dt><dd class="clock">${clock(standing.dueAt, seen.now)}</dd></div>`}
  <div><dt>${words.owner}</dt><dd>${owner(standing.ownerId, seen)}</dd></div>
  <div><dt>${words.cameFrom}</dt><dd>${cameFromWords(subject, standing.raisedBy)}, ${momentWords(standing.raisedAt)}</dd></div>
  ${place === null ? nothing : html`<div><dt>${words.where}</dt><dd><a class="go" href=${place}>${place}</a></dd></div>`}
  ${
    standing.passedTo === undefined
      ? nothing
      : html`<div><dt>${words.passedTo}</dt><dd>${handOffWords[standing.passedTo]} <span class=${standing.confirmed ? 'mark good' : 'mark waiting'}>${standing.confirmed ? words.confirmed : words.notConfirmed}</span></dd></div>`
  }
</dl>
${marks(standing)}`

function marks({ escalations, acknowledged, withdrawn }: LaneItem['standing']) {
  const shown = [
    ...(escalations > 0
      ? [html`<span class="mark due">${words.escalated(escalations)}</span>`]
      : []),
    ...(acknowledged ? [html`<span class="mark good">${words.acknowledged}</span>`] : []),
    ...(withdrawn ? [html`<span class="mark">${words.withdrawn}</span>`] : []),
  ]
  return shown.length === 0
    ? nothing
    : html`<p class="marks">${shown.map((mark) => html`${mark} `)}</p>`
}

function clock(dueAt: string, now: string) {
  const left = Date.parse(dueAt) - Date.parse(now)
  const until = dayOfMoment(dueAt) === dayOfMoment(now) ? clockWords(dueAt) : momentWords(dueAt)
  return left > 0
    ? html`<strong>${words.left(howLongWords(left), until)}</strong> ${words.whenLate}`
    : html`<strong>${words.late(howLongWords(-left))}</strong> ${words.whenLate}`
}

const owner = (ownerId: string | undefined, { me, people }: Seen) => {
  if (ownerId === undefined) return html`<strong>${words.nobody}</strong>`
  return ownerId === me ? words.you : nameIn(people, ownerId)
}
