import { runAtEdge } from './command-edge.ts'
import { runCommand } from './run-command.ts'

/** `npm run consultation`. */
await runAtEdge(runCommand)
