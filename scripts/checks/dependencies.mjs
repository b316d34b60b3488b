/**
 * Runs dependency-cruiser over a tree and makes sure that it read something: without a compiler that it understands it
 * reads no module at all and is content. `node scripts/checks/dependencies.mjs [folder]`
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../processes.mjs'

const top = process.argv[2] ?? root
const folders = ['packages/shared/src', 'packages/server/src', 'packages/client/src', 'e2e'].filter(
  (folder) => existsSync(join(top, folder)),
)
const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
const asked = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders]
const { stdout, stderr } = spawnSync(process.execPath, asked, {
  cwd: top,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
})

const read = () => {
  try {
    return JSON.parse(stdout).summary
  } catch {
    return { violations: [], totalCruised: 0 }
  }
}

const { violations, totalCruised } = read()
for (const { rule, from, to } of violations) console.log(`  ${rule.name}: ${from} → ${to}`)
console.log(`${totalCruised} modules, ${violations.length} imports that point the wrong way`)
if (totalCruised === 0) console.error(stderr || 'No module was read')
process.exit(violations.length > 0 || totalCruised === 0 ? 1 : 0)
