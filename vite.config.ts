import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import options from './remix.config.js'

declare module '@remix-run/node' {
  interface Future { v3_singleFetch: true }
}

export default defineConfig({
  plugins: [remix(options)],
  build: { target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: false },
  // Bundled, so that the server loads the icons that are used and not all of them.
  ssr: { noExternal: ['lucide-react'] },
  server: { middlewareMode: true },
})
