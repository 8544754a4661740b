/**
 * Goes on counting the words of a text while it is written: an `<output data-count-words="ID">` shows how many the field
 * with that id has. Counted as on the server: what stands between spaces, if there is a letter or a figure in it.
 */
export function countWords(root: Document): void {
  root.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement) || target.id === '') return
    const output = root.querySelector(`output[data-count-words="${CSS.escape(target.id)}"]`)
    if (!output) return
    const words = target.value.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
    output.textContent = String(words.length)
  })
}
