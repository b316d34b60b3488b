import { newPart } from '@takepart/shared/domain/authoring/draft/draft'
import type { KeptEdit, KeptEdits } from '@takepart/shared/domain/authoring/draft/sent-edit'
import type { RoundEditorModel } from '@takepart/shared/views/round-desk/round-editor.view'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { deskPeople } from '../../test-support/desk-draft.ts'
import { FailedCall, leaveDesk } from '../../test-support/desk.ts'
import {
  buttonNamed,
  fieldOf,
  focused,
  openDesk,
  said,
  trouble,
} from '../../test-support/open-desk.ts'
import './round-editor-page.ts'

const draft = '5b1f0f6e-0a39-4b7e-9a52-2f6d0c1e7a11'
const part = newPart('round', { title: 'Buses?', lede: 'Talk with us.' })
const model: RoundEditorModel = {
  head: {
    id: draft,
    title: 'Buses?',
    slug: null,
    stage: 'draft',
    signOff: 'draft',
    opensAt: null,
    closesAt: null,
  },
  people: deskPeople,
  part,
  findings: [],
  processes: [],
  consultations: [],
  mayWrite: true,
}
const saved = { outcome: 'saved' }
const set = (id: string, field: string, was: unknown, now: unknown) => [
  'roundDesk.edit',
  { draft, id, edit: { do: 'set', part: 'round', field, was, now } },
]

interface Before {
  readonly from?: RoundEditorModel
  readonly after?: RoundEditorModel
  readonly left?: KeptEdit
}

/** The page on a device with what an earlier page left there. */
async function open(answers: unknown[], { from = model, after = from, left }: Before = {}) {
  const edits = new Map(left ? [[left.id, left]] : [])
  const keptEdits: KeptEdits = {
    put: async (edit) => edits.set(edit.id, edit).has(edit.id),
    remove: async (id) => void edits.delete(id),
    list: async () => [...edits.values()],
    clear: async () => edits.clear(),
  }
  let ids = 0
  const received = await openDesk(
    'tp-round-editor-page',
    from,
    { 'roundDesk.edit': answers },
    {
      keptEdits,
      after,
      newId: () => `edit-${(ids += 1)}`,
    },
  )
  return { received, edits }
}
const line = () => document.getElementById('saving')?.textContent ?? ''

afterEach(leaveDesk)

describe('the page on which a discussion is written', () => {
  it('says that everything is saved, then saves what is written, once, with what it replaces', async () => {
    const { received, edits } = await open([saved])
    await expect.poll(line).toBe('Everything is saved.')
    await userEvent.fill(fieldOf('f-title'), 'Buses or trains?')
    expect(line()).toBe('Saving…')
    await expect.poll(line, { timeout: 5000 }).toContain('Saved at')
    expect(received).toEqual([set('edit-1', 'title', 'Buses?', 'Buses or trains?')])
    expect(edits.size).toBe(0)
  })

  it('keeps it on the device while nobody answers, and sends the same when the connection is back', async () => {
    const { received, edits } = await open([new FailedCall('not-reached'), saved])
    await userEvent.fill(fieldOf('f-title'), 'Trains?')
    await expect.poll(line, { timeout: 5000 }).toContain('saved on this device: 1 change waits')
    expect([...edits.keys()]).toEqual(['edit-1'])
    expect(trouble()).toBe('')
    window.dispatchEvent(new Event('online'))
    await expect.poll(line, { timeout: 5000 }).toContain('Saved at')
    const sent = set('edit-1', 'title', 'Buses?', 'Trains?')
    expect(received).toEqual([sent, sent])
    expect(edits.size).toBe(0)
  })

  it('leaves words that are refused in the field, and says why there and at the top', async () => {
    await open([{ outcome: 'refused', problem: 'value-refused', words: 'Use fewer words' }])
    await userEvent.fill(fieldOf('f-title'), 'Too much')
    await expect
      .poll(line, { timeout: 5000 })
      .toBe('One change could not be saved: Use fewer words')
    expect([fieldOf('f-title').value, fieldOf('f-title').getAttribute('aria-invalid')]).toEqual([
      'Too much',
      'true',
    ])
  })

  it('saves a time once there is such a time, and says at the field until then what is missing', async () => {
    const { received } = await open([saved])
    await userEvent.fill(fieldOf('f-opensat'), '31')
    await userEvent.fill(fieldOf('f-opensat__month'), '6')
    await userEvent.fill(fieldOf('f-opensat__year'), '2027')
    await userEvent.fill(fieldOf('f-opensat__time'), '9 am')
    await expect.poll(said).toContain('Write a day that there is')
    expect(fieldOf('f-opensat').getAttribute('aria-invalid')).toBe('true')
    expect(fieldOf('f-opensat').value).toBe('31')
    await userEvent.fill(fieldOf('f-opensat'), '30')
    await expect.poll(() => received, { timeout: 5000 }).toHaveLength(1)
    expect(received[0]).toEqual(set('edit-1', 'opensAt', undefined, '2027-06-30T09:00:00+01:00'))
    expect(said()).not.toContain('Write a day that there is')
  })

  it('shows and sends what an earlier page left on this device', async () => {
    const edit = { do: 'set', part: 'round', field: 'title', was: 'Buses?', now: 'Left' } as const
    const { received, edits } = await open([saved], {
      left: { draft, id: 'left-1', order: 1, edit },
    })
    await expect.poll(() => fieldOf('f-title').value).toBe('Left')
    await expect.poll(() => received).toEqual([set('left-1', 'title', 'Buses?', 'Left')])
    await expect.poll(() => edits.size).toBe(0)
  })

  it('asks for the checks again once all is saved, and takes nothing from the fields', async () => {
    const finding = { level: 'blocks', field: 'lede', words: 'Write two sentences' } as const
    const after = {
      ...model,
      findings: [finding],
      part: newPart('round', { ...part.fields, title: 'New' }),
    }
    await open([saved], { after })
    await userEvent.fill(fieldOf('f-title'), 'New')
    await expect.poll(said, { timeout: 8000 }).toContain('Write two sentences')
    expect([focused(), fieldOf('f-title').value]).toEqual(['f-title', 'New'])
    const link = [...document.querySelectorAll('#checks a')].find((one) =>
      one.textContent.includes('Write two sentences'),
    )
    expect(link?.getAttribute('href')).toBe('#f-lede')
  })

  const other = {
    field: 'title',
    value: 'Trams?',
    edit: '6f0e9a52-5a3e-4c0e-9d0a-3f1f3a6c2b55',
    by: 'jo',
    at: '2027-03-01T10:00:00Z',
  }
  const two = { ...model, part: { ...part, others: [other] } }
  const trams = { ...model, part: newPart('round', { ...part.fields, title: 'Trams?' }) }
  const settle = [
    'roundDesk.edit',
    {
      draft,
      id: 'edit-1',
      edit: { do: 'settle', part: 'round', field: 'title', edit: other.edit, now: 'Trams?' },
    },
  ]

  it('shows both of two texts, and leads to the field with the one that is chosen', async () => {
    const { received } = await open([saved], { from: two, after: trams })
    expect(said()).toContain('Jo Fenn changed this while you were writing')
    await userEvent.click(buttonNamed('Use this one Kept beside it, from Jo Fenn'))
    await expect.poll(said).not.toContain('Jo Fenn changed this')
    expect([fieldOf('f-title').value, focused()]).toEqual(['Trams?', 'f-title'])
    expect(received).toEqual([settle])
  })

  it('keeps both texts when choosing one is not done', async () => {
    await open([new FailedCall('not-allowed')], { from: two })
    await userEvent.click(buttonNamed('Use this one Kept beside it, from Jo Fenn'))
    await expect.poll(trouble).toContain('You cannot do that')
    expect(said()).toContain('Jo Fenn changed this while you were writing')
    expect(fieldOf('f-title').value).toBe('Buses?')
  })

  it('has no fields for those who may not write it, and sends nothing', async () => {
    const edit = { do: 'set', part: 'round', field: 'title', was: 'Buses?', now: 'Left' } as const
    const { received } = await open([saved], {
      from: { ...model, mayWrite: false },
      left: { draft, id: 'left-1', order: 1, edit },
    })
    expect(said()).toContain('Colleagues with the role of author write it')
    expect(document.querySelectorAll('#main input, #main textarea')).toHaveLength(0)
    expect(received).toEqual([])
  })
})
