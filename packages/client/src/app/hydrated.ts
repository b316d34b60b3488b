/** Dispatched on the document when the page of the server has its handlers, and holds again what was typed before that. */
export const hydratedEvent = 'hydrated'
