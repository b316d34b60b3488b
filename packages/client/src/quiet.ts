/** What a page fetches once it is loaded and the browser is quiet: keeping itself on the device, and sending what waits. */
export { createOutbox } from './offline/outbox.ts'
export { settleIn } from './shell/settle-in.ts'
