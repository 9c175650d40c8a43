import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { keepHelpOffline } from '#app/worried/offline-help.ts'

/**
 * The framework begins to read a page's data when it is first drawn, and says by throwing what there is to wait for. It is waited for here: a press
 * or a letter typed into a page that still waits for its data has React draw at once what cannot be drawn yet, and it gives up for good.
 */
async function hasRead() {
  try {
    RemixBrowser({})
  } catch (reading) {
    await reading
  }
}

await hasRead()
startTransition(() => {
  hydrateRoot(document, <StrictMode><RemixBrowser /></StrictMode>)
})

keepHelpOffline()
