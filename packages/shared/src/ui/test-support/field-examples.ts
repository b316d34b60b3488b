import type { TemplateResult } from 'lit'
import { checkboxes } from '../checkboxes.ts'
import { dateInput } from '../date-input.ts'
import { matrix } from '../matrix.ts'
import { radios, type RadiosOptions } from '../radios.ts'
import { ranking, type RankingOptions } from '../ranking.ts'
import { scale } from '../scale.ts'
import { textInput, type TextInputOptions } from '../text-input.ts'
import { textarea } from '../textarea.ts'

export const travel: RadiosOptions = {
  id: 'q-travel',
  name: 'q-travel',
  title: 'How do you travel?',
  heading: 'h2',
  items: [{ value: 'bus', text: 'Bus' }, { value: 'car', text: 'Car', hint: 'A taxi counts too' }],
}

export const travelError = { hint: 'Choose the longest part.', error: 'Select how you travel' }

/** "Other, say what": the text field beside an option. */
export const otherWay = (change: Partial<TextInputOptions> = {}) =>
  textInput({ id: 'q-travel__other', name: 'q-travel__other', title: 'Say how', value: '', ...change })

export const withOther = (checked: boolean, change: Partial<TextInputOptions> = {}): RadiosOptions => ({
  ...travel,
  items: [...travel.items, { value: 'other', text: 'Another way', checked, conditional: otherWay(change) }],
})

export const helps = {
  id: 'q-helps',
  name: 'q-helps',
  title: 'What would help?',
  items: [{ value: 'late', text: 'Evening times' }, { value: 'quiet', text: 'A quiet room' }, { value: 'none', text: 'None of these', exclusive: true }],
} as const

export const count = { limit: 'You can write up to 200 characters', shown: 'You have 190 characters left' }

export const lastVisit = { id: 'q-last', name: 'q-last', title: 'When were you last there?', hint: 'For example, 27 3 2026' }

export const importance = {
  id: 'q-matters',
  name: 'q-matters',
  title: 'How much do these matter?',
  rows: [{ value: 'near', text: 'It is near' }, { value: 'same', text: 'I see the same person' }],
  scale: [{ value: 'much', text: 'Much' }, { value: 'little', text: 'A little' }, { value: 'not', text: 'Not at all' }],
} as const

export const order: RankingOptions = {
  id: 'q-order',
  title: 'Put these in your order',
  hint: 'The first matters most to you.',
  items: [{ value: 'parking', text: 'Parking' }, { value: 'hours', text: 'Opening hours' }, { value: 'bus', text: 'A bus stop' }],
  order: [],
}

const points = Array.from({ length: 11 }, (_, point) => ({ value: String(point), text: point === 0 ? '0 – Very hard' : String(point) }))

/** Fields in every state: empty, filled, with a hint, with an error. */
export const fieldExamples: Readonly<Record<string, () => TemplateResult>> = {
  'radios': () => radios(travel),
  'radios with an error': () => radios({ ...travel, ...travelError }),
  'radios as the page title, optional': () => radios({ ...travel, heading: 'h1', optional: true, layout: 'row' }),
  'radios with an open reveal': () => radios(withOther(true, { value: 'By boat' })),
  'radios with a closed reveal': () => radios(withOther(false)),
  'radios with an error in the reveal': () => radios(withOther(true, { error: 'Enter how you travel' })),
  'checkboxes': () => checkboxes({ ...helps, hint: 'Choose all that apply.' }),
  'checkboxes with an error': () => checkboxes({ ...helps, error: 'Select what would help' }),
  'a box to tick': () => checkboxes({ id: 'q-ok', name: 'q-ok', title: 'May we publish your words?', items: [{ value: 'given', text: 'You may publish them', checked: true }] }),
  'text input': () => textInput({ id: 'q-name', name: 'q-name', title: 'What do you call it?', heading: 'h1', value: 'The clinic' }),
  'text input with everything': () => textInput({
    id: 'q-time', name: 'q-time', title: 'How long does it take?', optional: true, value: 'ten', unit: 'minutes', width: 4, inputmode: 'numeric',
    spellcheck: false, hint: 'There and back', error: 'Enter a number', count,
  }),
  'textarea': () => textarea({ id: 'q-more', name: 'q-more', title: 'Anything else?', heading: 'h2', optional: true, value: '', count }),
  'textarea with an error': () => textarea({ id: 'q-more', name: 'q-more', title: 'Anything else?', value: '', count, hint: 'Leave out names.', error: 'Make it shorter' }),
  'date input': () => dateInput({ ...lastVisit, value: { day: '4', month: '', year: '2026' } }),
  'date input with an error': () => dateInput({ ...lastVisit, error: 'The date must include a month', errorParts: ['month'], value: { day: '4', month: '', year: '2026' } }),
  'scale': () => scale({ id: 'q-easy', name: 'q-easy', title: 'How easy is it?', items: points.map((point) => ({ ...point, checked: point.value === '3' })) }),
  'scale about a statement': () => scale({
    id: 'q-near', name: 'q-near', title: 'How far do you agree?', heading: 'h2', statement: 'Near is part of good.',
    items: [{ value: 'agree', text: 'Agree' }, { value: 'disagree', text: 'Disagree' }], error: 'Select how far you agree',
  }),
  'matrix': () => matrix(importance),
  'matrix with an error': () => matrix({
    ...importance, hint: 'One for each.', rows: [{ value: 'near', text: 'It is near', chosen: 'much' }, { value: 'same', text: 'I see the same person', error: 'Select how much it matters' }],
  }),
  'ranking with nothing placed': () => ranking(order),
  'ranking with some placed': () => ranking({ ...order, order: ['bus', 'parking'] }),
  'ranking with all placed and an error': () => ranking({ ...order, order: ['bus', 'parking', 'hours'], error: 'Put these in your order' }),
}
