import { isUuid } from '@takepart/shared/domain/core/ids'
import { moderationPaths } from '@takepart/shared/domain/site/moderation-paths'
import type {
  ConcernModel,
  LaneModel,
  WordListModel,
} from '@takepart/shared/views/concern/concern-model'
import { concernPageView } from '@takepart/shared/views/concern/concern-page.view'
import { laneView } from '@takepart/shared/views/concern/lane.view'
import { wordListView } from '@takepart/shared/views/concern/word-list.view'
import { concernWords, wordListWords } from '@takepart/shared/words/concern'
import { severityWords } from '@takepart/shared/words/moderation-desk'
import { readLane, readOneConcern, readWordList } from './read-lane.ts'
import { privatePage } from '../private-page.ts'

/** The lane. No words are on it, so that to see it is no look at anybody's words. */
const lanePage = privatePage<LaneModel>({
  path: moderationPaths.concerns,
  action: 'concern.see',
  load: readLane,
  render: (model) => ({
    title: concernWords.titleOf(model.items.length),
    main: laneView(model),
  }),
})

const concernPage = privatePage<ConcernModel>({
  path: moderationPaths.concern,
  action: 'concern.see',
  load: async (ctx, { id = '' }) => (isUuid(id) ? readOneConcern(ctx, id) : undefined),
  render: (model) => ({
    title: concernWords.pageTitle(severityWords[model.standing.severity]),
    main: concernPageView(model),
    element: 'tp-concern-page',
  }),
})

const wordsPage = privatePage<WordListModel>({
  path: moderationPaths.words,
  action: 'concern.save-words',
  load: readWordList,
  render: (model) => ({
    title: wordListWords.title,
    main: wordListView(model),
    element: 'tp-word-list-page',
  }),
})

export const concernPages = [lanePage, concernPage, wordsPage]
