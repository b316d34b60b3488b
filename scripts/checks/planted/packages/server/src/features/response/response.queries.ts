import { sql } from 'kysely'
export const count = sql`select count(*) from response`
