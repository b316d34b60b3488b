import { may } from '@takepart/shared/domain/account/may'
import { checkDraft } from '@takepart/shared/domain/authoring/draft/check-draft'
import { writeFhir } from '@takepart/shared/domain/authoring/fhir/write-fhir'
import { isUuid } from '@takepart/shared/domain/core/ids'
import { pathOfQuestionnaire } from '@takepart/shared/domain/site/authoring-paths'
import type { FastifyInstance } from 'fastify'
import { findDraft } from '../../../features/authoring/draft.queries.ts'
import type { PagesDeps } from '../../../http/app-deps.ts'
import { keepNowhere } from '../../page-deps.ts'

/**
 * Adds the file with the questions of a draft as HL7 FHIR. It is made for whoever may read the draft, at the moment they ask,
 * and kept nowhere; a draft that cannot be published yet has none.
 */
export function registerQuestionnaire(app: FastifyInstance, deps: PagesDeps): void {
  app.get<{ Params: { id: string } }>(pathOfQuestionnaire(':id'), async (request, reply) => {
    const { id } = request.params
    const actor = await deps.resolveActor(request.headers.cookie)
    const allowed = isUuid(id) && may(actor, 'consultation.read-draft', { consultationId: id })
    const found = allowed ? await findDraft(deps.database.calls, id) : undefined
    const consultation = found && checkDraft(found.draft, deps.now()).consultation
    if (!found || !consultation) return reply.callNotFound()
    return reply
      .header('content-type', 'application/fhir+json; charset=utf-8')
      .header('cache-control', keepNowhere)
      .header('content-disposition', 'attachment; filename="questionnaire.fhir.json"')
      .send(JSON.stringify(writeFhir(consultation, found.basedOn).document, null, 2))
  })
}
