/**
 * Sends a form of filters marked `data-submit-on-change` as soon as a box is ticked or an option is picked with a
 * pointer. With the keyboard a list changes at every arrow, so there its button stays the way (WCAG 3.2.2).
 */
export function submitOnChange(root: Document): void {
  let pointed = false
  root.addEventListener('pointerdown', () => {
    pointed = true
  })
  root.addEventListener('keydown', () => {
    pointed = false
  })
  root.addEventListener('change', (event) => {
    const control = event.target
    if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) return
    if (control.form?.dataset['submitOnChange'] === undefined) return
    const ticked = control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)
    if (ticked ? control.type === 'checkbox' || pointed : pointed) control.form.requestSubmit()
  })
}
