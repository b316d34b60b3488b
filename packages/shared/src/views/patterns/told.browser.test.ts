import { describe, expect, it } from 'vitest'
import { freshPage, repeatedIds, show } from '../../ui/test-support/screen.ts'
import { told, type Told } from '../test-support/accessibility-tree.ts'
import { everyExample } from '../test-support/every-example.ts'

/** What a person can act on or find their way by. */
const roles = [
  'heading',
  'group',
  'region',
  'radio',
  'checkbox',
  'textbox',
  'combobox',
  'ColorWell',
  'button',
  'link',
  'DisclosureTriangle',
  'image',
  'Audio',
  'Video',
  'table',
  'columnheader',
  'rowheader',
  'term',
]

/** Each as one line: its role and name, whether it is chosen or wrong, and after the dash what describes it. */
const asLine = ({ role, name, description, checked, invalid }: Told): string =>
  `${role} “${name}”${checked ? ', chosen' : ''}${invalid ? ', wrong' : ''}${description ? ` – ${description}` : ''}`.replaceAll(
    /\s+/g,
    ' ',
  )

/** The title of the test's own page, groups that only hold things together, and the controls inside the browser's own player. */
const ofThisPattern = ({ role, name }: Told, id: string): boolean =>
  name !== '' &&
  name !== 'Patterns' &&
  !(id.startsWith('recording') && ['button', 'group'].includes(role))

/** How each example is told to assistive technology by the browser, in the order in which it gives it. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'radios-nothing-chosen': [
    'group “How do you usually travel to your clinic?”',
    'radio “Bus or tram”',
    'radio “Car” – A taxi counts too.',
    'radio “Walk, wheel or cycle”',
    'heading “How do you usually travel to your clinic?”',
  ],
  'radios-one-chosen-with-a-hint': [
    'group “How do you usually travel to your clinic?” – If you use more than one, choose the one for the longest part.',
    'radio “Bus or tram” – If you use more than one, choose the one for the longest part.',
    'radio “Car”, chosen – If you use more than one, choose the one for the longest part. A taxi counts too.',
    'radio “Walk, wheel or cycle” – If you use more than one, choose the one for the longest part.',
    'heading “How do you usually travel to your clinic?”',
  ],
  'radios-with-an-error': [
    'group “How do you usually travel to your clinic?” – Error: Select how you travel Choose the one for the longest part.',
    'radio “Bus or tram”, wrong – Error: Select how you travel Choose the one for the longest part.',
    'radio “Car”, wrong – Error: Select how you travel Choose the one for the longest part. A taxi counts too.',
    'radio “Walk, wheel or cycle”, wrong – Error: Select how you travel Choose the one for the longest part.',
    'heading “How do you usually travel to your clinic?”',
  ],
  'radios-optional-side-by-side': [
    'group “Is the bus a problem? (optional)”',
    'radio “Yes”',
    'radio “No”',
    'radio “I do not know”',
    'heading “Is the bus a problem? (optional)”',
  ],
  'radios-a-plain-label-no-heading': [
    'group “Is this your own device?”',
    'radio “Yes”',
    'radio “No”',
  ],
  'radios-say-which-closed': [
    'group “How do you usually travel to your clinic?”',
    'radio “Bus or tram”',
    'radio “Car” – A taxi counts too.',
    'radio “Walk, wheel or cycle”',
    'radio “Another way”',
    'heading “How do you usually travel to your clinic?”',
  ],
  'radios-say-which-open-and-filled': [
    'group “How do you usually travel to your clinic?”',
    'radio “Bus or tram”',
    'radio “Car” – A taxi counts too.',
    'radio “Walk, wheel or cycle”',
    'radio “Another way”, chosen',
    'textbox “Say which way”',
    'heading “How do you usually travel to your clinic?”',
  ],
  'radios-say-which-with-an-error': [
    'group “How do you usually travel to your clinic?”',
    'radio “Bus or tram”',
    'radio “Car” – A taxi counts too.',
    'radio “Walk, wheel or cycle”',
    'radio “Another way”, chosen',
    'textbox “Say which way”, wrong – Error: Enter which way',
    'heading “How do you usually travel to your clinic?”',
  ],
  'radios-long-words': [
    'group “Thinking about the last three times you or somebody you care for went to one of our clinics, which of these was the hardest part of getting there and back?”',
    'radio “Finding somewhere to leave the car or waiting for the bus, and then walking from there to the door in the dark or in the rain”, chosen',
    'radio “Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch”',
    'heading “Thinking about the last three times you or somebody you care for went to one of our clinics, which of these was the hardest part of getting there and back?”',
  ],
  'checkboxes-nothing-ticked': [
    'group “What would make the journey easier?” – Choose all that apply.',
    'checkbox “Evening times” – Choose all that apply.',
    'checkbox “A quiet room” – Choose all that apply. With a door that closes.',
    'checkbox “None of these” – Choose all that apply.',
    'heading “What would make the journey easier?”',
  ],
  'checkboxes-two-ticked': [
    'group “What would make the journey easier?” – Choose all that apply.',
    'checkbox “Evening times”, chosen – Choose all that apply.',
    'checkbox “A quiet room”, chosen – Choose all that apply. With a door that closes.',
    'checkbox “None of these” – Choose all that apply.',
    'heading “What would make the journey easier?”',
  ],
  'checkboxes-the-one-that-excludes-the-others': [
    'group “What would make the journey easier?” – Choose all that apply.',
    'checkbox “Evening times” – Choose all that apply.',
    'checkbox “A quiet room” – Choose all that apply. With a door that closes.',
    'checkbox “None of these”, chosen – Choose all that apply.',
    'heading “What would make the journey easier?”',
  ],
  'checkboxes-with-an-error': [
    'group “What would make the journey easier?” – Error: Select what would help, or “None of these” Choose all that apply.',
    'checkbox “Evening times”, wrong – Error: Select what would help, or “None of these” Choose all that apply.',
    'checkbox “A quiet room”, wrong – Error: Select what would help, or “None of these” Choose all that apply. With a door that closes.',
    'checkbox “None of these”, wrong – Error: Select what would help, or “None of these” Choose all that apply.',
    'heading “What would make the journey easier?”',
  ],
  'checkboxes-one-box-to-tick': [
    'group “May we publish your words? (optional)”',
    'checkbox “You may publish my words, without my name”, chosen',
    'heading “May we publish your words? (optional)”',
  ],
  'scale-how-far-do-you-agree': [
    'group “How far do you agree? Near is part of good.”',
    'radio “Strongly agree”',
    'radio “Agree”',
    'radio “Neither agree nor disagree”',
    'radio “Disagree”',
    'radio “Strongly disagree”',
    'radio “I do not know”',
    'heading “How far do you agree?”',
  ],
  'scale-a-number-chosen': [
    'group “How easy is the journey?”',
    'radio “0 – Very hard”',
    'radio “1”',
    'radio “2”',
    'radio “3”, chosen',
    'radio “4”',
    'radio “5”',
    'radio “6”',
    'radio “7”',
    'radio “8”',
    'radio “9”',
    'radio “10 – Very easy”',
    'heading “How easy is the journey?”',
  ],
  'scale-with-an-error': [
    'group “How far do you agree? Fewer is better.” – Error: Select how far you agree Think of the last year.',
    'radio “Strongly agree”, wrong – Error: Select how far you agree Think of the last year.',
    'radio “Agree”, wrong – Error: Select how far you agree Think of the last year.',
    'radio “Neither agree nor disagree”, wrong – Error: Select how far you agree Think of the last year.',
    'radio “Disagree”, wrong – Error: Select how far you agree Think of the last year.',
    'radio “Strongly disagree”, wrong – Error: Select how far you agree Think of the last year.',
    'radio “I do not know”, wrong – Error: Select how far you agree Think of the last year.',
    'heading “How far do you agree?”',
  ],
  'select-nothing-chosen': ['combobox “Quiet from”'],
  'select-one-chosen-with-a-hint': ['combobox “Quiet from” – By the clock of your device.'],
  'select-with-an-error': ['combobox “Quiet from”, wrong – Error: Select an hour'],
  'colour-input-chosen': ['ColorWell “Text”'],
  'colour-input-with-an-error': ['ColorWell “Text”, wrong – Error: Choose a darker colour'],
  'text-input-empty': [
    'heading “What do you call the clinic?”',
    'textbox “What do you call the clinic?”',
  ],
  'text-input-filled': [
    'heading “What do you call the clinic?”',
    'textbox “What do you call the clinic?”',
  ],
  'text-input-a-number-with-a-unit-and-a-hint': [
    'heading “How long does the journey take? (optional)”',
    'textbox “How long does the journey take? (optional)” – There and back. minutes',
  ],
  'text-input-with-an-error': [
    'heading “How long does the journey take?”',
    'textbox “How long does the journey take?”, wrong – Error: Write the number of minutes in figures There and back. minutes',
  ],
  'text-input-a-code-under-a-plain-label': ['textbox “Your reference”'],
  'text-input-long-words': [
    'heading “Thinking about the last three times you or somebody you care for went to one of our clinics, which of these was the hardest part of getting there and back?”',
    'textbox “Thinking about the last three times you or somebody you care for went to one of our clinics, which of these was the hardest part of getting there and back?”',
  ],
  'textarea-empty-with-a-count': [
    'heading “Is there anything that makes the journey hard? (optional)”',
    'textbox “Is there anything that makes the journey hard? (optional)” – You can write up to 200 characters',
  ],
  'textarea-count-near-the-end': [
    'heading “Is there anything that makes the journey hard?”',
    'textbox “Is there anything that makes the journey hard?” – Leave out names. You can write up to 200 characters',
  ],
  'textarea-count-over-with-an-error': [
    'heading “Is there anything that makes the journey hard?”',
    'textbox “Is there anything that makes the journey hard?”, wrong – Error: Write 200 characters or fewer. You have written 231 You can write up to 200 characters',
  ],
  'date-input-empty': [
    'group “When were you last there?” – For example, 27 3 2026.',
    'textbox “Day” – For example, 27 3 2026.',
    'textbox “Month” – For example, 27 3 2026.',
    'textbox “Year” – For example, 27 3 2026.',
    'heading “When were you last there?”',
  ],
  'date-input-filled': [
    'group “When were you last there?” – For example, 27 3 2026.',
    'textbox “Day” – For example, 27 3 2026.',
    'textbox “Month” – For example, 27 3 2026.',
    'textbox “Year” – For example, 27 3 2026.',
    'heading “When were you last there?”',
  ],
  'date-input-with-an-error-in-one-part': [
    'group “When were you last there?” – Error: The date must include a month For example, 27 3 2026.',
    'textbox “Day” – Error: The date must include a month For example, 27 3 2026.',
    'textbox “Month”, wrong – Error: The date must include a month For example, 27 3 2026.',
    'textbox “Year” – Error: The date must include a month For example, 27 3 2026.',
    'heading “When were you last there?”',
  ],
  'matrix-nothing-chosen': [
    'group “How much do these matter to you?” – One answer for each.',
    'group “It is near”',
    'group “I see the same person each time”',
    'heading “How much do these matter to you?”',
    'radio “Much” – One answer for each.',
    'radio “A little” – One answer for each.',
    'radio “Not at all” – One answer for each.',
    'radio “Much” – One answer for each.',
    'radio “A little” – One answer for each.',
    'radio “Not at all” – One answer for each.',
  ],
  'matrix-all-chosen': [
    'group “How much do these matter to you?” – One answer for each.',
    'group “It is near”',
    'group “I see the same person each time”',
    'heading “How much do these matter to you?”',
    'radio “Much”, chosen – One answer for each.',
    'radio “A little” – One answer for each.',
    'radio “Not at all” – One answer for each.',
    'radio “Much”, chosen – One answer for each.',
    'radio “A little” – One answer for each.',
    'radio “Not at all” – One answer for each.',
  ],
  'matrix-an-error-in-one-statement': [
    'group “How much do these matter to you?” – One answer for each.',
    'group “It is near”',
    'group “I see the same person each time” – Error: Select how much it matters',
    'heading “How much do these matter to you?”',
    'radio “Much” – One answer for each.',
    'radio “A little”, chosen – One answer for each.',
    'radio “Not at all” – One answer for each.',
    'radio “Much”, wrong – Error: Select how much it matters One answer for each.',
    'radio “A little”, wrong – Error: Select how much it matters One answer for each.',
    'radio “Not at all”, wrong – Error: Select how much it matters One answer for each.',
  ],
  'matrix-an-error-in-all': [
    'group “How much do these matter to you?” – Error: Select an answer for each statement One answer for each.',
    'group “It is near”',
    'group “I see the same person each time”',
    'heading “How much do these matter to you?”',
    'radio “Much”, wrong – Error: Select an answer for each statement One answer for each.',
    'radio “A little”, wrong – Error: Select an answer for each statement One answer for each.',
    'radio “Not at all”, wrong – Error: Select an answer for each statement One answer for each.',
    'radio “Much”, wrong – Error: Select an answer for each statement One answer for each.',
    'radio “A little”, wrong – Error: Select an answer for each statement One answer for each.',
    'radio “Not at all”, wrong – Error: Select an answer for each statement One answer for each.',
  ],
  'ranking-nothing-placed': [
    'group “What should come first?” – Move what matters most to the top. You can leave some out.',
    'heading “What should come first?”',
    'button “Add to my list Parking”',
    'button “Add to my list Opening hours”',
    'button “Add to my list A bus stop at the door”',
  ],
  'ranking-some-placed-first-and-last-move-disabled': [
    'group “What should come first?” – Move what matters most to the top. You can leave some out.',
    'heading “What should come first?”',
    'button “Move up A bus stop at the door”',
    'button “Move down A bus stop at the door”',
    'button “Take out A bus stop at the door”',
    'button “Move up Parking”',
    'button “Move down Parking”',
    'button “Take out Parking”',
    'button “Add to my list Opening hours”',
  ],
  'ranking-all-placed-with-an-error': [
    'group “What should come first?” – Error: Put what matters to you in order Move what matters most to the top. You can leave some out.',
    'heading “What should come first?”',
    'button “Move up A bus stop at the door” – Error: Put what matters to you in order',
    'button “Move down A bus stop at the door” – Error: Put what matters to you in order',
    'button “Take out A bus stop at the door” – Error: Put what matters to you in order',
    'button “Move up Parking” – Error: Put what matters to you in order',
    'button “Move down Parking” – Error: Put what matters to you in order',
    'button “Take out Parking” – Error: Put what matters to you in order',
    'button “Move up Opening hours” – Error: Put what matters to you in order',
    'button “Move down Opening hours” – Error: Put what matters to you in order',
    'button “Take out Opening hours” – Error: Put what matters to you in order',
  ],
  'ranking-long-words': [
    'group “What should come first?” – Move what matters most to the top. You can leave some out.',
    'heading “What should come first?”',
    'button “Move up Finding somewhere to leave the car or waiting for the bus, and then walking from there to the door in the dark or in the rain”',
    'button “Move down Finding somewhere to leave the car or waiting for the bus, and then walking from there to the door in the dark or in the rain”',
    'button “Take out Finding somewhere to leave the car or waiting for the bus, and then walking from there to the door in the dark or in the rain”',
    'button “Add to my list Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch”',
  ],
  'button-green-outline-danger-quiet': [
    'button “Continue”',
    'button “Save a copy as a file”',
    'button “Delete the draft about clinics”',
    'button “Show another way”',
  ],
  'button-a-link-that-starts-something-beside-a-plain-one': [
    'link “Start answering”',
    'link “Stop for now”',
  ],
  'button-long-words': [
    'button “Finding somewhere to leave the car or waiting for the bus, and then walking from there to the door in the dark or in the rain”',
  ],
  'back-link-to-the-page-before': ['link “Back”'],
  'back-link-to-somewhere': ['link “All consultations”'],
  'progress-part-and-question': [],
  'progress-without-a-part': [],
  'error-summary-two-problems': [
    'group “There is a problem”',
    'heading “There is a problem”',
    'link “Select how you travel”',
    'link “The date must include a month”',
  ],
  'state-line-plain': [],
  'state-line-good': [],
  'state-line-waiting': [],
  'state-line-problem': [],
  'blocks-all-kinds-of-blocks': ['heading “The options”', 'link “read more about this”'],
  'blocks-a-table-among-them': [
    'region “What each option would cost us”',
    'table “What each option would cost us”',
    'rowheader “Fewer and bigger”',
    'rowheader “Nearer and smaller”',
    'columnheader “Option”',
    'columnheader “To build, paid once”',
    'columnheader “To run, each year”',
  ],
  'rich-text-in-a-sentence': ['link “this page”'],
  'table-costs': [
    'region “What each option would cost”',
    'table “What each option would cost”',
    'rowheader “Fewer and bigger”',
    'rowheader “Nearer and smaller”',
    'columnheader “Option”',
    'columnheader “To build, paid once”',
    'columnheader “To run, each year”',
  ],
  'table-wide': [
    'region “Journeys by bus”',
    'table “Journeys by bus”',
    'rowheader “Market Example”',
    'columnheader “From”',
    'columnheader “To Ash”',
    'columnheader “To Birch”',
    'columnheader “To Cedar”',
    'columnheader “To the station”',
    'columnheader “Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch”',
  ],
  'details-closed-until-pressed': ['DisclosureTriangle “Why we ask”'],
  'inset-text-a-draft-on-this-device': [],
  'notice-plain-without-a-heading': [],
  'notice-good': ['heading “Sent”'],
  'notice-warning': ['heading “Not saved on this device”'],
  'summary-list-with-a-way-to-change-each': [
    'term “How do you usually travel to your clinic?”',
    'term “How long does the journey take?”',
    'term “Thinking about the last three times you or somebody you care for went to one of our clinics, which of these was the hardest part of getting there and back?”',
    'link “Change how you travel”',
    'link “Change how long it takes”',
    'link “Change the hardest part”',
  ],
  'summary-list-to-read-only': ['term “Is the bus a problem?”'],
  'picture-that-says-something': ['image “Two speech bubbles, one answering the other”'],
  'picture-beside-words-that-say-it-all': [],
  'recording-a-video-with-captions': [
    'Video “Why we are asking, in British Sign Language”',
    'DisclosureTriangle “Read what is said and shown”',
  ],
  'recording-words-to-listen-to': [
    'Audio “Why we are asking, read aloud”',
    'DisclosureTriangle “Read what is said and shown”',
  ],
  'words-explained-a-word-and-its-meaning': [
    'region “Words explained”',
    'link “community team”',
    'heading “Words explained”',
    'term “community team”',
  ],
  'facts-of-an-open-consultation': [
    'term “Closes”',
    'term “Takes”',
    'term “Rather talk?”',
    'term “What happens then?”',
    'link “Call 0000 000 0000”',
    'link “Email involvement@example-vale.example”',
  ],
  'facts-of-a-closed-one': [
    'term “Closed”',
    'term “What happens then?”',
    'term “Do you want to ask something?”',
    'link “Call 0000 000 0000”',
    'link “Email involvement@example-vale.example”',
  ],
  'cards-open-and-closed': [
    'heading “Where should the clinic be?”',
    'heading “Where should the clinic be?”',
    'link “Where should the clinic be?”',
    'link “Where should the clinic be?”',
  ],
  'steps-two-documents': [
    'region “Read first”',
    'heading “Read first”',
    'link “Why we are asking”',
    'link “The options, and what each would cost”',
  ],
  'asked-question-choices-and-in-words': [],
  'receipt-received': ['term “Your reference”', 'term “Your private code”', 'term “Received”'],
  'outcome-one-point': [
    'region “A bus home after nine”',
    'heading “A bus home after nine”',
    'heading “You said”',
    'heading “We did”',
  ],
  'help-now-who-to-turn-to': [
    'region “I need help now”',
    'heading “I need help now”',
    'term “Life is in danger”',
    'term “You need urgent help for your mental health”',
    'term “You want to talk to somebody”',
    'term “You would rather text”',
    'link “999”',
    'link “111”',
    'link “116 123”',
    'link “85258”',
  ],
  'right-to-left-in-arabic': [
    'link “رجوع”',
    'group “كيف تذهب إلى العيادة؟” – اختر وسيلة واحدة.',
    'button “متابعة”',
    'radio “بالحافلة”, chosen – اختر وسيلة واحدة.',
    'radio “بالسيارة” – اختر وسيلة واحدة. سيارة الأجرة أيضًا.',
    'heading “كيف تذهب إلى العيادة؟”',
  ],
}

freshPage()

describe('what the browser tells of each pattern', () => {
  it('is written down here for every example', () => {
    expect(everyExample.map(({ id }) => id).filter((id) => !(id in expected))).toEqual([])
    expect(
      Object.keys(expected).filter((id) => !everyExample.some((example) => example.id === id)),
    ).toEqual([])
  })

  it.each(everyExample.map(({ id, show: example }) => [id, example] as const))(
    '%s',
    async (id, example) => {
      show(example())
      expect((await told(...roles)).filter((one) => ofThisPattern(one, id)).map(asLine)).toEqual(
        expected[id] ?? [],
      )
      expect(repeatedIds()).toEqual([])
    },
  )

  it('gives everything that can be acted on a name', async () => {
    for (const { show: example } of everyExample) {
      show(example())
      const nameless = (
        await told(
          'radio',
          'checkbox',
          'textbox',
          'combobox',
          'button',
          'link',
          'image',
          'region',
          'table',
          'Audio',
          'Video',
        )
      ).filter(({ name }) => name === '')
      expect(nameless).toEqual([])
    }
  })
})
