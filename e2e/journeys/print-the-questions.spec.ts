import { expect } from '@playwright/test'
import { test } from '../support/journey.ts'

const sheetsIn = (pdf: Buffer): number =>
  [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length

test('thirty questions on paper are eight sheets, with a line wherever somebody may say what they mean', async ({
  page,
}) => {
  await page.goto('/consultations/mental-health-help-in-the-community/all-questions')
  await expect(page.locator('.asked')).toHaveCount(30)
  expect(sheetsIn(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBeLessThanOrEqual(8)
  await page.emulateMedia({ media: 'print' })
  const asked = await page.locator('.asked').evaluateAll((questions) =>
    questions.map((question) => ({
      breaks: getComputedStyle(question).breakInside,
      toSay: [...question.querySelectorAll('.options > li')].filter((option) =>
        / – .*:\s*$/.test(option.firstElementChild?.textContent ?? ''),
      ).length,
      lines: [...question.querySelectorAll('.write-in')].filter((line) => {
        const { width } = line.getBoundingClientRect()
        return width >= 120 && getComputedStyle(line).borderBlockEndStyle === 'solid'
      }).length,
    })),
  )
  expect(asked.filter(({ breaks }) => breaks !== 'avoid')).toEqual([])
  expect(asked.reduce((sum, { toSay }) => sum + toSay, 0)).toBeGreaterThan(5)
  expect(asked.filter(({ toSay, lines }) => toSay !== lines)).toEqual([])
})
