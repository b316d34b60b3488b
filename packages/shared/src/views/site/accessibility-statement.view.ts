import { html, nothing } from 'lit'
import type {
  AccessibilityStatement,
  Criterion,
  KnownIssue,
  PlannedWork,
  Test,
} from '../../domain/site/accessibility-statement.ts'
import type { Contact, Trust } from '../../domain/consultation/consultation.ts'
import { dateWords } from '../../domain/core/dates.ts'
import { pageTitleId } from '../../ui/field.ts'
import { notice } from '../../ui/notice.ts'
import { siteWords } from '../../words/site.ts'
import { summaryList } from '../../ui/summary-list.ts'
import { contactLines } from '../consultation/contact.view.ts'

export interface AccessibilityStatementModel {
  readonly statement: AccessibilityStatement
  /** Absent where nothing has been published yet. */
  readonly trust?: Trust
  readonly contact?: Contact
  /** The Trust has not given the facts of its own. */
  readonly notSet?: boolean
}

/** The page's own part of the document title. */
export const accessibilityStatementTitle = 'Accessibility statement'

const regulations =
  'Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018'

/**
 * The statement in the order and, where the law wants them, the words of the model statement (GOV.UK, "Sample accessibility
 * statement"). What it says of this website comes from the data file, so that nothing is claimed here that is not there.
 */
export const accessibilityStatementView = ({
  statement,
  trust,
  contact,
  notSet = false,
}: AccessibilityStatementModel) => html`<div class="wrap">
  <h1 id=${pageTitleId}>${accessibilityStatementTitle}</h1>
  <p class="lede">This accessibility statement applies to this website, Takepart${trust ? `, as it is run by ${trust.name}` : nothing}.</p>
  ${notSet ? html`<div class="part">${notice({ tone: 'warning', content: siteWords.noStatementYet })}</div>` : nothing}
  <div class="prose part">
    <p>${runBy(trust)}We want as many people as possible to be able to use this website. For example, that means you should be able to:</p>
    ${bullets(statement.canDo)}
    <p><a href="https://mcmw.abilitynet.org.uk/">AbilityNet has advice on making your device easier to use</a> if you have a disability. You can also choose
      <a href="/display-settings">how Takepart looks and reads</a>.</p>
  </div>
  ${part('how-accessible', 'How accessible this website is', howAccessible(statement))}
  ${part('feedback', 'Feedback and contact information', feedback(statement.replyWithin, contact))}
  ${part('enforcement', 'Enforcement procedure', enforcement)}
  ${part('technical', 'Technical information about this website’s accessibility', technical(statement, trust))}
  ${part('non-accessible', 'Non-accessible content', nonAccessible(statement.issues, trust))}
  ${part('improving', 'What we are doing to improve accessibility', improving(statement, trust))}
  ${part('preparation', 'Preparation of this accessibility statement', preparation(statement))}
</div>`

const runBy = (trust: Trust | undefined) =>
  trust ? `This website is run by ${trust.name}. ` : nothing

const noDateYet = (trust: Trust | undefined): string =>
  `${trust?.name ?? 'The Trust that runs this website'} has not set a date yet.`

const part = (id: string, title: string, content: unknown) =>
  html`<section class="part" aria-labelledby=${id}><h2 id=${id}>${title}</h2><div class="prose">${content}</div></section>`

const bullets = (items: readonly unknown[]) =>
  html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`

const howAccessible = ({ issues, limits }: AccessibilityStatement) => html`${
  issues.length > 0
    ? html`<p>We know some parts of this website are not fully accessible, or cannot say that they are:</p>
    ${bullets(issues.map(({ title, text, instead }) => html`<strong>${title}.</strong> ${text} ${instead}`))}`
    : nothing
}
  ${limits.length > 0 ? html`<p>Some other things may be hard:</p>${bullets(limits)}` : nothing}`

const feedback = (
  replyWithin: number,
  contact: Contact | undefined,
) => html`<p>Tell us if you need something on this website in another format, like large
    print, Easy Read, sign language, an audio recording, braille, paper or another language, or if you want to take part in another way. You do not have to say why.</p>
  <p>For a consultation that is open you can <a href="/help#another-way">ask for it in another way</a> on this website, with no account. Or ask a person:</p>
  ${contact ? contactLines(contact) : html`<p>You can ask the Trust that runs this website. Its details are with each consultation.</p>`}
  <p>Tell us too if you find a problem that is not on this page, or think that we do not meet the accessibility regulations.</p>
  <p>We will consider what you ask, and get back to you within ${replyWithin} working days.</p>`

const enforcement = html`<p>The Equality and Human Rights Commission (EHRC) is responsible for enforcing the ${regulations} (the “accessibility
    regulations”). If you are not happy with how we respond to your complaint,
    <a href="https://www.equalityadvisoryservice.com/">contact the Equality Advisory and Support Service (EASS)</a>.</p>
  <p>If you are in Northern Ireland and are not happy with how we respond to your complaint,
    <a href="https://www.equalityni.org/">contact the Equality Commission for Northern Ireland (ECNI)</a>, which is responsible there.</p>`

const statusWords: Readonly<
  Record<AccessibilityStatement['status'], (standard: string) => string>
> = {
  full: (standard) => `This website is fully compliant with the ${standard}.`,
  partial: (standard) =>
    `This website is partially compliant with the ${standard}, due to the non-compliances listed below.`,
  none: (standard) =>
    `This website is not compliant with the ${standard}. The non-compliances are listed below.`,
}

const technical = (
  { standard, status }: AccessibilityStatement,
  trust: Trust | undefined,
) => html`<p>${trust?.name ?? 'The Trust that runs this website'}
    is committed to making its website accessible, in accordance with the ${regulations}.</p>
  <h3>Compliance status</h3>
  <p>${statusWords[status](standard)}</p>`

const nonAccessible = (issues: readonly KnownIssue[], trust: Trust | undefined) => html`<p>${
  issues.length > 0
    ? 'The content listed below is non-accessible for the following reasons.'
    : 'We know of no content that is non-accessible.'
}</p>
  ${issues.length > 0 ? html`<h3>Non-compliance with the accessibility regulations</h3>${issues.map((issue) => knownIssue(issue, trust))}` : nothing}
  <h3>Disproportionate burden</h3>
  <p>We have left nothing out because it would be a disproportionate burden.</p>
  <h3>Content that is not within the scope of the accessibility regulations</h3>
  <p>We have left nothing out because it is outside the accessibility regulations.</p>`

const knownIssue = (
  { title, text, criteria, since, instead, plannedFor }: KnownIssue,
  trust: Trust | undefined,
) =>
  html`<h4>${title}</h4>${summaryList({
    rows: [
      { key: 'What happens', lines: [text] },
      { key: 'Success criteria', lines: criteria.map(criterionWords) },
      { key: 'Known since', lines: [dateWords(since)] },
      { key: 'What you can do', lines: [instead] },
      {
        key: 'Planned for',
        lines: [plannedFor === undefined ? noDateYet(trust) : dateWords(plannedFor)],
      },
    ],
  })}`

const criterionWords = ({ number, name, level }: Criterion): string =>
  `${number} ${name} (level ${level})`

const improving = (
  { doing, notClaimed }: AccessibilityStatement,
  trust: Trust | undefined,
) => html`${bullets(
  doing.map(
    ({ text, by }: PlannedWork) =>
      `${text} ${by === undefined ? noDateYet(trust) : `By ${dateWords(by)}.`}`,
  ),
)}
  ${
    notClaimed.length > 0
      ? html`<h3>What we do not claim</h3>
    <p>We aim for level AAA of the guidelines too, where it can be reached, and claim none of it before people have tested it. These we cannot promise at all:</p>
    ${bullets(notClaimed.map((one) => `${criterionWords(one)}. ${one.why}`))}`
      : nothing
  }`

const preparation = ({
  preparedOn,
  reviewedOn,
  tests,
  standard,
}: AccessibilityStatement) => html`<p>This statement was prepared on ${dateWords(preparedOn)}. It was last
    reviewed on ${dateWords(reviewedOn)}. ${lastTested(tests, standard)}</p>
  ${bullets(tests.map(({ text, on }) => (on === undefined ? text : `${text} Last done on ${dateWords(on)}.`)))}`

const testers: Readonly<Record<Test['by'], string>> = {
  program: 'the makers of Takepart',
  team: 'the makers of Takepart',
  auditor: 'an independent auditor',
  'disabled people': 'disabled people',
}

function lastTested(tests: readonly Test[], standard: string): string {
  const last = tests
    .flatMap(({ on }) => on ?? [])
    .sort()
    .at(-1)
  const by = [
    ...new Set(tests.filter(({ on }) => on !== undefined).map((test) => testers[test.by])),
  ]
  return last === undefined
    ? 'This website has not been tested yet.'
    : `This website was last tested on ${dateWords(last)} against the ${standard}. It was tested by ${by.join(' and ')}. This is how:`
}
