import { contributionDraft } from '@takepart/shared/views/test-support/contribution-records'
import { userEvent } from 'vitest/browser'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Services } from '../../app/services.ts'
import { emptyDevice, openTab } from '../../offline/test-support/device.ts'
import {
  byId,
  destinations,
  emptySite,
  fakeServer,
  heading,
  inTime,
  leaveSite,
  openApp,
  press,
  quiet,
  showPage,
  spoken,
  withRecords,
} from '../../test-support/app.ts'
import { sayMarkup } from '../../test-support/server-pages.ts'
import { ContributionPage } from './contribution-page.ts'
import { SayPage } from './say-page.ts'

beforeEach(emptyDevice)
afterEach(() => {
  vi.restoreAllMocks()
  leaveSite()
})

const slug = 'one-clinic-or-rooms'
const here = `/rounds/${slug}/say`
const text = 'There is no lift to that room.'

/** The server with the pages of the round of the tests. */
function roundServer() {
  const server = fakeServer()
  server.pages.set(here, sayMarkup()).set(`/rounds/${slug}/reply/3`, sayMarkup('reply'))
  return server
}

/** The page as the router shows it, coming from another page of the app. */
async function opened(services?: Services, server = roundServer(), search = '', number?: string) {
  emptySite((number === undefined ? here : `/rounds/${slug}/reply/${number}`) + search)
  const app = services ?? (await openApp(server))
  await showPage(new SayPage(), app, { slug, ...(number === undefined ? {} : { number }) })
  return { services: app, server }
}

async function fillIn(): Promise<void> {
  await userEvent.type(byId('words'), text)
  await userEvent.type(byId('called'), 'Bernard')
}

const area = (id: string) => byId<HTMLTextAreaElement>(id).value
const problems = (): readonly string[] =>
  [...document.querySelectorAll('#error-summary li')].map(({ textContent }) => textContent.trim())

/** The page that the app goes on to after sending. */
async function shownRecord(services: Services, path = ''): Promise<ContributionPage> {
  emptySite(path)
  const page = new ContributionPage()
  await showPage(page, services, { contribution: path.split('/').at(-1) })
  return page
}

describe('saying something in a discussion', () => {
  it('says what is missing, beside the fields and above them, and loses nothing', async () => {
    await opened()
    await userEvent.type(byId('self'), 'a neighbour')
    byId('stance_3').click()
    press('Send what I wrote')
    await inTime(() =>
      expect(problems()).toEqual([
        'Enter what you want to say',
        'Enter what your ‘yes’ depends on',
        'Enter what we may call you here: a first name, a letter, anything',
      ]),
    )
    expect(document.activeElement?.id).toBe('error-summary')
    press('Enter what your')
    expect(document.activeElement?.id).toBe('condition')
    expect(byId('self').value).toBe('a neighbour')
  })

  it('sends what was said with the hash of a code that stays here, and goes on to what became of it', async () => {
    const gone = destinations()
    const { services, server } = await opened()
    await fillIn()
    byId('stance').click()
    press('Send what I wrote')
    await inTime(() => expect(server.sent).toHaveLength(1))
    const [command] = server.sent
    expect(command).toMatchObject({
      kind: 'contribution.send',
      input: {
        slug,
        said: { text, name: 'Bernard', stance: 'for', quotations: [], helpNow: false },
        codeHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    })
    const [record] = await services.records.list('contribution')
    expect(JSON.stringify(command)).not.toContain(record?.draft.code)
    await inTime(() => expect(gone.at(-1)).toBe(`/my-responses/said/${record?.draft.name}`))
    await shownRecord(services, gone.at(-1))
    expect(heading()).toBe('We have received what you wrote')
    expect(document.body.textContent).toContain(record?.draft.code)
  })

  it('answers somebody, with their words above the form', async () => {
    const { server } = await opened(undefined, undefined, '', '3')
    expect(document.body.textContent).toContain('Sam said')
    await fillIn()
    press('Send my reply')
    await inTime(() => expect(server.sent[0]).toMatchObject({ input: { inReplyTo: 3 } }))
  })

  it('uses one private code for all that one person says here, and another on a shared device', async () => {
    const { services } = await opened()
    await fillIn()
    await userEvent.click(byId('own-device'))
    press('Send what I wrote')
    await inTime(async () => expect(await services.records.list('contribution')).toHaveLength(1))
    await opened(services)
    await fillIn()
    await userEvent.click(byId('own-device'))
    press('Send what I wrote')
    await inTime(async () => expect(await services.records.list('contribution')).toHaveLength(2))
    const codes = (await services.records.list('contribution')).map(({ draft }) => draft.code)
    expect(new Set(codes).size).toBe(1)
  })

  it('is sent once however often the button is pressed', async () => {
    const { server } = await opened()
    await fillIn()
    for (let presses = 0; presses < 5; presses += 1) press('Send what I wrote')
    await inTime(() => expect(server.sent).toHaveLength(1))
    await quiet()
    expect(server.sent).toHaveLength(1)
  })

  it('keeps what is written as it is typed, and has it again on a page that is loaded anew', async () => {
    const { services } = await opened()
    await fillIn()
    await userEvent.click(byId('own-device'))
    await inTime(() => expect(byId('saved').textContent).toMatch(/^Saved on this device (\d|mid)/))
    expect(await (await openTab()).list('contribution')).toMatchObject([
      { state: 'draft', draft: { slug, ownDevice: true, said: { text, name: 'Bernard' } } },
    ])
    await opened(services)
    expect([area('words'), byId('called').value]).toEqual([text, 'Bernard'])
    await opened(services, roundServer(), '', '3')
    expect(area('words'), 'a reply is another thing').toBe('')
  })

  it('goes on from the server’s page without a word lost', async () => {
    const main = emptySite(here)
    const services = await openApp(roundServer())
    main.innerHTML = sayMarkup()
    const page = main.firstElementChild as SayPage
    const field = byId<HTMLTextAreaElement>('words')
    field.value = 'Typed before the script'
    field.focus()
    const ready = new Promise((resolve) =>
      page.addEventListener('page-ready', resolve, { once: true }),
    )
    page.arrive(services, { slug })
    await ready
    await page.updateComplete
    await inTime(() => expect(field.value).toBe('Typed before the script'))
    expect([byId('words'), document.activeElement]).toEqual([field, field])
    await inTime(async () =>
      expect(await services.records.list('contribution')).toMatchObject([
        { draft: { said: { text: 'Typed before the script' } } },
      ]),
    )
  })

  it('loses nothing where two tabs write: each goes on in a record of its own', async () => {
    const services = await openApp(roundServer())
    await opened(services)
    await userEvent.type(byId('words'), 'Mine')
    await inTime(() => expect(byId('saved').textContent).toContain('Saved'))
    await opened(services)
    const [begun] = await services.records.list('contribution')
    if (begun?.state !== 'draft') throw new Error('nothing was begun')
    const said = { ...begun.draft.said, text: 'Mine, in the other tab' }
    await services.records.adopt({ ...begun, draft: { ...begun.draft, said } })
    await userEvent.type(byId('words'), ' here')
    await inTime(async () =>
      expect(
        (await services.records.list('contribution')).map(({ draft }) => draft.said.text).sort(),
      ).toEqual(['Mine here', 'Mine, in the other tab']),
    )
  })

  it('says that it is not saved where the device takes nothing, and gives a copy', async () => {
    const full = withRecords(await openApp(roundServer()), {
      adopt: async () => ({ saved: false, reason: 'full' }),
    })
    await opened(full)
    const files: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      files.push(file as Blob)
      return 'blob:none'
    })
    await userEvent.type(byId('words'), text)
    await inTime(() =>
      expect(byId('saved').textContent).toBe(
        'Not saved on this device. There is no room left on the device.',
      ),
    )
    press('Save a copy as a file')
    await inTime(async () => expect(await files[0]?.text()).toContain(text))
  })

  it('is sent straight away where the device has no room to let it wait, and keeps the words where that fails too', async () => {
    const server = roundServer()
    const full = withRecords(await openApp(server), {
      adopt: async () => ({ saved: false, reason: 'full' }),
    })
    const gone = destinations()
    await opened(full, server)
    await fillIn()
    server.reachable = false
    press('Send what I wrote')
    await inTime(() =>
      expect(document.body.textContent).toContain('Not sent. We could not reach Takepart.'),
    )
    expect([gone, area('words')]).toEqual([[], text])
    server.reachable = true
    press('Send what I wrote')
    await inTime(() => expect(gone).toHaveLength(1))
    await shownRecord(full, gone[0])
    expect(heading()).toBe('We have received what you wrote')
  })

  it('has no page where nothing can be said, and leads to the discussion', async () => {
    await opened(undefined, fakeServer())
    expect(heading()).toBe('Nothing can be said here now')
  })
})

describe('without a connection', () => {
  const cacheName = 'takepart-pages-test'
  const keep = async (path: string, markup: string) =>
    (await caches.open(cacheName)).put(path, new Response(markup))
  afterEach(() => caches.delete(cacheName))

  it('waits, says so, and is received by itself later', async () => {
    const server = roundServer()
    const gone = destinations()
    await keep(here, sayMarkup())
    server.reachable = false
    const { services } = await opened(undefined, server)
    await fillIn()
    await userEvent.click(byId('own-device'))
    press('Send what I wrote')
    await inTime(() => expect(gone).toHaveLength(1))
    await shownRecord(services, gone[0])
    expect(heading()).toBe('What you wrote is waiting to be sent')
    expect(document.body.textContent).toContain('It is saved on this device.')
    press('Try to send now')
    await inTime(() =>
      expect(document.body.textContent).toContain('We could not send it just now.'),
    )
    const said = spoken()
    await quiet()
    server.reachable = true
    await services.outbox.flush()
    await inTime(() => expect(heading()).toBe('We have received what you wrote'))
    await inTime(() => expect(said).toContain('We have received what you wrote'))
  })

  it('answers what is read on a kept page, with exactly the words that stand there', async () => {
    const server = roundServer()
    server.reachable = false
    await keep(here, sayMarkup())
    await keep(
      `/rounds/${slug}`,
      `<main><article class="say" id="said-7"><h3 id="said-7-by">Kofi</h3><div class="said-text"><p>The bus <em class="removed">[name removed]</em><span class="hidden-text"> (taken out)</span> is late.</p><p>Twice.</p></div></article></main>`,
    )
    await opened(undefined, server, '', '7')
    expect(heading()).toBe('Reply to Kofi')
    await userEvent.type(byId('words'), 'She said “The bus [[name removed] is late”.')
    await inTime(() =>
      expect(document.body.textContent).toContain('You wrote words of Kofi exactly.'),
    )
  })

  it('has no page for what is kept nowhere', async () => {
    const server = roundServer()
    server.reachable = false
    await opened(undefined, server, '', '9')
    expect(heading()).toBe('This page is not on your device')
  })
})

describe('quoting', () => {
  it('takes a sentence that was chosen, bound to its exact words, and gives it back', async () => {
    const { server } = await opened()
    await fillIn()
    byId<HTMLDetailsElement>('sentences').open = true
    byId('sentences-starter-waiting-room').click()
    await inTime(() => expect(document.querySelectorAll('figure.exact')).toHaveLength(1))
    expect(document.querySelector('figure.exact')?.textContent).toContain('Exact words of Amina')
    press('Take this quotation out')
    await inTime(() => expect(document.querySelectorAll('figure.exact')).toHaveLength(0))
    byId('sentences-starter-waiting-room').click()
    press('Send')
    await inTime(() =>
      expect(server.sent.at(-1)).toMatchObject({
        input: {
          said: {
            quotations: [
              {
                of: { kind: 'starter', id: 'waiting-room' },
                exact: 'Near is not a comfort.',
                prefix: '',
                suffix: ' It is whether I come at all.',
              },
            ],
          },
        },
      }),
    )
  })

  it('takes the words that are selected, and says so when none are', async () => {
    await opened()
    const said = spoken()
    for (const part of document.querySelectorAll('details')) part.open = true
    press('Quote the words I selected')
    await inTime(() => expect(said.at(-1)).toContain('Nothing is selected.'))
    const [node] = document.querySelector('[data-quotable="starter-clinic"] p')?.childNodes ?? []
    const place = [...(node?.parentNode?.childNodes ?? [])].find(
      (one): one is Text => one instanceof Text && one.data.includes('doors'),
    )
    if (!place) throw new Error('no words to select')
    const start = place.data.indexOf('keep the doors open')
    getSelection()?.setBaseAndExtent(place, start, place, start + 'keep the doors open'.length)
    await quiet()
    press('Quote the words I selected')
    await inTime(() =>
      expect(document.querySelector('figure.exact blockquote')?.textContent).toBe(
        'keep the doors open',
      ),
    )
    expect(document.querySelector('figure.exact')?.textContent).toContain('Exact words of Jo Fenn')
  })

  it('shows what was meant where typed words are not in the text, and takes it in their place', async () => {
    await opened()
    await userEvent.type(byId('words'), 'She said “Near is quite a comfort to me”. I agree.')
    await inTime(() =>
      expect(document.body.textContent).toContain('Those words are not in the text'),
    )
    const theirs = [...document.querySelectorAll('button')].find(({ textContent }) =>
      textContent.startsWith('Quote what they wrote'),
    )
    theirs?.focus()
    press('Quote what they wrote')
    await inTime(() => expect(area('words')).toBe('She said . I agree.'))
    expect(document.activeElement?.id).toBe('quoted')
    expect(document.querySelector('figure.exact blockquote')?.textContent).toBe(
      'Near is not a comfort.',
    )
  })
})

describe('before it is sent', () => {
  it('asks once to look at quotation marks round words that are nowhere, and then sends them as they are', async () => {
    const { server } = await opened()
    await userEvent.type(byId('words'), 'She said “Near is quite a comfort to me”.')
    await userEvent.type(byId('called'), 'Bernard')
    press('Send what I wrote')
    await inTime(() => expect(document.activeElement?.id).toBe('look'))
    expect(document.body.textContent).toContain('Look at this before you send.')
    expect(server.sent).toEqual([])
    press('Send what I wrote')
    await inTime(() => expect(server.sent).toHaveLength(1))
  })

  it('asks again of other words, and takes out what may show who somebody is when told to', async () => {
    const { server } = await opened()
    await userEvent.type(byId('words'), 'Ring me on 07700 900123.')
    await userEvent.type(byId('called'), 'Bernard')
    press('Send what I wrote')
    await inTime(() => expect(document.activeElement?.id).toBe('look'))
    byId('details').querySelector('button')?.focus()
    press('Take it out')
    await inTime(() => expect(area('words')).toBe('Ring me on [taken out].'))
    await inTime(() => expect(document.activeElement?.id).toBe('words'))
    await userEvent.type(byId('words'), ' Or sam@example.com')
    press('Send what I wrote')
    await inTime(() => expect(document.activeElement?.id).toBe('look'))
    expect(server.sent).toEqual([])
  })
})

describe('other words for what was received', () => {
  it('go on from the words there were, and are sent as a change of them', async () => {
    const { services, server } = await opened()
    const gone = destinations()
    await fillIn()
    press('Send what I wrote')
    await inTime(() => expect(gone).toHaveLength(1))
    await inTime(async () =>
      expect((await services.records.list('contribution'))[0]?.state).toBe('received'),
    )
    await shownRecord(services, gone[0])
    press('Change it')
    await inTime(() => expect(gone.at(-1)).toMatch(/^\/rounds\/one-clinic-or-rooms\/say\?said=/))
    await opened(services, server, gone.at(-1)?.slice(here.length))
    expect([heading(), area('words')]).toEqual(['Change what you wrote', text])
    await userEvent.type(byId('words'), ' None at all.')
    press('Send my new words')
    await inTime(() =>
      expect(server.sent.at(-1)).toMatchObject({
        kind: 'contribution.edit',
        input: { baseRevision: 1, said: { text: `${text} None at all.` } },
      }),
    )
    await inTime(async () =>
      expect(await services.records.list('contribution')).toMatchObject([
        { state: 'received', receipt: { revision: 2 } },
      ]),
    )
  })

  it('can be left, and what was received is there as it was', async () => {
    const services = await openApp(roundServer())
    const draft = contributionDraft({ revision: 0 })
    const receipt = {
      contributionId: draft.id,
      slug,
      revision: 1,
      state: 'accepted',
      number: 3,
      late: false,
      receivedAt: draft.changedAt,
      closesAt: '2027-05-20T17:00:00Z',
    } as const
    await services.records.adopt({ kind: 'contribution', state: 'received', draft, receipt })
    const path = `/my-responses/said/${draft.id}`
    await shownRecord(services, path)
    press('Change it')
    await inTime(async () =>
      expect((await services.records.list('contribution'))[0]?.state).toBe('draft'),
    )
    await opened(services, roundServer(), `?said=${draft.id}`)
    await userEvent.type(byId('words'), ' More.')
    await inTime(() => expect(byId('saved').textContent).toContain('Saved'))
    await shownRecord(services, path)
    expect(heading()).toBe('You are changing what you wrote')
    press('Leave it as it was')
    await inTime(() => expect(heading()).toBe('We have received what you wrote'))
    expect(document.body.textContent).not.toContain('More.')
  })
})
