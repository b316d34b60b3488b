import { describe, expect, it } from 'vitest'
import type { ReadingDocument } from '../../domain/consultation/consultation.ts'
import { readingDocumentView } from './reading-document.view.ts'
import { after, consultation, documents, during } from '../test-support/documents.ts'
import { linksOf, wordsOf } from '../test-support/rendered.ts'

const read = (at: number, now = during) =>
  readingDocumentView({ consultation, document: documents[at] as ReadingDocument, now })

describe('a document to read', () => {
  it.each([
    [0, ['plan']],
    [1, ['why', 'cost']],
    [2, ['plan']],
  ])('number %i leads to its neighbours', (at, neighbours) => {
    expect(linksOf(read(at)).filter((href) => href.includes('/read/'))).toEqual(
      neighbours.map((id) => `/consultations/bus-to-the-clinic/read/${id}`),
    )
  })

  it('says which part it is and how long it takes', () =>
    expect(wordsOf(read(1))).toContain('Part 2 of 3 to read · 2 minutes'))

  it('leads to the questions only while they are open', () => {
    expect(linksOf(read(1))).toContain('/consultations/bus-to-the-clinic/answer')
    expect(linksOf(read(1, after))).not.toContain('/consultations/bus-to-the-clinic/answer')
  })
})
