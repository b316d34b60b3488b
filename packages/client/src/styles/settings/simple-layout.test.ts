/// <reference types="vite/client" />
import { consultationOverviewView } from '@takepart/shared/views/consultation/consultation-overview.view'
import { outcomeView } from '@takepart/shared/views/consultation/outcome.view'
import {
  after,
  before,
  concluded,
  consultation,
  during,
  outcome,
} from '@takepart/shared/views/test-support/documents'
import { render, type TemplateResult } from 'lit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import base from '../style.css?inline'
import sheet from './settings.css?inline'

const style = document.createElement('style')

beforeEach(() => {
  style.textContent = `${base}\n${sheet}`
  document.head.append(style)
  document.documentElement.dataset['layout'] = 'simple'
})
afterEach(() => {
  delete document.documentElement.dataset['layout']
  style.remove()
  document.body.replaceChildren()
})

const show = (page: TemplateResult): void => {
  const main = document.createElement('main')
  document.body.replaceChildren(main)
  render(page, main)
}

/** What is shown, and so told to assistive technology: nothing else is taken out of the tree here. */
const shownWords = (): string =>
  document.body.innerText.replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ')
const times = (words: string): number => shownWords().split(words).length - 1
const levels = (): readonly number[] =>
  [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4')]
    .filter((heading) => heading.checkVisibility())
    .map(({ tagName }) => Number(tagName.slice(1)))

const contact = ['Call 01632 960 001', 'Email involve@example.nhs.uk']
const closes = 'Monday 31 May 2027 at 5 pm'
const takes = ['10 minutes', 'questions at most', 'Stop and come back whenever you like']

describe('the simple layout', () => {
  it.each([
    [
      'before opening',
      { consultation, now: before },
      ['Saturday 1 May 2027 at 9 am', closes, ...takes, ...contact],
    ],
    [
      'while open',
      { consultation, now: during },
      [closes, '2 weeks left', ...takes, '31 July 2027', ...contact],
    ],
    ['after closing', { consultation, now: after }, [closes, ...contact]],
    [
      'with a decision',
      { consultation: concluded, now: after },
      [closes, '20 July 2027', '1,214 responses', ...contact],
    ],
  ])('shows no side panel %s, and says every fact of it once in the text', (_, model, facts) => {
    show(consultationOverviewView(model))
    expect(document.querySelector<HTMLElement>('.facts')?.checkVisibility()).toBe(false)
    for (const fact of facts) expect(times(fact), fact).toBe(1)
    expect(
      levels().every((level, index, all) => level <= (all[index - 1] ?? 0) + 1),
      String(levels()),
    ).toBe(true)
  })

  it.each([
    ['an outcome', () => outcomeView({ consultation: concluded, outcome }), '#on-this-page'],
  ])('has no list of places to jump to in %s', (_, view, list) => {
    show(view())
    expect(document.querySelector(list)?.checkVisibility()).toBe(false)
    expect(levels().every((level, index, all) => level <= (all[index - 1] ?? 0) + 1)).toBe(true)
  })
})
