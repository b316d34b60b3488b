import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ContributionRecord } from '../../domain/device/contribution-record.ts'
import { recordAddress } from '../../domain/device/record-address.ts'
import { changing } from '../../ui/changing.ts'
import { hiddenText, type Content } from '../../ui/field.ts'
import { ownContributionWords as words } from '../../words/own-contribution.ts'

/** What this device has said or is saying in discussions, each with its state in words (P4). */
export const ownContributions = (contributions: readonly ContributionRecord[]) =>
  contributions.length === 0
    ? nothing
    : html`
  <h2>${words.heading} <span class="quiet">${changing(`(${contributions.length})`)}</span></h2>
  ${contributionRows(contributions, (record) => html`${changing(record.draft.title)}${hiddenText(changing(beginning(record)))}`)}`

/** Several of them, under the names given. */
export const contributionRows = (
  contributions: readonly ContributionRecord[],
  nameOf: (record: ContributionRecord) => Content,
) =>
  html`<ul class="rows" id="contributions">${repeat(
    contributions,
    (record) => record.draft.id,
    (record) => html`<li>
    <a href=${recordAddress(record)}>${nameOf(record)}</a>
    <p class="quiet">${changing(words.line(record))}</p>
  </li>`,
  )}</ul>`

const mostShown = 80

/** The first words of what was said, whole ones where there are several. */
export function beginning({ draft: { said } }: Pick<ContributionRecord, 'draft'>): string {
  const text = said.text.replace(/\s+/g, ' ').trim()
  if (text.length <= mostShown) return text
  return `${text.slice(0, mostShown).replace(/\s\S*$/, '')}…`
}
