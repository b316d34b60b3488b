import { may } from '@takepart/shared/domain/account/may'
import { isUuid } from '@takepart/shared/domain/core/ids'
import { entryView, type EntryModel } from '@takepart/shared/views/analysis/entry.view'
import { entryWords } from '@takepart/shared/words/entry'
import { findByIdOrSlug } from '../../../features/consultation/consultation.queries.ts'
import { privatePage } from '../private-page.ts'

/** Where staff enter a response that did not come by the website, over the newest version of the questions. */
export const entryPage = privatePage<EntryModel>({
  path: '/desk/consultations/:consultation/enter',
  action: 'analysis.enter',
  load: async ({ db, actor }, { consultation: id = '' }) => {
    if (!isUuid(id) || !may(actor, 'analysis.enter', { consultationId: id })) return undefined
    const newest = (await findByIdOrSlug(db, id, '')).find((one) => one.id === id)
    if (!newest) return undefined
    const { number, consultation } = newest.version
    const onlyReport = !may(actor, 'analysis.read', { consultationId: id })
    return {
      consultation: { id, title: consultation.title, onlyReport },
      version: number,
      document: consultation,
    }
  },
  render: (model) => ({
    title: entryWords.titleOf(model.consultation.title),
    main: entryView(model),
    element: 'tp-entry-page',
  }),
})
