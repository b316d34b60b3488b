import { moderationPaths } from '@takepart/shared/domain/site/moderation-paths'
import type { ModerationModel } from '@takepart/shared/views/moderation/moderation-model'
import { moderationView } from '@takepart/shared/views/moderation/moderation.view'
import { moderationDeskWords } from '@takepart/shared/words/moderation-desk'
import { readQueue } from './read-queue.ts'
import { privatePage } from '../private-page.ts'

/** What waits for a moderator. */
export const queuePage = privatePage<ModerationModel>({
  path: moderationPaths.queue,
  action: 'moderation.read-queue',
  load: ({ db, now, actor, search }) =>
    readQueue({ db, now: now(), me: actor.staffId, open: search.get('open') }),
  render: (model) => ({
    title: moderationDeskWords.titleOf(model.waiting),
    main: moderationView(model),
    element: 'tp-moderation-page',
  }),
})

export const moderationPages = [queuePage]
