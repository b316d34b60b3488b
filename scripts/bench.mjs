/**
 * Figures, with the machine they were taken on, each beside a floor measured in the same run. They are ratios to look
 * at, never a test: machines are noisy.
 *
 * node scripts/bench.mjs [--only=pages,writes,reads,export,saving,settings,start] [--rounds=5]
 */
import { buildIfStale } from './build.mjs'
import { exportFigures } from './bench/export.mjs'
import { machineWords } from './bench/machine.mjs'
import { pageFigures } from './bench/pages.mjs'
import { savingFigures } from './bench/saving.mjs'
import { readFigures, writeFigures } from './bench/serving.mjs'
import { settingsFigures } from './bench/settings.mjs'
import { startFigures } from './bench/start.mjs'

const parts = {
  start: startFigures,
  reads: readFigures,
  writes: writeFigures,
  export: exportFigures,
  saving: savingFigures,
  settings: settingsFigures,
  pages: pageFigures,
}

const option = (name) =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)
const rounds = Number(option('rounds') ?? 5)
const wanted = option('only')?.split(',') ?? Object.keys(parts)
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0 || !(rounds >= 1 && rounds <= 50)) {
  console.error(`usage: bench.mjs [--only=${Object.keys(parts).join(',')}] [--rounds=1..50]`)
  process.exit(2)
}

process.env.NODE_ENV = 'production'
await buildIfStale()
console.log(
  `\n${machineWords()}\n${new Date().toISOString().slice(0, 16)} UTC, ${rounds} rounds, medians\n`,
)
for (const name of wanted) console.log(`${await parts[name]({ rounds })}\n`)
