/** The empty page of the app, kept at install; the app finds its address in `location`. */
export const appShell = '/app-shell'

const answering = /^\/consultations\/[a-z0-9-]+\/(questions(\/[a-z0-9-]+)?|sections\/[a-z0-9-]+)$/
const app = /^\/(my-responses(\/[0-9a-f-]+)?|open-response|clear-this-device|consultations\/[a-z0-9-]+\/(answer|check))$/
const documents = /^\/($|help$|privacy$|consultations\/[a-z0-9-]+(\/(read\/[a-z0-9-]+|all-questions|outcome))?$)/

/** A page of questions: the server renders it, the app takes it over. */
export const isAnswering = (path: string): boolean => answering.test(path)

/** A page the app makes from what is on the device. */
export const isAppPage = (path: string): boolean => answering.test(path) || app.test(path)

/** A page to read, made by the server. */
export const isDocument = (path: string): boolean => documents.test(path)
