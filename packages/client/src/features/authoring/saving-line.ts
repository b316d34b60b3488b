import { clockWords } from '@takepart/shared/domain/core/dates'
import { savingWords } from '@takepart/shared/words/authoring'
import type { SavingState } from './draft-saver.ts'

/** What the line at the top of the editor says, and how it looks; the words alone are enough. */
export function savingLine(state: SavingState): {
  readonly saving: string
  readonly tone: 'good' | 'waiting' | 'problem' | 'plain'
} {
  switch (state.kind) {
    case 'saved':
      return state.at
        ? { saving: savingWords.saved(clockWords(state.at)), tone: 'good' }
        : { saving: savingWords.nothing, tone: 'plain' }
    case 'saving':
      return { saving: savingWords.saving, tone: 'plain' }
    case 'waiting':
      return state.onDevice
        ? { saving: savingWords.onDevice(state.waiting), tone: 'waiting' }
        : { saving: savingWords.notOnDevice(state.waiting), tone: 'problem' }
    case 'refused':
      return { saving: savingWords.refused(state.words), tone: 'problem' }
  }
}
