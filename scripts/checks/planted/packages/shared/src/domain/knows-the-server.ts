import { appRouter } from '../../../server/src/app-router.ts'
export const router = appRouter
