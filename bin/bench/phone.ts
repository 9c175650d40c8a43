import { chromium, type Browser } from '@playwright/test'
import { findChromium } from '#bin/chromium.ts'
import { rounded } from './times.ts'

/** A phone in a browser of its own: 1.6 Mbit/s, 150 ms there and back, a processor four times as slow. Cold: nothing kept. Warm: the same page once more. In milliseconds to the largest paint. */
async function phone(browser: Browser, url: string, address: string, cookie: string) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, serviceWorkers: 'block' })
  const [name, ...value] = cookie.split('=')
  await context.addCookies([{ name: name!, value: value.join('='), url }])
  const tab = await context.newPage()
  const chrome = await context.newCDPSession(tab)
  await chrome.send('Network.enable')
  await chrome.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 })
  await chrome.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const painted = async () => {
    await tab.goto(url + address, { waitUntil: 'networkidle' })
    return rounded(await tab.evaluate(() => new Promise<number>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1)!.startTime)).observe({ type: 'largest-contentful-paint', buffered: true })
    })))
  }
  const figures = { coldMs: await painted(), warmMs: await painted() }
  await context.close()
  return figures
}

/** Three phones one after the other; the one in the middle. */
export async function phones(url: string, addresses: Record<string, string>, cookie: string) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] })
  const figures: Record<string, unknown> = {}
  for (const [name, address] of Object.entries(addresses)) {
    const three: Awaited<ReturnType<typeof phone>>[] = []
    while (three.length < 3) three.push(await phone(browser, url, address, cookie))
    const middle = (of: 'coldMs' | 'warmMs') => three.map((one) => one[of]).sort((one, other) => one - other)[1]
    figures[name] = { coldMs: middle('coldMs'), warmMs: middle('warmMs') }
  }
  await browser.close()
  return figures
}
