/**
 * Fills `{Header}` with a cell and `{@as}` with the title of another record of the row; `{{` is a brace. Gives '' when
 * the text has such parts and all of them are empty.
 */
export function fillTemplate(
  text: string,
  cell: (header: string) => string,
  titles: ReadonlyMap<string, string>,
): string {
  if (!text.includes('{')) return text
  let asked = 0
  let found = 0
  const filled = text.replace(
    /\{\{|\{(@?)([^{}]+)\}/g,
    (whole, at: string | undefined, name: string | undefined) => {
      if (whole === '{{' || name === undefined) return '{'
      asked += 1
      const value = (at ? (titles.get(name) ?? '') : cell(name)).trim()
      if (value !== '') found += 1
      return value
    },
  )
  return asked > 0 && found === 0 ? '' : filled.replace(/\s+/g, ' ').trim()
}
