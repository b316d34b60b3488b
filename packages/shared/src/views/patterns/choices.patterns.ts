import { checkboxes, type CheckboxesOptions } from '../../ui/checkboxes.ts'
import { colourInput } from '../../ui/colour-input.ts'
import { partId } from '../../ui/field.ts'
import { radios, type RadiosOptions } from '../../ui/radios.ts'
import { scale } from '../../ui/scale.ts'
import { select } from '../../ui/select.ts'
import { textInput, type TextInputOptions } from '../../ui/text-input.ts'
import type { Pattern } from './pattern.ts'
import { longWords } from './sample.ts'

const travel = (id: string, change: Partial<RadiosOptions> = {}): RadiosOptions => ({
  id,
  name: id,
  title: 'How do you usually travel to your clinic?',
  heading: 'h3',
  items: [
    { value: 'bus', text: 'Bus or tram' },
    { value: 'car', text: 'Car', hint: 'A taxi counts too.' },
    { value: 'foot', text: 'Walk, wheel or cycle' },
  ],
  ...change,
})

const chosen = (options: RadiosOptions, value: string): RadiosOptions => ({
  ...options,
  items: options.items.map((item) => ({ ...item, checked: item.value === value })),
})

/** With "Another way", and a field to say which. */
function withOther(
  id: string,
  checked: boolean,
  field: Partial<TextInputOptions> = {},
): RadiosOptions {
  const options = travel(id)
  const conditional = textInput({
    id: partId(id, 'other'),
    name: partId(id, 'other'),
    title: 'Say which way',
    value: '',
    ...field,
  })
  return {
    ...options,
    items: [...options.items, { value: 'other', text: 'Another way', checked, conditional }],
  }
}

const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'unsure', text: 'I do not know' },
]

const radioButtons: Pattern = {
  id: 'radios',
  title: 'Radio buttons',
  file: 'ui/radios.ts',
  use: 'For one answer of several. Not for a long list that people know by heart, and not for one box to tick.',
  wiring:
    'The question is the legend of a fieldset, so it names the group. Error, hint of the group and hint of the choice describe every choice, in this order: ' +
    'few screen readers read out what describes a fieldset. The first choice has the plain id, so that a link in the error summary lands on it.',
  examples: [
    { title: 'Nothing chosen', show: (id) => radios(travel(id)) },
    {
      title: 'One chosen, with a hint',
      show: (id) =>
        radios(
          chosen(
            travel(id, { hint: 'If you use more than one, choose the one for the longest part.' }),
            'car',
          ),
        ),
    },
    {
      title: 'With an error',
      show: (id) =>
        radios(
          travel(id, {
            error: 'Select how you travel',
            hint: 'Choose the one for the longest part.',
          }),
        ),
    },
    {
      title: 'Optional, side by side',
      show: (id) =>
        radios(
          travel(id, {
            title: 'Is the bus a problem?',
            optional: true,
            layout: 'row',
            items: yesNo,
          }),
        ),
    },
    {
      title: 'A plain label, no heading',
      show: (id) =>
        radios({ id, name: id, title: 'Is this your own device?', items: yesNo.slice(0, 2) }),
    },
    { title: 'Say which, closed', show: (id) => radios(withOther(id, false)) },
    {
      title: 'Say which, open and filled',
      show: (id) => radios(withOther(id, true, { value: 'By boat' })),
    },
    {
      title: 'Say which, with an error',
      show: (id) => radios(withOther(id, true, { error: 'Enter which way' })),
    },
    {
      title: 'Long words',
      show: (id) =>
        radios(
          travel(id, {
            title: longWords.question,
            items: [
              { value: 'a', text: longWords.option, checked: true },
              { value: 'b', text: longWords.word },
            ],
          }),
        ),
    },
  ],
}

const help = (id: string, change: Partial<CheckboxesOptions> = {}): CheckboxesOptions => ({
  id,
  name: id,
  title: 'What would make the journey easier?',
  heading: 'h3',
  hint: 'Choose all that apply.',
  items: [
    { value: 'late', text: 'Evening times' },
    { value: 'quiet', text: 'A quiet room', hint: 'With a door that closes.' },
    { value: 'none', text: 'None of these', exclusive: true },
  ],
  ...change,
})

const ticked = (options: CheckboxesOptions, ...values: readonly string[]): CheckboxesOptions => ({
  ...options,
  items: options.items.map((item) => ({ ...item, checked: values.includes(item.value) })),
})

const tickBoxes: Pattern = {
  id: 'checkboxes',
  title: 'Checkboxes',
  file: 'ui/checkboxes.ts',
  use: 'For several answers of several, or one thing to agree to. Not where only one answer makes sense, and never ticked beforehand.',
  wiring:
    'As for radio buttons: legend, then error, hint of the group and hint of the choice on every box. A choice that excludes the others stands after the word “or”; ' +
    'ticking it un-ticks the rest, and nothing is ever disabled.',
  examples: [
    { title: 'Nothing ticked', show: (id) => checkboxes(help(id)) },
    { title: 'Two ticked', show: (id) => checkboxes(ticked(help(id), 'late', 'quiet')) },
    {
      title: 'The one that excludes the others',
      show: (id) => checkboxes(ticked(help(id), 'none')),
    },
    {
      title: 'With an error',
      show: (id) => checkboxes(help(id, { error: 'Select what would help, or “None of these”' })),
    },
    {
      title: 'One box to tick',
      show: (id) =>
        checkboxes({
          id,
          name: id,
          title: 'May we publish your words?',
          heading: 'h3',
          optional: true,
          items: [
            { value: 'given', text: 'You may publish my words, without my name', checked: true },
          ],
        }),
    },
  ],
}

const agreement = [
  'Strongly agree',
  'Agree',
  'Neither agree nor disagree',
  'Disagree',
  'Strongly disagree',
  'I do not know',
].map((text, index) => ({ value: `p${index}`, text }))
const points = Array.from({ length: 11 }, (_, point) => ({
  value: String(point),
  text: point === 0 ? '0 – Very hard' : point === 10 ? '10 – Very easy' : String(point),
}))

const scales: Pattern = {
  id: 'scale',
  title: 'Scale',
  file: 'ui/scale.ts',
  use: 'For how much, how far or how good. Not for choices that have no order; use radio buttons.',
  wiring:
    'Radio buttons side by side where there is room, one below the other where there is not. What the ends mean is in the words of the first and last point. ' +
    'A statement to agree with is inside the legend, so it is part of the name of the group.',
  examples: [
    {
      title: 'How far do you agree',
      show: (id) =>
        scale({
          id,
          name: id,
          title: 'How far do you agree?',
          heading: 'h3',
          statement: 'Near is part of good.',
          items: agreement,
        }),
    },
    {
      title: 'A number chosen',
      show: (id) =>
        scale({
          id,
          name: id,
          title: 'How easy is the journey?',
          heading: 'h3',
          items: points.map((point) => ({ ...point, checked: point.value === '3' })),
        }),
    },
    {
      title: 'With an error',
      show: (id) =>
        scale({
          id,
          name: id,
          title: 'How far do you agree?',
          heading: 'h3',
          statement: 'Fewer is better.',
          hint: 'Think of the last year.',
          items: agreement,
          error: 'Select how far you agree',
        }),
    },
  ],
}

const hour = [
  { value: '', text: 'Not at night' },
  { value: '21', text: '9 pm' },
  { value: '22', text: '10 pm' },
]

const selects: Pattern = {
  id: 'select',
  title: 'List to choose from',
  file: 'ui/select.ts',
  use: 'For one of many that people know by heart, like an hour. Not for fewer than ten, which radio buttons show at once, and not for questions of a consultation.',
  wiring:
    'The browser’s own list, with a label like any field. Nothing happens on choosing but that it is chosen.',
  examples: [
    {
      title: 'Nothing chosen',
      show: (id) => select({ id, name: id, title: 'Quiet from', items: hour }),
    },
    {
      title: 'One chosen, with a hint',
      show: (id) =>
        select({
          id,
          name: id,
          title: 'Quiet from',
          hint: 'By the clock of your device.',
          items: hour.map((item) => ({ ...item, selected: item.value === '22' })),
        }),
    },
    {
      title: 'With an error',
      show: (id) =>
        select({ id, name: id, title: 'Quiet from', items: hour, error: 'Select an hour' }),
    },
  ],
}

const colours: Pattern = {
  id: 'colour-input',
  title: 'Colour',
  file: 'ui/colour-input.ts',
  use: 'For a colour of one’s own. Not where a few names of colours say enough.',
  wiring:
    'The browser’s own control, with a label like any field. Whether two colours can be read together is said in words that describe both.',
  examples: [
    {
      title: 'Chosen',
      show: (id) => colourInput({ id, name: id, title: 'Text', value: '#1f2a44' }),
    },
    {
      title: 'With an error',
      show: (id) =>
        colourInput({
          id,
          name: id,
          title: 'Text',
          value: '#c0c0c0',
          error: 'Choose a darker colour',
        }),
    },
  ],
}

/** Choosing from what is offered. */
export const choicePatterns: readonly Pattern[] = [
  radioButtons,
  tickBoxes,
  scales,
  selects,
  colours,
]
