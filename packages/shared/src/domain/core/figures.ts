/**
 * A whole number as people in the United Kingdom read it: "1,214". Written out by hand because a browser's first
 * number formatter takes longer to make than a whole page of questions on an old phone.
 */
export const figures = (whole: number): string => String(whole).replace(/\B(?=(?:\d{3})+$)/g, ',')
