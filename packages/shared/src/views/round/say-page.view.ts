import { html, nothing } from 'lit'
import type { RoundProblem } from '../../domain/round/round-problem.ts'
import { backLink } from '../../ui/back-link.ts'
import { changing } from '../../ui/changing.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { pageTitleId } from '../../ui/field.ts'
import { roundProblemWords } from '../../words/round-problem.ts'
import { sayWords as words } from '../../words/say.ts'
import { needsScript } from '../site/needs-script.view.ts'
import { paragraphsOf } from './paragraphs.view.ts'
import { helpLine } from './help-line.view.ts'
import { roundAddress, saidAddress } from './round-address.ts'
import { sayForm } from './say-form.view.ts'
import { placeOf, type SayAbout, type SayHandlers, type SayModel } from './say-model.ts'

export const sayTitle = (model: Pick<SayModel, 'about' | 'changes' | 'problems'>): string =>
  `${model.problems.length > 0 ? 'Error: ' : ''}${headingOf(model)} – ${model.about.title}`

const headingOf = ({ about, changes }: Pick<SayModel, 'about' | 'changes'>): string =>
  changes
    ? words.changing.title
    : about.asks
      ? words.asking.title
      : words.title(about.answering?.name)

/** Where somebody writes a contribution, or a reply with what it answers above it. */
export const sayView = (
  model: SayModel,
  handlers?: SayHandlers,
) => html`<div class="wrap" data-about=${JSON.stringify(model.about)}>
  ${backLink({ href: backOf(model.about), text: model.about.title })}
  ${model.problems.length > 0 ? summaryOf(model.problems, handlers) : nothing}
  <p class="eyebrow">${model.about.title}</p>
  <h1 id=${pageTitleId}>${changing(headingOf(model))}</h1>
  ${model.ready ? nothing : needsScript('say')}
  ${model.about.answering ? answered(model.about.answering) : nothing}
  ${sayForm({ model, handlers })}
  ${helpLine(model.about.reading)}
</div>`

const backOf = ({ slug, answering }: SayAbout): string =>
  answering ? saidAddress(slug, answering.number) : roundAddress(slug)

const answered = ({
  number,
  name,
  text,
  stance,
}: NonNullable<
  SayAbout['answering']
>) => html`<section class="panel answered" aria-labelledby="answered-title">
  <h2 id="answered-title">${words.answered(name)}</h2>
  <div class="said-text" data-quotable=${`said-${number}`}>${paragraphsOf(text)}</div>
  ${stance === 'for' || stance === 'against' ? html`<p class="quiet">${words.invite(name)}</p>` : nothing}
</section>`

const summaryOf = (problems: readonly RoundProblem[], handlers: SayHandlers | undefined) =>
  errorSummary({
    items: problems.map((problem) => ({
      href: `#${placeOf(problem)}`,
      text: roundProblemWords(problem),
    })),
    onFollow: handlers?.onFollow,
  })
