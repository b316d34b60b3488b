/** Where a consultation's media are kept: each has a place of its own, so that one can be let go. */
export const mediaCache = (slug: string): string => `takepart-media-${slug}`
