import type { SaveResult } from '@takepart/shared/domain/authoring/draft/desk-answers'
import { newPart, type Part } from '@takepart/shared/domain/authoring/draft/draft'
import type {
  KeptEdit,
  KeptEdits,
  SentEdit,
} from '@takepart/shared/domain/authoring/draft/sent-edit'
import { describe, expect, it } from 'vitest'
import { DraftSaver } from './draft-saver.ts'
import { savingLine } from './saving-line.ts'

const draft = '00000000-0000-4000-8000-000000000001'
const part = newPart('question:q', { title: 'First', hint: 'A hint' })
const at = new Date('2027-02-01T14:07:00Z')

/** Edits kept in a list; `full` says no to every one. */
function device(before: readonly KeptEdit[] = [], full = false) {
  const edits = new Map(before.map((edit) => [edit.id, edit]))
  const kept: KeptEdits = {
    put: async (edit) => {
      if (!full) edits.set(edit.id, edit)
      return !full
    },
    remove: async (id) => void edits.delete(id),
    list: async () => [...edits.values()].toSorted((one, other) => one.order - other.order),
    clear: async () => edits.clear(),
  }
  return { kept, edits }
}

/** A server that answers what it is told to, in order, and then that all is saved. */
function server(answers: (SaveResult | 'away')[] = []) {
  const received: SentEdit[] = []
  const send = async (sent: SentEdit): Promise<SaveResult> => {
    const answer = answers.shift() ?? { outcome: 'saved' as const }
    if (answer === 'away') throw new Error('away')
    received.push(sent)
    return answer
  }
  return { send, received }
}

function saverOf({ kept, edits } = device(), { send, received } = server(), start: Part = part) {
  let ids = 0
  let saved = 0
  const saver = new DraftSaver({
    draft,
    part: start,
    kept,
    send,
    newId: () => `edit-${(ids += 1)}`,
    now: () => at,
    onChange: () => undefined,
    onSaved: () => {
      saved += 1
    },
  })
  return { saver, edits, received, savedTimes: () => saved }
}

const nowOf = ({ edit }: SentEdit) => (edit.do === 'set' ? [edit.was, edit.now] : [])

describe('DraftSaver', () => {
  it('keeps a field on the device, sends it with what it replaces, and lets go of it', async () => {
    const { saver, edits, received } = saverOf()
    saver.write('title', 'Second')
    expect(saver.state.kind).toBe('saving')
    await saver.commit()
    expect(received.map(nowOf)).toEqual([['First', 'Second']])
    expect(edits.size).toBe(0)
    expect(saver.state).toEqual({ kind: 'saved', at })
  })

  it('sends nothing for what is written and taken back', async () => {
    const { saver, received, savedTimes } = saverOf()
    saver.write('title', 'Second')
    saver.write('title', 'First')
    await saver.commit()
    expect(received).toEqual([])
    expect(savedTimes()).toBe(1)
  })

  it('sends fields apart, and one field in steps', async () => {
    const { saver, received } = saverOf()
    saver.write('title', 'Second')
    saver.write('hint', undefined)
    await saver.commit()
    saver.write('title', 'Third')
    await saver.commit()
    expect(received.map(nowOf)).toEqual([
      ['First', 'Second'],
      ['A hint', undefined],
      ['Second', 'Third'],
    ])
  })

  it('keeps on the device what the server did not answer, and says so', async () => {
    const { saver, edits } = saverOf(device(), server(['away']))
    saver.write('title', 'Second')
    await saver.commit()
    expect(saver.state).toEqual({ kind: 'waiting', waiting: 1, onDevice: true })
    expect([...edits.values()].map(nowOf)).toEqual([['First', 'Second']])
    saver.stop()
  })

  it('sends the same edit again under the same id, and what was written since after it', async () => {
    const { saver, received } = saverOf(device(), server(['away']))
    saver.write('title', 'Second')
    await saver.commit()
    saver.write('title', 'Third')
    await saver.commit()
    expect(received.map(nowOf)).toEqual([
      ['First', 'Second'],
      ['Second', 'Third'],
    ])
    expect(received[0]?.id).toBe('edit-1')
    expect(saver.state.kind).toBe('saved')
  })

  it('does not say that something is on the device when it is not', async () => {
    const { saver } = saverOf(device([], true), server(['away']))
    saver.write('title', 'Second')
    await saver.commit()
    expect(saver.state).toEqual({ kind: 'waiting', waiting: 1, onDevice: false })
    expect(savingLine(saver.state).saving).toContain('Not saved')
    saver.stop()
  })

  it('takes up what an earlier page left, shows it and sends it first', async () => {
    const left: KeptEdit = {
      draft,
      id: 'left',
      order: 1,
      edit: { do: 'set', part: 'question:q', field: 'title', was: 'First', now: 'Left' },
    }
    const elsewhere: KeptEdit = {
      ...left,
      id: 'elsewhere',
      order: 2,
      edit: { do: 'set', part: 'about', field: 'title', was: 'A', now: 'B' },
    }
    const { saver, received, edits } = saverOf(device([elsewhere, left]))
    await saver.begin()
    expect(saver.part.fields['title']).toBe('Left')
    expect(received.map(({ id }) => id)).toEqual(['left', 'elsewhere'])
    expect(edits.size).toBe(0)
  })

  it('shows the words that are in place when somebody was quicker, and keeps its own beside', async () => {
    const other = { field: 'title', value: 'Mine', edit: 'edit-1', by: 'me', at: '' }
    const theirs: Part = { ...newPart('question:q', { title: 'Theirs' }), others: [other] }
    const { saver, edits } = saverOf(device(), server([{ outcome: 'kept-beside', part: theirs }]))
    saver.write('title', 'Mine')
    await saver.commit()
    expect(saver.part.fields['title']).toBe('Theirs')
    expect(saver.part.others).toEqual([other])
    expect(edits.size).toBe(0)
  })

  it('keeps words that are refused on the page and the device until they fit', async () => {
    const refusal: SaveResult = { outcome: 'refused', problem: 'value-refused', words: 'Too long' }
    const { saver, edits, received } = saverOf(device(), server([refusal]))
    saver.write('title', 'Much too long')
    await saver.commit()
    expect(saver.part.fields['title']).toBe('Much too long')
    expect(saver.problems.get('title')).toBe('Too long')
    expect(saver.state).toEqual({ kind: 'refused', words: 'Too long' })
    expect(edits.size).toBe(1)
    saver.write('title', 'Short')
    await saver.commit()
    expect(received.map(nowOf)).toEqual([
      ['First', 'Much too long'],
      ['First', 'Short'],
    ])
    expect(edits.size).toBe(0)
    expect(saver.state.kind).toBe('saved')
  })

  it('follows what others wrote in fields that nobody writes in here', async () => {
    const { saver, received } = saverOf(device(), server(['away']))
    saver.write('title', 'Mine')
    await saver.commit()
    saver.follow(newPart('question:q', { title: 'Theirs', hint: 'Their hint', why: 'New' }))
    expect(saver.part.fields).toEqual({ title: 'Mine', hint: 'Their hint', why: 'New' })
    saver.write('hint', 'My hint')
    await saver.commit()
    expect(received.map(nowOf)).toEqual([
      ['First', 'Mine'],
      ['Their hint', 'My hint'],
    ])
  })
})

describe('savingLine', () => {
  it('says each thing only when it is so', () => {
    expect(savingLine({ kind: 'saved', at }).saving).toBe('Saved at 2:07 pm.')
    expect(savingLine({ kind: 'saved', at: undefined }).saving).toBe('Everything is saved.')
    expect(savingLine({ kind: 'waiting', waiting: 2, onDevice: true }).saving).toContain(
      'saved on this device: 2 changes wait',
    )
    expect(savingLine({ kind: 'refused', words: 'Too long' }).tone).toBe('problem')
  })
})
