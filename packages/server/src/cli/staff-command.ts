import { runAtEdge } from './command-edge.ts'
import { runStaffCommand } from './run-staff-command.ts'

/** `npm run staff`. */
await runAtEdge(runStaffCommand)
