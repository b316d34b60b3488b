import { roundDeskPaths } from '@takepart/shared/domain/site/round-desk-paths'
import type { QuestionsDeskModel } from '@takepart/shared/views/questions/questions-desk-model'
import { questionsDeskView } from '@takepart/shared/views/questions/questions-desk.view'
import { questionsDeskWords } from '@takepart/shared/words/questions-desk'
import { roundOfQuestions } from '../../../features/round/questions/act-on-question.ts'
import { countUnread } from '../../../features/round/questions/question.queries.ts'
import { readQuestions } from '../../../features/round/questions/read-questions.ts'
import { isId } from '../authoring/draft-pages.ts'
import { privatePage } from '../private-page.ts'

/** Where staff answer the questions of a round. */
export const questionsDeskPage = privatePage<QuestionsDeskModel>({
  path: roundDeskPaths.questions,
  action: 'round.run',
  load: async ({ db, actor, now }, { id = '' }) => {
    const round = isId(id)
      ? await roundOfQuestions(db, id, { actor, action: 'round.run' })
      : undefined
    if (!round) return undefined
    const { slug, title, opensAt, closesAt, answering } = round
    const mayJoin = await roundOfQuestions(db, id, { actor, action: 'round.join-questions' })
    return {
      round: { id, slug, title, opensAt, closesAt, ...(answering ? { answering } : {}) },
      now: now().toISOString(),
      shown: await readQuestions(db, round),
      unread: await countUnread(db, id),
      mayJoin: mayJoin !== undefined,
    }
  },
  render: (model) => ({
    title: questionsDeskWords.titleOf(model.round.title),
    main: questionsDeskView(model),
    element: 'tp-questions-desk-page',
  }),
})
