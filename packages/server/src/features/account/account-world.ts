import type { CallContext } from '../../context.ts'

/** What the use cases of accounts reach; a call's context has it, and so has the command line. */
export type AccountWorld = Pick<CallContext, 'db' | 'now' | 'random'>
