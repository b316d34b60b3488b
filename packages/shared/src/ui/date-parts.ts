/** The parts of a date in the order of its fields; the day has the plain id of the field. Apart from the fields, which few pages need. */
export const dateParts = ['day', 'month', 'year'] as const
export type DatePart = (typeof dateParts)[number]
