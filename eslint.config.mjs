/** Accessibility of the markup inside templates, and nothing else: oxlint does the rest in a tenth of the time. */
import parser from '@typescript-eslint/parser'
import litA11y from 'eslint-plugin-lit-a11y'

export default [
  { ignores: ['**/dist/**', '**/node_modules/**', 'scripts/**'] },
  {
    files: ['packages/{shared,client,server}/src/**/*.ts'],
    languageOptions: { parser, sourceType: 'module' },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    plugins: { 'lit-a11y': litA11y },
    rules: { ...litA11y.configs.recommended.rules },
  },
]
