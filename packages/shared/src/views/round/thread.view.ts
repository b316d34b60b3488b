import { html, nothing } from 'lit'
import type { Round } from '../../domain/round/round.ts'
import { isUnchallenged } from '../../domain/round/thread-challenge.ts'
import { hiddenText } from '../../ui/field.ts'
import { roundWords as words } from '../../words/round.ts'
import { contributionView } from './contribution.view.ts'
import { saidAddress } from './round-address.ts'
import type { ShownThread } from './round-model.ts'

/** A thread, with the way to the rest of its replies. */
export const threadView = ({ comment, replies }: ShownThread, round: Round, open: boolean) => {
  const place = { slug: round.slug, position: round.position, open }
  const more = comment.replies - replies.length
  const unchallenged = open && isUnchallenged(comment, replies)
  return html`${contributionView(comment, { ...place, level: 'comment', unchallenged })}
  ${
    replies.length > 0
      ? html`<ol class="replies">${replies.map((reply) => html`<li>${contributionView(reply, { ...place, level: 'reply' })}</li>`)}</ol>`
      : nothing
  }
  ${
    more > 0
      ? html`<p class="more"><a class="tool" href=${saidAddress(round.slug, comment.number)}>${words.moreReplies(more)}${hiddenText(comment.words.kind === 'said' ? words.replyTo(comment.words.name) : '')}</a></p>`
      : nothing
  }`
}
