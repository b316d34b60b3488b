import type { ReachBy } from '@takepart/shared/domain/support-request/support-request'
import { dayOfMoment } from '@takepart/shared/domain/core/dates'
import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import { askedForWords } from '@takepart/shared/domain/support-request/asked-for-words'
import {
  requestsDeskView,
  type RequestsDeskModel,
} from '@takepart/shared/views/support-request/requests-desk.view'
import { requestsDeskWords } from '@takepart/shared/words/requests-desk'
import { listOpenRequests } from '../../../features/support-request/support-request.queries.ts'
import { privatePage, type PrivatePage } from '../private-page.ts'

const mostShown = 100

const requestsPage = privatePage<RequestsDeskModel>({
  path: deskPaths.requests,
  action: 'support-request.read',
  load: async ({ db, actor, now }) => {
    const today = dayOfMoment(now())
    const open = await listOpenRequests(db, actor.teams, mostShown)
    return {
      requests: open.map((one) => ({
        id: one.id,
        reference: one.reference,
        title: one.title,
        needs: askedForWords(one.needs, one.say),
        reachBy: one.reachBy as ReachBy,
        reachTo: one.reachTo ?? '',
        called: one.called,
        suits: one.suits,
        remember: one.remember,
        inTime: one.inTime,
        receivedOn: one.receivedOn,
        dueOn: one.dueOn,
        isLate: one.dueOn < today,
      })),
    }
  },
  render: (model) => ({
    title: requestsDeskWords.title,
    main: requestsDeskView(model),
    element: 'tp-requests-desk-page',
  }),
})

/** Requests for formats and support, at the desk. */
export const requestPages: readonly PrivatePage[] = [requestsPage]
