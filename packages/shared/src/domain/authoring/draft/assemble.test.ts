import { describe, expect, it } from 'vitest'
import { busConsultation } from '../../consultation/bus-consultation.fixture.ts'
import { checkConsultation } from '../check-consultation.ts'
import { applyEdit } from './apply-edit.ts'
import { assemble, assembleQuestion } from './assemble.ts'
import { busDraft, editId, ros } from './draft.fixture.ts'
import { keyOf, newPart, partOf, wordsKey, type Draft } from './draft.ts'
import type { Edit } from './edit.ts'
import { blankDraft } from './take-apart.ts'

const at = '2027-01-04T09:00:00.000Z'
const after = (draft: Draft, edit: Edit): Draft => {
  const result = applyEdit(draft, edit, { id: editId(1), by: ros, at })
  if (!result.ok) throw new Error(result.problem)
  return result.draft
}

describe('assemble', () => {
  it('gives back a consultation with every kind of question, and one that passes the checks', () => {
    const document = assemble(busDraft)
    expect(document).toEqual(busConsultation)
    expect(checkConsultation(document).consultation).toBeDefined()
  })

  it('leaves out what is empty, and keeps zero', () => {
    const draft: Draft = {
      ...busDraft,
      parts: {
        ...busDraft.parts,
        contact: newPart('contact', { name: 'Team', phone: '', email: '  ' }),
        dates: newPart('dates', { ...partOf(busDraft, 'dates').fields, graceDays: 0 }),
      },
    }
    expect(assemble(draft)).toMatchObject({ contact: { name: 'Team' }, grace: { days: 0 } })
    expect(assemble(draft)['contact']).not.toHaveProperty('phone')
    expect(assemble(draft)['contact']).not.toHaveProperty('email')
  })

  it('keeps the lists that a file must have, also when there is nothing in them', () => {
    expect(assemble(blankDraft(busDraft.id, 'New', 'new'))).toMatchObject({
      documents: [],
      sections: [],
      title: 'New',
    })
  })

  it('says nothing of what was removed, nor of the words that an edition has for it', () => {
    const key = keyOf('question', 'how-travel')
    const worded = after(
      after(busDraft, { do: 'add', part: keyOf('edition', 'cy'), fields: {}, place: {} }),
      { do: 'set', part: wordsKey('cy', key), field: 'title', now: 'Sut ydych chi’n teithio?' },
    )
    expect(JSON.stringify(assemble(worded))).toContain('Sut ydych chi')
    const without = JSON.stringify(assemble(after(worded, { do: 'remove', part: key })))
    expect(without).not.toContain('Sut ydych chi')
    expect(without).not.toContain('How do you travel to us?')
  })
})

describe('assembleQuestion', () => {
  it('says only what its kind has, so that the choices come back with the kind', () => {
    const part = newPart('question:q', {
      kind: 'long-text',
      title: 'Why?',
      options: [{ code: 'a', label: 'A' }],
      maxCharacters: 300,
    })
    expect(assembleQuestion(part)).toEqual({
      id: 'q',
      kind: 'long-text',
      title: 'Why?',
      maxCharacters: 300,
    })
    const choosing = { ...part, fields: { ...part.fields, kind: 'one-of' } }
    expect(assembleQuestion(choosing)).toEqual({
      id: 'q',
      kind: 'one-of',
      title: 'Why?',
      options: [{ code: 'a', label: 'A' }],
    })
  })

  it('leaves “must be answered” out when it is not so', () => {
    const part = newPart('question:q', { kind: 'yes-no', title: 'Why?', mandatory: false })
    expect(assembleQuestion(part)).not.toHaveProperty('mandatory')
  })
})
