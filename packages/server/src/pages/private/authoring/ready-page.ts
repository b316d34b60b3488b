import { askedOf } from '@takepart/shared/domain/authoring/draft/ready-edits'
import { questionLibrary } from '@takepart/shared/domain/question/question-library'
import { authoringPaths } from '@takepart/shared/domain/site/authoring-paths'
import {
  readyQuestionsView,
  type ReadyModel,
} from '@takepart/shared/views/authoring/ready-questions.view'
import { readyWords } from '@takepart/shared/words/ready'
import { privatePage } from '../private-page.ts'
import { mayWrite, openDraft } from './draft-pages.ts'

/** Ready questions, to add to a draft. */
export const readyPage = privatePage<ReadyModel>({
  path: authoringPaths.ready,
  action: 'consultation.write',
  load: async (ctx, places) => {
    const opened = await openDraft(ctx, places)
    if (!opened || !mayWrite(ctx.actor, opened.draft.id)) return undefined
    return {
      head: opened.head,
      sets: questionLibrary.map((set) => {
        const asked = new Set(askedOf(opened.draft, set))
        return {
          id: set.id,
          title: set.title,
          source: set.source,
          questions: set.questions.map(({ id, title, kind }) => ({
            title,
            kind,
            isThere: asked.has(id),
          })),
        }
      }),
    }
  },
  render: (model) => ({
    title: `${readyWords.title} – ${model.head.title}`,
    main: readyQuestionsView(model),
    element: 'tp-ready-page',
  }),
})
