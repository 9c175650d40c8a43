import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import options from './remix.config.js'

declare module '@remix-run/node' {
  interface Future { v3_singleFetch: true }
}

/**
 * Two pieces that every page shares, each fetched once: the framework, which changes rarely, and the design system with its one
 * stylesheet. The stylesheet must be the first: it says which layer wins, and a page's own file that came earlier would turn that round.
 */
function shared(id: string): string | undefined {
  if (/node_modules\/(react|react-dom|scheduler|@remix-run\/(react|router)|react-router|react-router-dom|turbo-stream)\//.test(id)) return 'framework'
  if (id.includes('/app/ui/')) return 'ui'
  return undefined
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(options)],
  build: { target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: false, rollupOptions: isSsrBuild ? {} : { output: { manualChunks: shared } } },
  // Bundled, so that the server loads the icons that are used and not all of them.
  ssr: { noExternal: ['lucide-react'] },
  server: { middlewareMode: true },
}))
