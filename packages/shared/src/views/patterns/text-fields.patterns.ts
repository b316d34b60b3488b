import { dateInput, type DateInputOptions } from '../../ui/date-input.ts'
import { textInput } from '../../ui/text-input.ts'
import { textarea, type TextareaOptions } from '../../ui/textarea.ts'
import type { Pattern } from './pattern.ts'
import { longWords } from './sample.ts'

const textInputs: Pattern = {
  id: 'text-input',
  title: 'Line of text',
  file: 'ui/text-input.ts',
  use: 'For a few words, a number or a code. Not for sentences, and not for a date.',
  wiring:
    'The label is inside the heading, so the words are both. Error, hint, count and unit describe the field, in this order. There is no placeholder, ' +
    'no maximum that cuts what is pasted, and no check while somebody types.',
  examples: [
    {
      title: 'Empty',
      show: (id) =>
        textInput({
          id,
          name: id,
          title: 'What do you call the clinic?',
          heading: 'h3',
          value: '',
        }),
    },
    {
      title: 'Filled',
      show: (id) =>
        textInput({
          id,
          name: id,
          title: 'What do you call the clinic?',
          heading: 'h3',
          value: 'The Birches',
        }),
    },
    {
      title: 'A number with a unit and a hint',
      show: (id) =>
        textInput({
          id,
          name: id,
          title: 'How long does the journey take?',
          heading: 'h3',
          optional: true,
          hint: 'There and back.',
          value: '45',
          width: 10,
          unit: 'minutes',
          inputmode: 'numeric',
        }),
    },
    {
      title: 'With an error',
      show: (id) =>
        textInput({
          id,
          name: id,
          title: 'How long does the journey take?',
          heading: 'h3',
          hint: 'There and back.',
          value: 'ten',
          width: 10,
          unit: 'minutes',
          inputmode: 'numeric',
          error: 'Write the number of minutes in figures',
        }),
    },
    {
      title: 'A code, under a plain label',
      show: (id) =>
        textInput({
          id,
          name: id,
          title: 'Your reference',
          value: 'KX4M-27PQ',
          width: 20,
          spellcheck: false,
        }),
    },
    {
      title: 'Long words',
      show: (id) =>
        textInput({
          id,
          name: id,
          title: longWords.question,
          heading: 'h3',
          value: longWords.word,
        }),
    },
  ],
}

const limit = 'You can write up to 200 characters'

const more = (id: string, change: Partial<TextareaOptions> = {}): TextareaOptions => ({
  id,
  name: id,
  title: 'Is there anything that makes the journey hard?',
  heading: 'h3',
  value: '',
  rows: 4,
  ...change,
})

const textareas: Pattern = {
  id: 'textarea',
  title: 'Lines of text',
  file: 'ui/textarea.ts',
  use: 'For sentences in somebody’s own words. Not for a few words, and not where a list of choices says it as well.',
  wiring:
    'The limit is read with the field and never changes. The count that is seen is not read with the field: the page says it aloud when the end is near. ' +
    'Typing is never stopped. A server sends the field empty: the words come from the device.',
  examples: [
    {
      title: 'Empty, with a count',
      show: (id) =>
        textarea(
          more(id, { optional: true, count: { limit, shown: 'You have 200 characters left' } }),
        ),
    },
    {
      title: 'Count near the end',
      show: (id) =>
        textarea(
          more(id, {
            hint: 'Leave out names.',
            count: { limit, shown: 'You have 12 characters left', near: true },
          }),
        ),
    },
    {
      title: 'Count over, with an error',
      show: (id) =>
        textarea(
          more(id, {
            error: 'Write 200 characters or fewer. You have written 231',
            count: { limit, shown: 'You have 31 characters too many', near: true },
          }),
        ),
    },
  ],
}

const lastVisit = (id: string, change: Partial<DateInputOptions> = {}): DateInputOptions => ({
  id,
  name: id,
  title: 'When were you last there?',
  heading: 'h3',
  hint: 'For example, 27 3 2026.',
  value: { day: '', month: '', year: '' },
  ...change,
})

const dateInputs: Pattern = {
  id: 'date-input',
  title: 'Date',
  file: 'ui/date-input.ts',
  use: 'For a date that people know or can look up. Not for choosing one of a few dates; offer those as radio buttons.',
  wiring:
    'Three short fields in a group named by the question, each with its own label, described by error and hint. Only the parts that are wrong are marked so. The day has the plain id.',
  examples: [
    { title: 'Empty', show: (id) => dateInput(lastVisit(id)) },
    {
      title: 'Filled',
      show: (id) => dateInput(lastVisit(id, { value: { day: '27', month: '3', year: '2026' } })),
    },
    {
      title: 'With an error in one part',
      show: (id) =>
        dateInput(
          lastVisit(id, {
            value: { day: '27', month: '', year: '2026' },
            error: 'The date must include a month',
            errorParts: ['month'],
          }),
        ),
    },
  ],
}

/** Writing. */
export const textFieldPatterns: readonly Pattern[] = [textInputs, textareas, dateInputs]
