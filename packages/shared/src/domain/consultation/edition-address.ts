import type { Consultation } from './consultation.ts'
import type { Edition } from './edition.ts'

/** The edition that every consultation has: its own words. */
export const standardEdition = 'standard'

/** Where something of a consultation is: in which edition of it. */
export interface Placed {
  readonly slug: string
  /** Absent: the standard one. */
  readonly edition?: string
}

/** The address of a consultation in one of its editions; the addresses of its other pages begin with it. */
export const addressOf = ({ slug, edition = standardEdition }: Placed): string =>
  `/consultations/${slug}${edition === standardEdition ? '' : `/in/${edition}`}`

/** An edition by its id. */
export const editionNamed = (
  { editions }: Pick<Consultation, 'editions'>,
  id: string,
): Edition | undefined => editions?.find((edition) => edition.id === id)

/** True when a consultation has this edition. */
export const hasEdition = (consultation: Pick<Consultation, 'editions'>, id: string): boolean =>
  id === standardEdition || editionNamed(consultation, id) !== undefined
