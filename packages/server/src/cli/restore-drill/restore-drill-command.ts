import { systemClock, systemRandom } from '../../context.ts'
import { createLog } from '../../log.ts'
import { restoreDrill } from './restore-drill.ts'

/** `npm run restore-drill`: ends with 0 when the restore is whole, and with 1 on any difference. */
const log = createLog('error', {
  write: (line) => {
    process.stderr.write(line)
  },
})
const say = (words: string): void => {
  process.stdout.write(`${words}\n`)
}
const amiss = await restoreDrill({ log, now: systemClock, random: systemRandom, say })
for (const words of amiss) say(`  ${words}`)
say(
  amiss.length === 0
    ? 'The restore is whole: every row, every sum of the ledger and every entry of the log is as it was.'
    : 'The restore is NOT whole.',
)
process.exitCode = amiss.length === 0 ? 0 : 1
