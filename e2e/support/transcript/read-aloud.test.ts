import { describe, expect, it } from 'vitest'
import type { Heard } from './ax-tree.ts'
import { readAloud } from './read-aloud.ts'

const node = (role: string, name = '', more: Partial<Heard> = {}): Heard => ({
  role,
  name,
  description: '',
  value: '',
  states: new Map(),
  children: [],
  ...more,
})
const text = (name: string): Heard => node('StaticText', name)
const states = (...pairs: readonly (readonly [string, string])[]): Heard['states'] => new Map(pairs)

describe('readAloud', () => {
  it.each([
    [
      'a radio button',
      node('radio', 'Bus', { states: states(['checked', 'true']) }),
      'Bus: radio button, chosen',
    ],
    [
      'a box',
      node('checkbox', 'Dark', { states: states(['checked', 'false']) }),
      'Dark: box, not ticked',
    ],
    [
      'a field with words in it',
      node('textbox', 'Why', { value: 'It is dark.' }),
      'Why: text field, holds “It is dark.”',
    ],
    [
      'a field with a problem',
      node('textbox', 'Why', {
        description: 'Error:\u00a0 Enter why',
        states: states(['invalid', 'true']),
      }),
      'Why: text field, empty; has a problem; described as “Error: Enter why”',
    ],
    ['a control without a name', node('button'), '(no name): button'],
    ['a heading', node('heading', 'Help', { states: states(['level', '2']) }), 'heading 2: Help'],
    [
      'a heading that is a link',
      node('heading', 'Help', { states: states(['level', '2']), children: [node('link', 'Help')] }),
      'heading 2: [link: Help]',
    ],
    [
      'the link to the page itself',
      node('paragraph', '', {
        children: [node('link', 'Help', { states: states(['current', 'page']) })],
      }),
      '[link: Help, this page]',
    ],
  ])('says %s in a line', (_, heard, line) => expect(readAloud(heard)).toEqual([line]))

  it('reads words and links that stand in a line as one, with a space between neighbours and none before a stop', () => {
    const line = node('paragraph', '', {
      children: [
        text('Read'),
        node('link', 'the plan'),
        text('. It is'),
        node('strong', '', { children: [text('short')] }),
        text('.'),
      ],
    })
    expect(readAloud(line)).toEqual(['Read [link: the plan]. It is short.'])
  })

  it('says once what is both a label and a name', () => {
    const field = node('generic', '', {
      children: [node('LabelText', '', { children: [text('Why')] }), node('textbox', 'Why')],
    })
    expect(readAloud(field)).toEqual(['Why: text field, empty'])
  })

  it('sets what is in a group, a list or a landmark below it', () => {
    const group = node('group', 'Travel', {
      description: 'Choose one.',
      children: [node('radio', 'Bus'), node('radio', 'Car')],
    })
    const list = node('list', '', {
      children: [
        node('listitem', '', { children: [text('Bread')] }),
        node('listitem', '', {
          children: [node('paragraph', '', { children: [text('Milk')] }), text('fresh')],
        }),
      ],
    })
    expect(readAloud(node('main', 'Page', { children: [group, list] }))).toEqual([
      '— main “Page”',
      '  group “Travel”; described as “Choose one.”',
      '    Bus: radio button, not chosen',
      '    Car: radio button, not chosen',
      '  list of 2',
      '    • Bread',
      '    • Milk',
      '      fresh',
    ])
  })

  it('reads a table by its rows', () => {
    const row = (...cells: readonly string[]): Heard =>
      node('row', '', { children: cells.map((cell) => node('cell', cell)) })
    expect(
      readAloud(
        node('table', 'Costs', { children: [row('As it is', 'Nothing'), row('Until 9', '£1')] }),
      ),
    ).toEqual(['table “Costs”', '  row: As it is | Nothing', '  row: Until 9 | £1'])
  })

  it('leaves out what is said elsewhere', () =>
    expect(readAloud(node('status', '', { children: [text('Saved')] }))).toEqual([]))
})
