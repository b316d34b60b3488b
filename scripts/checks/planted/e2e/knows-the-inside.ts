import { app } from '../packages/server/src/http/app.ts'
export const inside = [app, process.env.CI]
