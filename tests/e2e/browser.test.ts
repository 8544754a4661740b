import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'

it.each([true, false])('has a browser that renders, with JavaScript %s', async (javaScriptEnabled) => {
  const page =
    '<!doctype html><html lang="en"><title>t</title><h1>Plain</h1><script>document.title="ran"</script>'
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(page))
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ javaScriptEnabled })
    const tab = await context.newPage()
    await tab.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
    expect(await tab.title()).toBe(javaScriptEnabled ? 'ran' : 't')
    expect((await tab.getByRole('heading').boundingBox())?.height).toBeGreaterThan(10)
    const picture = await tab.screenshot()
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect(picture.length).toBeGreaterThan(2000)
  } finally {
    await browser.close()
    server.close()
  }
})
