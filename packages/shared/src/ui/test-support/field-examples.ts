import type { RadiosOptions } from '../radios.ts'
import type { RankingOptions } from '../ranking.ts'
import { textInput, type TextInputOptions } from '../text-input.ts'

export const travel: RadiosOptions = {
  id: 'q-travel',
  name: 'q-travel',
  title: 'How do you travel?',
  heading: 'h2',
  items: [
    { value: 'bus', text: 'Bus' },
    { value: 'car', text: 'Car', hint: 'A taxi counts too' },
  ],
}

export const travelError = { hint: 'Choose the longest part.', error: 'Select how you travel' }

/** "Other, say what": the text field beside an option. */
export const otherWay = (change: Partial<TextInputOptions> = {}) =>
  textInput({
    id: 'q-travel__other',
    name: 'q-travel__other',
    title: 'Say how',
    value: '',
    ...change,
  })

export const withOther = (
  checked: boolean,
  change: Partial<TextInputOptions> = {},
): RadiosOptions => ({
  ...travel,
  items: [
    ...travel.items,
    { value: 'other', text: 'Another way', checked, conditional: otherWay(change) },
  ],
})

export const helps = {
  id: 'q-helps',
  name: 'q-helps',
  title: 'What would help?',
  items: [
    { value: 'late', text: 'Evening times' },
    { value: 'quiet', text: 'A quiet room' },
    { value: 'none', text: 'None of these', exclusive: true },
  ],
} as const

export const count = {
  limit: 'You can write up to 200 characters',
  shown: 'You have 190 characters left',
}

export const lastVisit = {
  id: 'q-last',
  name: 'q-last',
  title: 'When were you last there?',
  hint: 'For example, 27 3 2026',
}

export const importance = {
  id: 'q-matters',
  name: 'q-matters',
  title: 'How much do these matter?',
  rows: [
    { value: 'near', text: 'It is near' },
    { value: 'same', text: 'I see the same person' },
  ],
  scale: [
    { value: 'much', text: 'Much' },
    { value: 'little', text: 'A little' },
    { value: 'not', text: 'Not at all' },
  ],
} as const

export const order: RankingOptions = {
  id: 'q-order',
  title: 'Put these in your order',
  hint: 'The first matters most to you.',
  items: [
    { value: 'parking', text: 'Parking' },
    { value: 'hours', text: 'Opening hours' },
    { value: 'bus', text: 'A bus stop' },
  ],
  order: [],
}
