import { launch } from './visit.mjs'
import { quantile, round, table } from './machine.mjs'
import { someAnswers } from './responses.mjs'
import { openSample } from './serving.mjs'
import { startServer } from './server.mjs'

const keystrokes = 60

/** Fills a page with all questions, so that the draft that is saved is a long one. */
const fill = async (page, consultation) => {
  for (const [id, answer] of Object.entries(someAnswers(consultation, 25))) {
    const field = page.locator(`#q-${id}`)
    if ('text' in answer) await field.fill(answer.text)
    else if (answer.choice || answer.choices || answer.given) await field.check()
  }
}

/** From a key to the words "Saved on this device", in a draft of 25 answers. The pause we wait for more typing is in it. */
export const savingFigures = async () => {
  const server = await startServer()
  const browser = await launch()
  try {
    const { consultation } = await (await fetch(`${server.origin}/consultations/${openSample}.json`)).json()
    const page = await browser.newPage()
    await page.goto(`${server.origin}/consultations/${openSample}/answer`)
    await page.locator('#device').check()
    await page.locator('#paging_3').check()
    await page.getByRole('button', { name: 'Start' }).click()
    await page.locator('#saved').waitFor()
    await fill(page, consultation)
    const field = page.locator('textarea').first()
    await field.click()
    const times = []
    for (let key = 0; key < keystrokes; key += 1) {
      await page.waitForTimeout(700)
      const took = page.evaluate(() => new Promise((resolve) => {
        const saved = document.getElementById('saved')
        addEventListener('keydown', () => {
          const began = performance.now()
          const watch = new MutationObserver(() => {
            if (!saved.textContent.startsWith('Saved on this device')) return
            watch.disconnect()
            resolve(performance.now() - began)
          })
          watch.observe(saved, { childList: true, characterData: true, subtree: true })
        }, { once: true })
      }))
      await page.keyboard.type('a')
      times.push(await took)
    }
    return `## From a key to "Saved on this device", 25 answers\n\n${table(['keys', 'median ms', 'p99 ms'], [[keystrokes, round(quantile(times, 0.5)), round(quantile(times, 0.99))]])}`
  } finally {
    await browser.close()
    await server.dispose()
  }
}
