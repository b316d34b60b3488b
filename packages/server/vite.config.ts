import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * The server's own code and the shared rules and views become programs, and what plays recordings and what opens office files one each; packages stay where they are installed.
 * Everything is written flat into dist, so that a path relative to `import.meta.url` means the same in every file.
 */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  ssr: { noExternal: [/^@takepart\//] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: here('dist'),
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        main: here('src/main.ts'),
        'consultation-command': here('src/cli/consultation-command.ts'),
        'staff-command': here('src/cli/staff-command.ts'),
        'restore-drill-command': here('src/cli/restore-drill/restore-drill-command.ts'),
        'encode-recording': here('src/media/encode-recording.js'),
        'open-office-file': here('src/features/authoring/import/open-office-file.js'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
