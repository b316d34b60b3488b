import { sentencesIn, voiceFor, type Stretch } from '@takepart/shared/domain/settings/reading-aloud'
import type { SpokenLine } from './spoken-lines.ts'

/** What is said in one go: a sentence, the voice for its language, and where it stands on the page. */
export interface SentenceSaid {
  readonly text: string
  readonly voice: SpeechSynthesisVoice
  readonly range: Range
}

/** The sentences of some lines. A line in a language that no voice of this device speaks is left out. */
export function sentencesSaid(
  lines: readonly SpokenLine[],
  voices: readonly SpeechSynthesisVoice[],
): readonly SentenceSaid[] {
  return lines.flatMap((line) => {
    const voice = voiceFor(voices, line.lang)
    if (!voice) return []
    // One character for one, so that places in the text stay places on the page. A line break would end a sentence.
    const text = line.pieces
      .map((piece) => piece.text)
      .join('')
      .replaceAll(/\s/g, ' ')
    return sentencesIn(text, line.lang).flatMap((stretch) => {
      const range = rangeOf(line, stretch)
      return range
        ? [{ text: text.slice(stretch.from, stretch.to).replaceAll(/ +/g, ' '), voice, range }]
        : []
    })
  })
}

/** Where a stretch of a line's text stands. What was put in to be heard stands nowhere, and nothing is marked for it. */
function rangeOf({ pieces }: SpokenLine, { from, to }: Stretch): Range | undefined {
  const range = new Range()
  let at = 0
  let found = false
  for (const { text, node } of pieces) {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, text.length)]
    at += text.length
    if (!node || start >= end) continue
    if (node instanceof Text) {
      if (!found) range.setStart(node, start)
      range.setEnd(node, end)
    } else {
      if (!found) range.setStartBefore(node)
      range.setEndAfter(node)
    }
    found = true
  }
  return found ? range : undefined
}
