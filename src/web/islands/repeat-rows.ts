/**
 * Adds and removes the rows of a `Repeat` group in place. Rows are copied from the page's own template, so nothing is
 * parsed from text and trusted types hold. A new row's number is higher than any used before: a number is never used
 * twice, so that the server can tell a removed row from an emptied one. Groups may stand inside the rows of another:
 * `__row__` stands in a name once for each group it is inside of, the outer one's first.
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

/** The group's own part, not that of a group inside one of its rows. */
const own = <Part extends HTMLElement>(group: HTMLElement, selector: string): Part | undefined =>
  [...group.querySelectorAll<Part>(selector)].find((part) => part.closest('[data-repeat]') === group)

/** Puts one more row at the end of the group and the focus in its first control. */
export function addRow(group: HTMLElement): void {
  const rows = own(group, '[data-rows]')
  const blank = own<HTMLTemplateElement>(group, 'template')
  if (!rows || !blank) return
  const number = Number(group.dataset['next'] ?? rows.children.length)
  group.dataset['next'] = String(number + 1)
  const copy = blank.content.cloneNode(true) as DocumentFragment
  numberRow(copy, String(number))
  for (const shown of copy.querySelectorAll('[data-row-number]')) shown.textContent = String(number + 1)
  rows.append(copy)
  rows.lastElementChild?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus()
}

const numbered = [
  'id',
  'name',
  'for',
  'value',
  'aria-describedby',
  'aria-labelledby',
  'data-repeat',
  'formaction',
]

function numberRow(part: DocumentFragment, number: string): void {
  for (const element of part.querySelectorAll('*')) {
    for (const attribute of numbered) {
      const value = element.getAttribute(attribute)
      // An attribute may hold several names ("x-hint x-error"): each has its own place for the number.
      if (value?.includes('__row__'))
        element.setAttribute(
          attribute,
          value.replaceAll(/\S+/g, (name) => name.replace('__row__', number)),
        )
    }
    if (element instanceof HTMLTemplateElement) numberRow(element.content, number)
  }
}

function removeRow(group: HTMLElement, button: HTMLElement): void {
  const form = button.closest('form')
  const rows = own(group, '[data-rows]')
  if (rows && group.dataset['next'] === undefined) group.dataset['next'] = String(rows.children.length)
  button.closest('[data-row]')?.remove()
  own<HTMLButtonElement>(group, 'button[name=_add]')?.focus()
  form?.dispatchEvent(new Event('input', { bubbles: true }))
}
