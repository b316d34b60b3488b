import { app } from './http/app.ts'
export const procedure = app
