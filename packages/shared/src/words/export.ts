/** The words of the page on which analysts take answers away. */
export const exportWords = {
  title: 'Take answers away',
  titleOf: (consultation: string) => `Take answers away – ${consultation}`,
  lede: 'Each response that counts is one row. What does not count, and why, is written in the codebook.',
  formats: 'As a file',
  csv: 'Answers as CSV, for Excel, R and SPSS',
  json: 'Answers as JSON',
  fhir: 'Answers as FHIR QuestionnaireResponse (R4)',
  xlsx: 'Answers, codebook and what was left out as one workbook (XLSX), for Excel',
  codebook: 'Codebook: what each column holds, as CSV',
  columns: 'How to read it',
  names:
    'Columns have short names that never change. The codebook says what was asked, which codes there are and which versions asked it.',
  several: 'Where people could choose several, each choice is a column of 0 and 1.',
  missing: 'Cells without an answer say why.',
  equality:
    'Answers about equality are not in these files: beside what somebody said they could show who it was. Put a question beside them on its results page instead.',
  equalityLeftOut: 'Answers about equality: they are counted in tables only.',
  dates:
    'In the workbook dates are dates and numbers are numbers; the names and codes are the same.',
  private:
    'These files hold what people wrote. Keep them where only those who work on this consultation can open them.',
} as const
