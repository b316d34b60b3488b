import type { Page } from '@playwright/test'
import type { Finding } from './finding.ts'
import { putHelpersIn } from './in-page.ts'

/** What the elements themselves show: headings, ids, attributes that keep somebody out. Nothing on the page changes. */
export async function checkStructure(page: Page): Promise<readonly Finding[]> {
  await putHelpersIn(page)
  return (
    await Promise.all([
      checkHeadings(page),
      checkIds(page),
      checkAttributes(page),
      checkFields(page),
      checkLiveRegions(page),
    ])
  ).flat()
}

const checkHeadings = (page: Page): Promise<Finding[]> =>
  page.evaluate(() => {
    const { path, isVisible } = window.gate
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(isVisible)
    const level = (element: Element | undefined): number => Number(element?.localName[1] ?? 0)
    const tops = headings.filter((element) => level(element) === 1)
    const skips = headings.filter(
      (element, at) => at > 0 && level(element) > level(headings[at - 1]) + 1,
    )
    return [
      ...(tops.length === 1
        ? []
        : [
            {
              check: 'headings' as const,
              where: tops.map(path).join(', ') || 'the page',
              what: `${tops.length} headings of the first level`,
            },
          ]),
      ...skips.map((element) => ({
        check: 'headings' as const,
        where: path(element),
        what: `a heading of level ${level(element)} skips a level`,
      })),
    ]
  })

const checkIds = (page: Page): Promise<Finding[]> =>
  page.evaluate(() => {
    const { path } = window.gate
    const all = [...document.querySelectorAll('[id]')]
    const times = new Map<string, number>()
    for (const { id } of all) times.set(id, (times.get(id) ?? 0) + 1)
    const pointing = [
      'aria-describedby',
      'aria-labelledby',
      'aria-controls',
      'aria-owns',
      'aria-details',
      'for',
      'list',
      'headers',
    ]
    const lost = pointing.flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].flatMap((element) =>
        (element.getAttribute(name) ?? '')
          .split(/\s+/)
          .filter((id) => id !== '' && !document.getElementById(id))
          .map((id) => ({ element, name, id })),
      ),
    )
    const links = [...document.querySelectorAll('a[href^="#"]')].filter(
      (element) =>
        element.getAttribute('href') !== '#' &&
        !document.getElementById(element.getAttribute('href')?.slice(1) ?? ''),
    )
    return [
      ...all
        .filter(({ id }) => (times.get(id) ?? 0) > 1)
        .map((element) => ({
          check: 'unique-ids' as const,
          where: path(element),
          what: `the id ${element.id} is given more than once`,
        })),
      ...lost.map(({ element, name, id }) => ({
        check: 'unique-ids' as const,
        where: path(element),
        what: `${name} names ${id}, which is not there`,
      })),
      ...links.map((element) => ({
        check: 'unique-ids' as const,
        where: path(element),
        what: `leads to ${element.getAttribute('href')}, which is not there`,
      })),
    ]
  })

const checkAttributes = (page: Page): Promise<Finding[]> =>
  page.evaluate(() => {
    const { path } = window.gate
    const having = (selector: string, check: Finding['check'], what: string): Finding[] =>
      [...document.querySelectorAll(selector)].map((element) => ({
        check,
        where: path(element),
        what,
      }))
    const isMoved = (element: Element): boolean =>
      element.querySelector('button, select, input') !== null
    const dragged = [...document.querySelectorAll('[draggable=true], [ondragstart]')].filter(
      (element) => !isMoved(element),
    )
    const late = [...document.querySelectorAll<HTMLElement>('[tabindex]')].filter(
      ({ tabIndex }) => tabIndex > 0,
    )
    return [
      ...having(
        '[title]:not(iframe, link, style, abbr)',
        'title-attribute',
        'a title, which no keyboard and no finger can show',
      ),
      ...having('[accesskey]', 'accesskey', 'a shortcut of one key'),
      ...dragged.map((element) => ({
        check: 'drag' as const,
        where: path(element),
        what: 'can be dragged, and has no button that does the same',
      })),
      ...late.map((element) => ({
        check: 'tabindex' as const,
        where: path(element),
        what: `tabindex ${element.tabIndex} takes it out of the order of the page`,
      })),
    ]
  })

const checkFields = (page: Page): Promise<Finding[]> =>
  page.evaluate(() => {
    const { path, isVisible } = window.gate
    const fields = [
      ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
        'input:not([type=radio], [type=checkbox], [type=button], [type=submit]), textarea',
      ),
    ].filter(isVisible)
    const words = (field: HTMLInputElement | HTMLTextAreaElement): string =>
      [
        field.name,
        field.id,
        field.type,
        ...[...(field.labels ?? [])].map(({ textContent }) => textContent),
      ]
        .join(' ')
        .toLowerCase()
    const purposes: readonly (readonly [RegExp, string])[] = [
      [/e-?mail/, 'email'],
      [/\b(tel|telephone|phone|mobile)\b/, 'tel'],
      [/^(?!.*(area|first (half|part))).*post ?code/, 'postal-code'],
      [/\b(your|full|first|last) ?name\b/, 'name'],
      [/birth/, 'bday'],
      [/password/, 'current-password'],
    ]
    const purpose = (field: HTMLInputElement | HTMLTextAreaElement): string | undefined =>
      purposes.find(([sign]) => sign.test(words(field)))?.[1]
    const named = (field: Element): boolean =>
      field.hasAttribute('aria-label') || field.hasAttribute('aria-labelledby')
    return [
      ...fields
        .filter((field) => field.placeholder && !field.labels?.length && !named(field))
        .map((field) => ({
          check: 'placeholder' as const,
          where: path(field),
          what: 'the placeholder is the only label',
        })),
      ...fields
        .filter(
          (field) =>
            field.localName === 'input' &&
            ['', 'off', 'on'].includes(field.autocomplete) &&
            purpose(field),
        )
        .map((field) => ({
          check: 'autocomplete' as const,
          where: path(field),
          what: `asks for what a browser could fill in: ${purpose(field)}`,
        })),
    ]
  })

/** A region that comes with its words is not heard: it must have been there before. */
const checkLiveRegions = (page: Page): Promise<Finding[]> =>
  page.evaluate(() => {
    const { path } = window.gate
    const regions = [
      ...document.querySelectorAll(
        '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive], output',
      ),
    ]
    const inside = regions.filter((element) => element.closest('main'))
    return [
      ...(regions.some((element) => element.matches('[role=status], [aria-live=polite]'))
        ? []
        : [
            { check: 'live-region' as const, where: 'the page', what: 'there is no status region' },
          ]),
      ...inside.map((element) => ({
        check: 'live-region' as const,
        where: path(element),
        what: 'a live region in the part of the page that comes and goes',
      })),
    ]
  })
