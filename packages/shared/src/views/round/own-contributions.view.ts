import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ContributionRecord } from '../../domain/device/contribution-record.ts'
import { changing } from '../../ui/changing.ts'
import { ownContributionWords as words } from '../../words/own-contribution.ts'

/** The page of what became of one contribution. */
const recordAddress = ({ draft }: ContributionRecord): string => `/my-responses/said/${draft.id}`

/** What this device has said or is saying in discussions, each with its state in words (P4). */
export const ownContributions = (contributions: readonly ContributionRecord[]) =>
  contributions.length === 0
    ? nothing
    : html`
  <h2>${words.heading} <span class="quiet">${changing(`(${contributions.length})`)}</span></h2>
  <ul class="rows" id="contributions">${repeat(
    contributions,
    (record) => record.draft.id,
    (record) => html`<li>
    <a href=${recordAddress(record)}>${record.draft.title}</a>
    <p class="quiet">${changing(words.line(record))}</p>
  </li>`,
  )}</ul>`
