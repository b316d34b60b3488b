import { may } from '@takepart/shared/domain/account/may'
import { isUuid } from '@takepart/shared/domain/core/ids'
import { mediaTypes } from '@takepart/shared/domain/consultation/media'
import { pathOfDraftPicture } from '@takepart/shared/domain/site/authoring-paths'
import type { FastifyInstance } from 'fastify'
import { makePicture } from '../../../media/make-picture.ts'
import { readDraftFile } from '../../../features/authoring/files/draft-file.queries.ts'
import type { PagesDeps } from '../../../http/app-deps.ts'
import { createTurns } from '../../../turns.ts'
import { keepNowhere } from '../../page-deps.ts'

/** Pictures are large when they are open. */
const mostAtOnce = 2

/**
 * Adds the pictures of drafts, for whoever may read the draft. Each is made anew when it is asked for, as publishing will: no
 * byte that somebody brought is ever sent to a browser.
 */
export function registerDraftPictures(app: FastifyInstance, deps: PagesDeps): void {
  const inTurn = createTurns(mostAtOnce)
  app.get<{ Params: { id: string; file: string; form: string } }>(
    pathOfDraftPicture(':id', ':file', ':form'),
    async (request, reply) => {
      const { id, file, form } = request.params
      const actor = await deps.resolveActor(request.headers.cookie)
      const allowed = isUuid(id) && may(actor, 'consultation.read-draft', { consultationId: id })
      const found = allowed ? await readDraftFile(deps.database.calls, id, file) : undefined
      if (!found) return reply.callNotFound()
      const made = await inTurn(() => makePicture(found.bytes, found.type))
      const picture = form === 'webp' ? made[0] : made.at(-1)
      if (!picture) return reply.callNotFound()
      return reply
        .header('content-type', mediaTypes[picture.ending])
        .header('cache-control', keepNowhere)
        .send(picture.bytes)
    },
  )
}
