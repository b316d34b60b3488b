import { probe } from './test-support/probe.ts'
export const appRouter = probe
export type AppRouter = typeof appRouter
