import { describe, expect, it } from 'vitest'
import { isAnswering, isAppPage, isDocument } from './page-kinds.ts'

const record = '/my-responses/00000000-0000-4000-8000-000000000001'
const bus = '/consultations/bus-to-the-clinic'

const questions = [`${bus}/questions`, `${bus}/questions/how-travel`, `${bus}/sections/travel`]
const made = [
  `${bus}/answer`,
  `${bus}/check`,
  '/my-responses',
  record,
  '/open-response',
  '/clear-this-device',
]
const read = [
  '/',
  '/help',
  '/privacy',
  '/accessibility',
  bus,
  `${bus}/read/plan`,
  `${bus}/all-questions`,
  `${bus}/outcome`,
]
const neither = [
  '/app-shell',
  '/sw.js',
  '/manifest.webmanifest',
  '/assets/app-1234.js',
  '/trpc/response.submit',
  '/health/live',
  '/consultations',
  `${bus}.json`,
  `${bus}/versions/1.json`,
  `${bus}/questions/`,
  `${bus}/questions/a/b`,
  `${bus}/read`,
  `${bus}/in/standard`,
  `${bus}/in/standard/questions`,
  `${bus}/in/standard/check`,
  '/my-responses/../help',
  '/help/',
  '//help',
  `${bus}/Questions`,
]

describe('the kind of a page, by its address', () => {
  it.each(questions)('%s is a page of questions', (path) =>
    expect([isAnswering(path), isAppPage(path), isDocument(path)]).toEqual([true, true, false]),
  )
  it.each(made)('%s is made by the app', (path) =>
    expect([isAnswering(path), isAppPage(path), isDocument(path)]).toEqual([false, true, false]),
  )
  it.each(read)('%s is a page to read', (path) =>
    expect([isAnswering(path), isAppPage(path), isDocument(path)]).toEqual([false, false, true]),
  )
  it.each(neither)('%s is none of them, and left to the network', (path) =>
    expect([isAnswering(path), isAppPage(path), isDocument(path)]).toEqual([false, false, false]),
  )
})
