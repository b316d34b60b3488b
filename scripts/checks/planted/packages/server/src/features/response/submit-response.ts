import { sql } from 'kysely'
import { app } from '../../http/app.ts'
import { image } from '../../../../shared/src/ui/image-without-words.ts'
export const submit = [sql`select 1`, app, image]
