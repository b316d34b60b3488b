import { expect } from '@playwright/test'
import { HtmlValidate, type Message } from 'html-validate'
import { serverPages } from '../support/gate/pages.ts'
import { test } from '../support/journey.ts'

/** The HTML that the server sends, before any script. Every rule of these sets holds, but those that have their reason and a link beside them. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // How markup is written, not what it says; the specification allows both. https://html-validate.org/rules/doctype-style.html
    'doctype-style': 'off',
    // As above. Templates are folded for those who read their source. https://html-validate.org/rules/no-trailing-whitespace.html
    'no-trailing-whitespace': 'off',
    // As above. Lit's own style, by which an element that never closes is seen to. https://html-validate.org/rules/void-style.html
    'void-style': 'off',
    // Integrity is for what comes from elsewhere; the content security policy lets nothing come from there. https://html-validate.org/rules/require-sri.html
    'require-sri': ['error', { target: 'crossorigin' }],
    // A rule for lists of search results. A title that says question, place and consultation is what 2.4.2 asks for. https://html-validate.org/rules/long-title.html
    'long-title': 'off',
    // A number stays in one line by its own no-break spaces; the rule wants them in the words before it as well. https://html-validate.org/rules/tel-non-breaking.html
    'tel-non-breaking': 'off',
    // A list may have a name, as WAI-ARIA 1.2 has it; two lists on one question need one each. https://html-validate.org/rules/aria-label-misuse.html
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Boxes of one question have one name, as HTML has it for a form that is sent. https://html-validate.org/rules/form-dup-name.html
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
  },
})

/** Lit marks the places where the script takes over, with comments and with `<?>`, which a browser reads as one. https://github.com/lit/lit/issues/2470 */
const withoutMarks = (html: string): string =>
  html.replaceAll('<?>', '').replaceAll(/<!--.*?-->/gs, '')

/** What is as it should be on one page only. */
const right: Readonly<Record<string, string>> = {
  // Each choice is kept at once, and nothing is sent: a button to send would do nothing. https://www.w3.org/WAI/WCAG22/Techniques/html/H32
  '/display-settings': 'wcag/h32',
}

const told = ({ ruleId, message, line, column }: Message): string =>
  `${ruleId}: ${message} (line ${line}, column ${column})`

test('every page is valid HTML as the server sends it', async ({ page, clinics }) => {
  const wrong: Record<string, readonly string[]> = {}
  for (const path of serverPages(clinics)) {
    const html = await (await page.request.get(path)).text()
    expect(html, path).toMatch(/^<!doctype html>/i)
    const { results } = await validator.validateString(withoutMarks(html))
    const messages = results
      .flatMap(({ messages: found }) => found)
      .filter(({ ruleId }) => ruleId !== right[path])
      .map(told)
    if (messages.length > 0) wrong[path] = messages
  }
  expect(wrong).toEqual({})
})
