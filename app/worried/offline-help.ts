/** Has the device keep the page that says whom to call, for when there is no signal. Where it cannot (plain http on a network), it goes without. */
export function keepHelpOffline() {
  if (!('serviceWorker' in navigator)) return
  const keep = () => {
    void navigator.serviceWorker.register('/offline-help.js').then(async () => (await navigator.serviceWorker.ready).active?.postMessage('keep')).catch(() => {
      // Some browsers refuse in private windows. The page still works while there is a signal.
    })
  }
  // After the page itself: nobody waits for it.
  if (document.readyState === 'complete') keep()
  else addEventListener('load', keep)
}
