/** Warns before words typed into a form marked `data-confirm-leave` are lost. The browser words the warning. */
export function confirmLeave(root: Document): void {
  const changed = new Set<HTMLFormElement>()
  root.addEventListener('input', (event) => {
    const form = event.target instanceof Element ? event.target.closest('form') : null
    if (form?.dataset['confirmLeave'] !== undefined) changed.add(form)
  })
  root.addEventListener('submit', (event) => {
    if (event.target instanceof HTMLFormElement) changed.delete(event.target)
  })
  root.defaultView?.addEventListener('beforeunload', (event) => {
    if (changed.size > 0) event.preventDefault()
  })
}
