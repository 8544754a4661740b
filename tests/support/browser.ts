import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { chromiumPath } from '../../scripts/browser.ts'

/** A Chromium without a screen, which asks nothing of the network but what the test asks. Close it after use. */
export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const asRoot = process.getuid?.() === 0
  return chromium.launch({
    ...options,
    executablePath: chromiumPath(),
    args: [
      // Chromium refuses its sandbox to root; the pages are our own.
      ...(asRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(options.args ?? []),
    ],
  })
}
