import { html } from 'lit'
import { pageTitleId } from '../../ui/field.ts'
import { patternGroups } from './all-patterns.ts'
import { exampleId, type Pattern, type PatternGroup } from './pattern.ts'

/** The page's own part of the document title. */
export const patternsTitle = 'Patterns'

/** Every pattern in every state, for the people who make Takepart: not for people who take part. */
export const patternsView = () => html`<div class="wrap">
  <h1 id=${pageTitleId}>Patterns</h1>
  <p class="lede">Everything that Takepart’s pages are made of, in every state. Look here before you make something new, and here again in dark,
    at 320 pixels, printed, and with your own colours. What stands round this page, from the masthead to the foot, stands round every page.</p>
  <nav class="part minor" aria-labelledby="all-patterns"><h2 id="all-patterns">On this page</h2>
    <ul class="jump">${patternGroups.flatMap(({ patterns }) => patterns).map(({ id, title }) => html`<li><a href=${`#pattern-${id}`}>${title}</a></li>`)}</ul></nav>
  ${patternGroups.map(groupOf)}
</div>`

const groupOf = ({ title, patterns }: PatternGroup) =>
  html`<div class="part"><h2>${title}</h2>${patterns.map(patternOf)}</div>`

const patternOf = (
  pattern: Pattern,
) => html`<article class="part" aria-labelledby=${`pattern-${pattern.id}`}>
  <h3 id=${`pattern-${pattern.id}`}>${pattern.title}</h3>
  <p>${pattern.use}</p>
  <p class="quiet">${pattern.wiring}</p>
  <p class="quiet small">Made in <code>${pattern.file}</code></p>
  ${pattern.examples.map((example) => html`<figure class="example"><figcaption class="quiet small">${example.title}</figcaption><div>${example.show(exampleId(pattern, example))}</div></figure>`)}
</article>`
