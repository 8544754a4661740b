/** One start tag of a page, for the tests: its name and attributes as written. */
export interface Tag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
}

/** The start tags of markup that React wrote (always quoted, always escaped), in order. */
export function tagsOf(markup: string): readonly Tag[] {
  return [...markup.matchAll(/<([a-z][a-z0-9-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/gi)].map((match) => ({
    name: (match[1] ?? '').toLowerCase(),
    attributes: new Map(
      [...(match[2] ?? '').matchAll(/([^\s=>/]+)(?:="([^"]*)")?/g)].map((pair) => [
        (pair[1] ?? '').toLowerCase(),
        pair[2] ?? '',
      ]),
    ),
  }))
}
