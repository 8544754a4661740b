/**
 * Adds and removes the rows of a `Repeat` group in place. Rows are copied from the page's own template, so nothing is
 * parsed from text and trusted types hold. A new row's number is higher than any used before: a number is never used
 * twice, so that the server can tell a removed row from an emptied one.
 */
export function repeatRows(root: Document): void {
  root.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    const group = button?.closest<HTMLElement>('[data-repeat]')
    if (!button || !group) return
    if (button.name === '_add') {
      event.preventDefault()
      addRow(group)
    } else if (button.name === '_remove') {
      event.preventDefault()
      removeRow(group, button)
    }
  })
}

/** Puts one more row at the end of the group and the focus in its first control. */
export function addRow(group: HTMLElement): void {
  const rows = group.querySelector('[data-rows]')
  const blank = group.querySelector('template')
  if (!rows || !blank) return
  const number = Number(group.dataset['next'] ?? rows.children.length)
  group.dataset['next'] = String(number + 1)
  const copy = blank.content.cloneNode(true) as DocumentFragment
  for (const element of copy.querySelectorAll('*')) numberAttributes(element, String(number))
  rows.append(copy)
  rows.lastElementChild?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus()
}

const numbered = ['id', 'name', 'for', 'value', 'aria-describedby']

function numberAttributes(element: Element, number: string): void {
  for (const attribute of numbered) {
    const value = element.getAttribute(attribute)
    if (value?.includes('__row__')) element.setAttribute(attribute, value.replaceAll('__row__', number))
  }
}

function removeRow(group: HTMLElement, button: HTMLElement): void {
  const form = button.closest('form')
  const rows = group.querySelector('[data-rows]')
  if (rows && group.dataset['next'] === undefined) group.dataset['next'] = String(rows.children.length)
  button.closest('[data-row]')?.remove()
  group.querySelector<HTMLElement>('button[name=_add]')?.focus()
  form?.dispatchEvent(new Event('input', { bubbles: true }))
}
