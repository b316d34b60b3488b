import { PassThrough, type Writable } from 'node:stream'
import { may } from '@takepart/shared/domain/account/may'
import { isUuid } from '@takepart/shared/domain/core/ids'
import { exportFiles, type ExportFile } from '@takepart/shared/domain/site/analysis-paths'
import type { FastifyInstance } from 'fastify'
import {
  exportAnswers,
  exportCodebook,
  type ExportFormat,
} from '../../../features/analysis/export/export-analysis.ts'
import { exportWorkbook } from '../../../features/analysis/export/export-workbook.ts'
import { allVersions } from '../../../features/consultation/consultation.queries.ts'
import type { PagesDeps } from '../../../http/app-deps.ts'
import { keepNowhere } from '../../page-deps.ts'

type About = Parameters<typeof exportCodebook>[1]
type Write = (
  db: PagesDeps['database']['calls'],
  about: About,
  output: Writable,
) => Promise<unknown>

const answersAs =
  (format: ExportFormat): Write =>
  (db, about, output) =>
    exportAnswers(db, { ...about, format }, output)

const csv = 'text/csv; charset=utf-8'
const json = 'application/json; charset=utf-8'
const writers: Readonly<Record<ExportFile, { readonly type: string; readonly write: Write }>> = {
  'answers.xlsx': {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: exportWorkbook,
  },
  'answers.csv': { type: csv, write: answersAs('csv') },
  'answers.json': { type: json, write: answersAs('json') },
  'answers.fhir.json': { type: json, write: answersAs('fhir') },
  'codebook.csv': { type: csv, write: exportCodebook },
}

/**
 * Adds the files themselves. Each is written to whoever may export, at the moment they ask, and kept nowhere; a link
 * without a session opens nothing (S29). A reply that breaks off is not ended, so that half a file never looks whole.
 */
export function registerExports(app: FastifyInstance, deps: PagesDeps): void {
  app.get<{ Params: { consultation: string; file: string } }>(
    '/desk/consultations/:consultation/export/:file',
    async (request, reply) => {
      const { consultation, file: name } = request.params
      const actor = await deps.resolveActor(request.headers.cookie)
      const file = exportFiles.find((one) => one === name)
      const allowed =
        file !== undefined &&
        isUuid(consultation) &&
        may(actor, 'analysis.export', { consultationId: consultation })
      const versions = allowed ? await allVersions(deps.database.calls, consultation) : []
      if (!file || versions.length === 0) return reply.callNotFound()
      const output = new PassThrough()
      const about = { consultationId: consultation, versions }
      const { type, write } = writers[file]
      write(deps.database.calls, about, output).catch((cause: Error) => {
        request.log.error({ err: cause }, 'An export broke off')
        output.destroy(cause)
      })
      return reply
        .header('content-type', type)
        .header('cache-control', keepNowhere)
        .header('content-disposition', `attachment; filename="${file}"`)
        .send(output)
    },
  )
}
