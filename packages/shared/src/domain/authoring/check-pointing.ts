import type { Consultation } from '../consultation/consultation.ts'
import { warning, type Finding } from './finding.ts'
import { partsOf, type Passage } from './passages.ts'

/**
 * Words that point by place, colour or shape (WCAG 2.2, 1.3.3 and 1.4.1). Somebody who listens, reads large print or has
 * the page on a telephone has no right, no left, no below and no red. Known phrases only, and advice only: a clinic on the
 * left of the road is a place and not a way of pointing.
 */
export const checkPointing = (consultation: Consultation): readonly Finding[] =>
  partsOf(consultation)
    .flatMap((part) => part.passages)
    .flatMap(checkPassage)

const things =
  '(?:box|button|link|text|table|list|chart|picture|map|section|part|question|questions|options?|column|row|line|icon|arrow|bar|tab|field|form|words|area)'
const colours = '(?:red|green|blue|yellow|orange|purple|pink|black|white|gr[ea]y|brown|coloured)'

const byPlace = new RegExp(
  [
    String.raw`\b(?:on|to|at) the (?:far )?(?:left|right)(?:[- ]hand side)?\b`,
    String.raw`\b(?:left|right)[- ]hand (?:side|${things})\b`,
    String.raw`\b(?:see|as|shown|listed|described|mentioned|given|named|explained|set out|written) (?:above|below|overleaf|opposite)\b`,
    String.raw`\b(?:the|this|these|our) ${things} (?:just )?(?:above|below|overleaf|opposite)\b`,
    String.raw`\bthe (?:above|below)(?! average)\b`,
    String.raw`\bat the (?:top|bottom) of (?:the|this) (?:page|screen|form)\b`,
    String.raw`\b(?:scroll|look) (?:down|up)\b`,
  ].join('|'),
  'i',
)

const byLook = new RegExp(
  [
    String.raw`\b(?:the|a|an|this|that|these) (?:\w{1,12} )?${colours} ${things}\b`,
    String.raw`\b(?:shown|marked|written|printed|highlighted|shaded|coloured|words|text|numbers?|figures?) in (?:\w{1,12} )?${colours}\b`,
    String.raw`\b(?:the|a) (?:\w{1,12} )?(?:round|square|circular|oval|triangular|large|big|small) (?:button|icon|box|symbol|sign)\b`,
  ].join('|'),
  'i',
)

function checkPassage({ path, text }: Passage): readonly Finding[] {
  const place = byPlace.exec(text)?.[0]
  const look = byLook.exec(text)?.[0]
  return [
    ...(place === undefined
      ? []
      : [
          warning(
            path,
            `“${place}” points to a place on the page, and not everybody has that place. Name what you mean, like “the table of costs”`,
          ),
        ]),
    ...(look === undefined
      ? []
      : [
          warning(
            path,
            `“${look}” points by how a thing looks, and not everybody sees that. Use its name as well`,
          ),
        ]),
  ]
}
