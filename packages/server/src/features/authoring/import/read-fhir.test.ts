import { readdirSync, readFileSync } from 'node:fs'
import { writeFhir } from '@takepart/shared/domain/authoring/fhir/write-fhir'
import { consultationSchema } from '@takepart/shared/domain/consultation/consultation-schema'
import { importWords } from '@takepart/shared/words/import'
import { describe, expect, it } from 'vitest'
import { readImportFile } from './read-import-file.ts'

const bytesOf = (content: unknown): Uint8Array =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content))

const item = { linkId: 'q', text: 'Why?', type: 'text' }
const questionnaire = { resourceType: 'Questionnaire', title: 'The garden', item: [item] }
const { refusals } = importWords

describe('readImportFile of FHIR Questionnaires', () => {
  it('reads one, also with a mark of its byte order', async () => {
    for (const content of [questionnaire, `\uFEFF ${JSON.stringify(questionnaire)}`])
      expect(await readImportFile(bytesOf(content))).toMatchObject({
        kind: 'read',
        from: 'fhir',
        imported: { title: 'The garden', sections: [{ questions: [{ title: 'Why?' }] }] },
      })
  })

  it.each([
    ['broken JSON', '{"resourceType": ', refusals.brokenJson],
    ['bytes that are no text', '{"a": "\u0000', refusals.brokenJson],
    ['another resource', { resourceType: 'Patient' }, refusals.noQuestionnaire],
    ['one without questions', { ...questionnaire, item: [] }, refusals.empty],
    ['XML', '<?xml version="1.0"?><Questionnaire/>', refusals.xml],
    ['something else', 'hello', refusals.other],
    ['one that is too large', `{${' '.repeat(5 * 1024 * 1024)}}`, refusals.longJson],
  ])('refuses %s in words', async (_what, content, words) => {
    expect(await readImportFile(bytesOf(content))).toEqual({ kind: 'refused', words })
  })

  it('names the questions of a circle', async () => {
    const one = (linkId: string, question: string) => ({
      ...item,
      linkId,
      text: `Question ${linkId}`,
      enableWhen: [{ question, operator: 'exists', answerBoolean: true }],
    })
    const circle = { ...questionnaire, item: [one('a', 'b'), one('b', 'a')] }
    expect(await readImportFile(bytesOf(circle))).toMatchObject({
      words: expect.stringContaining('“Question a”, “Question b”'),
    })
  })

  const samples = new URL('../../../../sample/', import.meta.url)
  const names = readdirSync(samples).filter((name) => name.endsWith('.json'))

  it.each(names)(
    'reads what was taken out of the sample %s, question for question',
    async (name) => {
      const document: unknown = JSON.parse(readFileSync(new URL(name, samples), 'utf8'))
      const consultation = consultationSchema.parse(document)
      const read = await readImportFile(bytesOf(writeFhir(consultation, 1).document))
      if (read.kind !== 'read') throw new Error(read.words)
      const asked = (sections: typeof consultation.sections) =>
        sections.flatMap(({ id, questions }) =>
          questions.map((question) => [
            id,
            question.id,
            question.kind,
            question.title,
            question.showIf,
          ]),
        )
      expect(asked(read.imported.sections)).toEqual(asked(consultation.sections))
    },
  )
})
