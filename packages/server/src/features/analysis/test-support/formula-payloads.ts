const signs = ['=', '+', '-', '@', '\t=', '\r=', '＝', '＋', '－', '＠', '\u2212', '﹦']
const starts = ['', ' ', '  ', '\u00a0', '\u200b', '\ufeff', "'", "''", '\u2800', '\n']

/** 120 texts that a spreadsheet could take for a formula. */
export const formulaPayloads: readonly string[] = signs.flatMap((sign) =>
  starts.map((start) => `${start}${sign}cmd|' /C calc'!A0`),
)
