import { html, nothing } from 'lit'
import type { OwnQuestion } from '../../domain/round/questions/own-question.ts'
import { changing } from '../../ui/changing.ts'
import { ownQuestionWords as words, reasonWords } from '../../words/own-question.ts'
import { paragraphsOf } from '../round/paragraphs.view.ts'
import { saidAddress } from '../round/round-address.ts'

/** What became of somebody's question, on the page of what they asked. */
export const ownQuestionView = (own: OwnQuestion | undefined, slug: string) =>
  own === undefined
    ? nothing
    : html`<section class="panel" aria-labelledby="own-question">
    <h2 id="own-question">${words.ownTitle}</h2>
    <p>${changing(words.own[own.state])}</p>
    ${own.othersJoined ? html`<p>${words.ownAlso}</p>` : nothing}
    ${own.joinedWith ? joinedView(own.joinedWith, slug) : nothing}
    ${own.answer ? html`<h3>${changing(own.by ?? '')}</h3>${paragraphsOf(own.answer.text)}` : nothing}
    ${own.why ? html`<p><strong>${changing(reasonWords[own.why])}</strong> ${changing(own.note ?? '')}</p>` : nothing}
  </section>`

const joinedView = (
  { number, text, state }: NonNullable<OwnQuestion['joinedWith']>,
  slug: string,
) => html`<p><a class="go" href=${saidAddress(slug, number)}>${words.theirs}</a></p>
  ${text === undefined ? nothing : html`<blockquote dir="auto">${changing(text)}</blockquote>`}
  ${state === 'joined' || state === 'answered' || state === 'not-answered' ? nothing : html`<p>${changing(words.ofJoined[state])}</p>`}`
