import { database } from './db/database.ts'
import { port } from './config.ts'
export const started = [database, port, new Date()]
