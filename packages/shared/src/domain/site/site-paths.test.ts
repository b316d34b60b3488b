import { describe, expect, it } from 'vitest'
import { pathReader, sitePaths } from './site-paths.ts'

const record = '00000000-0000-4000-8000-000000000001'
const groups = Object.entries(sitePaths)
const all = groups.flatMap(([, group]) => Object.values(group))
/** An address that a path stands for. */
const example = (path: string): string =>
  path.replace(':response', record).replaceAll(/:\w+/g, 'night-buses')

describe('the paths of the site', () => {
  it.each(all)('%s: each address is of one path only', (path) => {
    expect(all.filter((other) => pathReader(other)(example(path)))).toEqual([path])
  })
})

describe('reading an address', () => {
  const question = pathReader('/consultations/:slug/questions/:question')
  it('gives what stands in its places', () => {
    expect(question('/consultations/night-buses/questions/how-2')).toEqual({
      slug: 'night-buses',
      question: 'how-2',
    })
    expect(pathReader('/')('/')).toEqual({})
    expect(pathReader('/my-responses/:response')(`/my-responses/${record}`)).toEqual({
      response: record,
    })
  })

  it.each([
    '',
    '/',
    '/consultations/night-buses/questions',
    '/consultations/night-buses/questions/',
    '/consultations/night-buses/questions/a/b',
    '/consultations/Night/questions/a',
    '/consultations/a--b/questions/a',
    '/consultations/-a/questions/a',
    '/consultations/a%2Fb/questions/a',
    ' /consultations/a/questions/a',
    '/consultations/a/questions/a\n',
    `/consultations/${'a'.repeat(200)}/questions/a`,
  ])('finds nothing in %j', (address) => expect(question(address)).toBeUndefined())

  it.each(['/my-responses/x', '/my-responses/../help', `/my-responses/${record}0`])(
    'finds no response in %s',
    (address) => expect(pathReader('/my-responses/:response')(address)).toBeUndefined(),
  )

  it('finds nothing where the standard edition is named, whose pages have shorter addresses', () => {
    const inEdition = pathReader(sitePaths.answering.questionIn)
    expect(inEdition('/consultations/standard/in/ar/questions/standard')).toEqual({
      slug: 'standard',
      edition: 'ar',
      question: 'standard',
    })
    expect(inEdition('/consultations/a/in/standards/questions/b')).toMatchObject({
      edition: 'standards',
    })
    expect(inEdition('/consultations/a/in/standard/questions/b')).toBeUndefined()
    expect(
      pathReader(sitePaths.documents.overviewIn)('/consultations/a/in/standard'),
    ).toBeUndefined()
  })

  it('takes no time over a long run of hyphens', () => {
    const began = performance.now()
    question(`/consultations/${'a-'.repeat(80)}!`)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
