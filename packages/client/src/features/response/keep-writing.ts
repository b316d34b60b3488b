import type { OpenPiece, PieceKind } from '../../app/open-piece.ts'
import type { Services } from '../../app/services.ts'
import { saySaved } from './saved-words.ts'
import { watchDraft } from './watch-draft.ts'

/**
 * What every page does on which something is written in one piece: it is stored before the page goes, said aloud once it
 * is saved, and nobody leaves what could not be saved without being asked. The returned function ends that.
 */
export function keepWriting(
  { records }: Services,
  open: OpenPiece<PieceKind>,
  onChange: () => void,
): () => void {
  const over = new AbortController()
  const { signal } = over
  open.addEventListener(
    'change',
    () => {
      saySaved(open, records)
      onChange()
    },
    { signal },
  )
  addEventListener(
    'beforeunload',
    (event) => {
      if (open.saveState.kind === 'not-saved') event.preventDefault()
    },
    { signal },
  )
  const unwatch = watchDraft(records, open)
  return () => {
    over.abort()
    unwatch()
  }
}
