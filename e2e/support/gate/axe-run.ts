import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions, Spec } from 'axe-core'
import type { Finding } from './finding.ts'

const program = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const source = readFile(program, 'utf8')

/**
 * A, AA, AAA and best practice. axe leaves out target sizes and its rules of AAA unless they are asked for by their tag
 * (https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#axe-core-tags).
 */
const tags = ['wcag2a', 'wcag21a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice']

/**
 * What is too little contrast for AA is too little for AAA, which is asked of every text. axe works both out, by two rules
 * of which the second passes by what the first finds; told not to, the second finds all. The rest is as axe has it
 * (https://github.com/dequelabs/axe-core/blob/develop/lib/checks/color/color-contrast-enhanced.json).
 */
const notTwice = { 'color-contrast': { enabled: false } }
const contrast = {
  checks: [
    {
      id: 'color-contrast-enhanced',
      options: {
        ignoreUnicode: true,
        ignoreLength: false,
        ignorePseudo: false,
        boldValue: 700,
        boldTextPt: 14,
        largeTextPt: 18,
        contrastRatio: { normal: { expected: 7 }, large: { expected: 4.5 } },
        pseudoSizeThreshold: 0.25,
        shadowOutlineEmMax: 0.1,
        textStrokeEmMin: 0.03,
      },
    },
  ],
} satisfies Spec

/** What can differ when only colours do, or the size of text does. */
const looks = {
  colours: ['color-contrast-enhanced', 'link-in-text-block'],
  size: ['target-size'],
} as const

export interface Looked {
  readonly findings: readonly Finding[]
  /** How many rules had something to look at. */
  readonly rules: number
}

/** Runs axe on the page as it stands: all of it, or only the rules about colours or about size, or these on some looks (looks.ts). */
export async function runAxe(
  page: Page,
  which: 'all' | keyof typeof looks = 'all',
  some?: readonly string[],
): Promise<Looked> {
  // As a value of evaluate, not as a script element, which the content security policy would refuse.
  if (!(await page.evaluate(() => 'axe' in window)))
    await page.evaluate(`${await source};axe.configure(${JSON.stringify(contrast)})`)
  const options: RunOptions = {
    runOnly:
      which === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: [...looks[which]] },
    rules: notTwice,
    resultTypes: ['violations'],
  }
  // What is found is made small in the page: the whole of what axe tells of a page is longer than the page.
  return page.evaluate(
    async ({ asked, within }) => {
      const { axe } = window as unknown as {
        axe: { run(context: Document | Element[], options: RunOptions): Promise<AxeResults> }
      }
      const elements = within
        ?.flatMap((look) => window.gate.firsts.get(look) ?? [])
        .filter(({ isConnected }) => isConnected)
      if (elements?.length === 0) return { findings: [], rules: 0 }
      const { violations, passes } = await axe.run(elements ?? document, asked)
      const findings = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, any }) => ({
          check: 'axe' as const,
          where: target.join(' '),
          what: [id, help, any[0]?.message].filter(Boolean).join(': '),
        })),
      )
      return { findings, rules: passes.length + violations.length }
    },
    { asked: options, within: some },
  )
}
