import { html } from 'lit'
import type { SettingName } from '../../domain/settings/display-settings.ts'
import type { Content } from '../../ui/field.ts'

/** One value of a setting in words; an empty value is the way the device or the page has it. */
export interface SettingChoice {
  readonly value: string
  readonly text: Content
  readonly hint?: string
}

/** A setting of which one of several values is chosen. */
export interface OneOf {
  readonly kind: 'one-of'
  readonly name: SettingName | 'edition'
  readonly title: string
  readonly hint?: string
  readonly choices: readonly SettingChoice[]
  /** Side by side, where the words are short. */
  readonly row?: true
}

/** Settings that are each on or off, under one title. */
export interface Ticks {
  readonly kind: 'ticks'
  readonly id: string
  readonly title: string
  readonly hint?: string
  readonly ticks: readonly (SettingChoice & { readonly name: SettingName })[]
}

export interface SettingsGroup {
  readonly id: string
  readonly title: string
  readonly settings: readonly (OneOf | Ticks)[]
}

const asItComes: SettingChoice = { value: '', text: 'Default' }
const sameAsDevice: SettingChoice = { value: '', text: 'Same as my device' }

const text: SettingsGroup = {
  id: 'text',
  title: 'Text',
  settings: [
    {
      kind: 'one-of',
      name: 'textSize',
      title: 'Text size',
      row: true,
      choices: [
        sameAsDevice,
        ...['115', '130', '150', '175', '200', '250', '300'].map((value) => ({
          value,
          text: `${value}%`,
        })),
      ],
    },
    {
      kind: 'one-of',
      name: 'lines',
      title: 'Space between lines and paragraphs',
      row: true,
      choices: [asItComes, { value: 'wide', text: 'Wider' }, { value: 'widest', text: 'Widest' }],
    },
    {
      kind: 'one-of',
      name: 'letters',
      title: 'Space between letters and words',
      row: true,
      choices: [asItComes, { value: 'wide', text: 'Wider' }, { value: 'widest', text: 'Widest' }],
    },
    {
      kind: 'one-of',
      name: 'typeface',
      title: 'Typeface',
      choices: [
        sameAsDevice,
        { value: 'browser', text: 'The one set in my browser' },
        { value: 'atkinson', text: 'Atkinson Hyperlegible', hint: 'Fetched once: 25 kB.' },
        { value: 'opendyslexic', text: 'OpenDyslexic', hint: 'Fetched once: 240 kB.' },
      ],
    },
    {
      kind: 'one-of',
      name: 'measure',
      title: 'Length of lines',
      choices: [
        { value: '', text: 'Default: about 66 letters' },
        { value: '45', text: 'Short: 45 letters' },
        { value: '60', text: 'Medium: 60 letters' },
        { value: '70', text: 'Long: 70 letters' },
      ],
    },
  ],
}

const colours: SettingsGroup = {
  id: 'colours',
  title: 'Colours',
  settings: [
    {
      kind: 'one-of',
      name: 'colours',
      title: 'Colours of the page',
      hint: 'If your device sets the colours of all websites, those are kept.',
      choices: [
        sameAsDevice,
        { value: 'light', text: 'Light' },
        { value: 'dark', text: 'Dark' },
        { value: 'contrast', text: 'More contrast, light' },
        { value: 'contrast-dark', text: 'More contrast, dark' },
        { value: 'cream', text: 'Soft cream' },
        { value: 'own', text: 'Two colours of my own' },
      ],
    },
    {
      kind: 'ticks',
      id: 'colour-ticks',
      title: 'Pictures',
      ticks: [{ name: 'pictures', value: 'grey', text: 'Show pictures and videos in grey' }],
    },
  ],
}

const controls: SettingsGroup = {
  id: 'controls',
  title: 'Links, buttons and focus',
  settings: [
    {
      kind: 'ticks',
      id: 'control-ticks',
      title: 'Make these easier to see and to press',
      ticks: [
        { name: 'links', value: 'thick', text: 'Thicker lines under links and round boxes' },
        {
          name: 'focus',
          value: 'strong',
          text: 'A thicker ring',
          hint: 'The ring shows where you are when you use a keyboard or a switch.',
        },
        { name: 'targets', value: 'large', text: 'Larger buttons and boxes, further apart' },
      ],
    },
  ],
}

const page: SettingsGroup = {
  id: 'page',
  title: 'Page and layout',
  settings: [
    {
      kind: 'one-of',
      name: 'motion',
      title: 'Movement',
      choices: [sameAsDevice, { value: 'none', text: 'Nothing moves or fades' }],
    },
    {
      kind: 'ticks',
      id: 'page-ticks',
      title: 'Layout and print',
      ticks: [
        {
          name: 'layout',
          value: 'simple',
          text: 'Simple layout',
          hint: 'One column, without counts, lists to jump by, and pictures that are there for looks. Everything is still said once.',
        },
        {
          name: 'symbols',
          value: 'off',
          text: 'No symbols beside choices, and no pictures in Easy Read',
        },
        {
          name: 'print',
          value: 'large',
          text: 'Print in large letters',
          hint: 'At least 18 point.',
        },
      ],
    },
  ],
}

const language = (lang: string, name: string): SettingChoice => ({
  value: lang,
  text: html`<span lang=${lang} dir="auto">${name}</span>`,
})

const reading: SettingsGroup = {
  id: 'reading',
  title: 'Reading help',
  settings: [
    {
      kind: 'one-of',
      name: 'guide',
      title: 'Keep my place',
      choices: [
        { value: '', text: 'No reading guide' },
        { value: 'ruler', text: 'A ruler under the line' },
        { value: 'mask', text: 'Dim all but a few lines' },
      ],
    },
    {
      kind: 'ticks',
      id: 'reading-ticks',
      title: 'Listening and hard words',
      ticks: [
        {
          name: 'listen',
          value: 'on',
          text: 'Buttons that read aloud',
          hint: 'Uses the voices that are on your device. It never starts by itself.',
        },
        { name: 'wordHelp', value: 'off', text: 'Do not mark hard words' },
      ],
    },
    {
      kind: 'one-of',
      name: 'speed',
      title: 'Speed of reading aloud',
      choices: [
        { value: '', text: 'The voice’s own' },
        { value: '0.75', text: 'Slower' },
        { value: '1.25', text: 'Faster' },
        { value: '1.5', text: 'Fastest' },
      ],
    },
    {
      kind: 'one-of',
      name: 'edition',
      title: 'What I would like to read first',
      hint: 'Used where a consultation has it.',
      choices: [
        { value: '', text: 'The standard form' },
        { value: 'easy-read', text: 'Easy Read' },
        { value: 'bsl', text: 'British Sign Language' },
        { value: 'audio', text: 'Audio' },
        { value: 'large-print', text: 'Large print' },
        language('cy', 'Cymraeg'),
        language('ar', 'العربية'),
        language('bn', 'বাংলা'),
        language('pa', 'ਪੰਜਾਬੀ'),
        language('pl', 'Polski'),
        language('pt', 'Português'),
        language('ro', 'Română'),
        language('ur', 'اردو'),
      ],
    },
  ],
}

const answering: SettingsGroup = {
  id: 'answering',
  title: 'Answering',
  settings: [
    {
      kind: 'one-of',
      name: 'paging',
      title: 'How many questions at a time',
      hint: 'You can change it for each consultation too.',
      choices: [
        { value: '', text: 'Default' },
        { value: 'question', text: 'One question at a time' },
        { value: 'section', text: 'One part at a time' },
        { value: 'all', text: 'Everything on one page' },
      ],
    },
    {
      kind: 'one-of',
      name: 'counts',
      title: 'How many characters are left',
      choices: [
        { value: '', text: 'When three quarters are used' },
        { value: 'always', text: 'From the first' },
        { value: 'off', text: 'Never' },
      ],
    },
  ],
}

const messages: SettingsGroup = {
  id: 'messages',
  title: 'Messages',
  settings: [
    {
      kind: 'one-of',
      name: 'saving',
      title: 'What a screen reader says when we save',
      hint: 'What you see stays the same.',
      choices: [
        { value: '', text: 'When something changes' },
        { value: 'every', text: 'Each time' },
        { value: 'problems', text: 'Only problems' },
      ],
    },
  ],
}

const groups: readonly SettingsGroup[] = [
  text,
  colours,
  controls,
  page,
  reading,
  answering,
  messages,
]

/** What most people come for, in the order of the page. */
const mostUsedIds: ReadonlySet<string> = new Set([
  'textSize',
  'colours',
  'lines',
  'reading-ticks',
  'paging',
])

const idOf = (setting: OneOf | Ticks): string =>
  setting.kind === 'ticks' ? setting.id : setting.name
const isMostUsed = (setting: OneOf | Ticks): boolean => mostUsedIds.has(idOf(setting))

/** The five settings that are seen at once. */
export const mostUsed: readonly (OneOf | Ticks)[] = groups.flatMap(({ settings }) =>
  settings.filter(isMostUsed),
)

/** Everything else, in groups to open, in the order of the page. */
export const settingsGroups: readonly SettingsGroup[] = groups
  .map((group) => ({
    ...group,
    settings: group.settings.filter((setting) => !isMostUsed(setting)),
  }))
  .filter(({ settings }) => settings.length > 0)
