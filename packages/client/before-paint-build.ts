import { build, type Plugin } from 'vite'

/**
 * After the app is built, builds on its own the script that stands in every page: one classic script, beside the
 * manifest, where the server finds it and nobody can ask for it.
 */
export function beforePaint(options: { source: string; dist: string }): Plugin {
  let written = false
  return {
    name: 'takepart-before-paint',
    apply: 'build',
    writeBundle() {
      written = true
    },
    async closeBundle() {
      if (!written) return
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        build: {
          target: 'es2022',
          outDir: options.dist,
          emptyOutDir: false,
          modulePreload: false,
          rolldownOptions: {
            input: options.source,
            output: { format: 'iife', entryFileNames: '.vite/before-paint.js' },
          },
        },
      })
    },
  }
}
