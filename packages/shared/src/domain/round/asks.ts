/** What stands between quotation marks is somebody else's question. */
const quoted = /[“"«][^”"»]{0,300}[”"»]/gu
const questionMark = /[\p{L}\p{N}][?？؟][?？؟!]*["'”’)\]]*(?=\s|$)/u

/**
 * Whether a contribution asks something: a sentence of its own words ends with a question mark. It is a plain rule that
 * anybody can check, and it takes a rhetorical question for one.
 */
export const asksSomething = (text: string): boolean =>
  questionMark.test(text.replaceAll(quoted, '…'))
