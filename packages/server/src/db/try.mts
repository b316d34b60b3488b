import { createLog } from '../log.ts'
import { openDatabase } from './database.ts'
import { readConfig } from '../config.ts'
const t=performance.now()
const config = readConfig({ TAKEPART_DATA: '/tmp/takepart-core/try', LOG_LEVEL: 'debug' })
const log = createLog('debug')
const d = await openDatabase({ config, log, now: new Date() })
console.log('open', performance.now()-t, d.place)
await d.close()
console.log('closed', performance.now()-t)
