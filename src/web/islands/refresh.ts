/**
 * Reloads a page that waits for a job (`<meta name="refresh-seconds">`), only while the tab is in sight and nobody is
 * writing. It reloads instead of fetching a part: the policy allows no connection, and putting fetched markup into the
 * page is what trusted types forbid. The browser keeps the place on the page.
 */
export function refreshWhileWaiting(root: Document): void {
  const view = root.defaultView
  const seconds = Number(root.querySelector<HTMLMetaElement>('meta[name=refresh-seconds]')?.content)
  if (!view || !Number.isFinite(seconds) || seconds <= 0) return
  const writing = (): boolean => root.activeElement?.matches('input, select, textarea') ?? false
  view.setInterval(() => {
    if (!root.hidden && !writing()) view.location.reload()
  }, seconds * 1000)
}
