import { linkPressed } from '../../app/link-pressed.ts'
import { navigate } from '../../app/navigate.ts'
import type { OpenDraft } from '../../app/open-draft.ts'
import type { Services } from '../../app/services.ts'

/** Words that somebody is writing: answers, or a request, which has none and is unsaved only once something is written. */
type Watched = Pick<OpenDraft, 'unsaved' | 'save'> & {
  readonly draft: { readonly id: string; readonly revision: number; readonly answers?: object }
  readonly takeIn?: () => unknown
}

/**
 * Sees to it that an open draft is stored before its page goes, and takes in what other tabs write to it. The returned
 * function ends that.
 */
export function watchDraft(records: Services['records'], draft: Watched): () => void {
  const over = new AbortController()
  const { signal } = over
  // A page that was only looked at leaves no draft behind.
  const isWritten = () => {
    const { revision, answers } = draft.draft
    return (
      draft.unsaved && (revision > 0 || answers === undefined || Object.keys(answers).length > 0)
    )
  }
  const leave = () => {
    if (isWritten()) void draft.save()
  }
  const unwatch = records.watch((id) => {
    if (id === draft.draft.id) void draft.takeIn?.()
  })
  addEventListener('pagehide', leave, { signal })
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.hidden) leave()
    },
    { signal },
  )
  document.addEventListener(
    'click',
    (event) => {
      if (isWritten()) followWhenSaved(event, draft)
    },
    { signal },
  )
  return () => {
    over.abort()
    unwatch()
  }
}

/**
 * A link that loads another page takes this one away in the middle of a save, and the last words with it: it is followed
 * when they are stored, or when it is known that they cannot be.
 */
function followWhenSaved(event: MouseEvent, draft: Watched): void {
  const link = linkPressed(event)
  if (!link) return
  event.preventDefault()
  void draft.save().then(() => navigate(link.href))
}
