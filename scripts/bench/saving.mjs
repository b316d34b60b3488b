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

/** Runs in the page: after each key, looks at every frame until what was said to be saving is said to be saved. */
function watchSaving() {
  const times = []
  Object.assign(window, { times })
  addEventListener('keydown', () => {
    const began = performance.now()
    let saving = false
    const look = () => {
      const words = document.getElementById('saved')?.textContent ?? ''
      const took = performance.now() - began
      saving ||= words.startsWith('Saving')
      if (saving && words.startsWith('Saved on this device')) times.push(took)
      else if (took < 5000) requestAnimationFrame(look)
    }
    look()
  })
}

/** From a key to the words "Saved on this device", in a draft of 25 answers. The pause we wait for more typing is in it. */
export const savingFigures = async () => {
  const server = await startServer()
  const browser = await launch()
  try {
    const { consultation } = await (
      await fetch(`${server.origin}/consultations/${openSample}.json`)
    ).json()
    const page = await browser.newPage()
    await page.goto(`${server.origin}/consultations/${openSample}/answer`)
    await page.locator('#device').check()
    await page.locator('#paging_3').check()
    await page.getByRole('button', { name: 'Start' }).click()
    await page.locator('#continue').waitFor()
    await fill(page, consultation)
    await page.locator('textarea').first().click()
    await page.evaluate(watchSaving)
    for (let key = 0; key < keystrokes; key += 1) {
      await page.keyboard.type('a')
      await page.waitForTimeout(900)
    }
    const times = await page.evaluate(() => window.times)
    const row = [
      `${times.length} of ${keystrokes}`,
      round(quantile(times, 0.5)),
      round(quantile(times, 0.99)),
    ]
    return `## From a key to "Saved on this device", 25 answers\n\n${table(['keys', 'median ms', 'p99 ms'], [row])}`
  } finally {
    await browser.close()
    await server.dispose()
  }
}
