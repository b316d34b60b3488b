import { measure, launch } from './visit.mjs'
import { median, round, table } from './machine.mjs'
import { openSample, plainPage, startFloor } from './serving.mjs'
import { startServer } from './server.mjs'

const answering = async (page) => {
  await page.locator('input[type=radio]').first().click()
  await page.waitForTimeout(600)
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('Tab')
}

const typing = async (page) => {
  await page.locator('textarea, input[type=text]').first().click()
  await page.keyboard.type('A later bus would help', { delay: 60 })
}

const reading = async (page) => {
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('Tab')
}

const middle = (runs, visit, key) => median(runs.map((run) => run[visit][key]))

const row = (name, runs, floor) => [
  name,
  `${round(middle(runs, 'cold', 'lcp'))} (${round(middle(runs, 'cold', 'lcp') / floor, 2)})`,
  round(middle(runs, 'cold', 'html')),
  round(middle(runs, 'cold', 'script')),
  round(middle(runs, 'cold', 'blocking')),
  round(middle(runs, 'cold', 'interaction')),
  round(middle(runs, 'cold', 'shift'), 4),
  round(middle(runs, 'cold', 'heap'), 2),
  `${round(middle(runs, 'warm', 'lcp'))} (${middle(runs, 'warm', 'overWire')})`,
  round(median(runs.map(({ worker }) => worker)) / 1024, 1),
]

/** First and repeat visits to the pages that people meet first, beside the same pages as one hand-written file. */
export const pageFigures = async ({ rounds }) => {
  const server = await startServer()
  const { sections } = (
    await (await fetch(`${server.origin}/consultations/${openSample}.json`)).json()
  ).consultation
  const questions = sections.flatMap((section) => section.questions)
  const path = (kind) =>
    `/consultations/${openSample}/questions/${questions.find((question) => question.kind === kind && !question.showIf).id}`
  const pages = [
    { name: 'overview', path: `/consultations/${openSample}`, interact: reading },
    { name: 'question, choosing', path: path('one-of'), interact: answering },
    { name: 'question, writing', path: path('long-text'), interact: typing },
    {
      name: 'all questions on one page',
      path: `/consultations/${openSample}/questions`,
      interact: answering,
    },
  ]
  const floors = await Promise.all(
    pages.map(async (page) =>
      startFloor(server, plainPage(await (await fetch(server.origin + page.path)).text())),
    ),
  )
  const browser = await launch()
  const targets = pages.flatMap((page, at) => [
    { name: `floor of ${page.name}`, url: floors[at].origin },
    { ...page, url: server.origin + page.path, floor: `floor of ${page.name}` },
  ])
  const runs = new Map(targets.map(({ name }) => [name, []]))
  try {
    for (let turn = 0; turn < rounds; turn += 1) {
      for (const [at] of targets.entries()) {
        const target = targets[(at + turn) % targets.length]
        runs.get(target.name).push(await measure(browser, target))
      }
    }
  } finally {
    await browser.close()
    for (const floor of floors) floor.stop()
    await server.dispose()
  }
  const lcpOf = (name) => middle(runs.get(name), 'cold', 'lcp')
  const head = [
    'page',
    'largest paint ms (of floor)',
    'HTML bytes',
    'script bytes',
    'blocking ms',
    'worst interaction ms',
    'shift',
    'heap MiB',
    'repeat: largest paint ms (requests on the wire)',
    'worker KiB',
  ]
  return `## Pages: first visit on Slow 4G, processor ÷4\n\n${table(
    head,
    targets.map(({ name, floor = name }) => row(name, runs.get(name), lcpOf(floor))),
  )}`
}
