import { foldName, splitPersonStatus } from '#catalogue/countries'
import type { DirectoryProposal, DirectoryRow, PhraseProposal } from './directory-proposal.ts'
import { type Card, findCards } from './find-cards.ts'
import { matchCells, type RightsLine } from './match-phrases.ts'
import { nameValue, readsAsName } from './person-names.ts'
import { type SourceLine, sourceLines } from './source-lines.ts'
import { type TableRow, tableRows } from './table-rows.ts'

const rightsLabel = /^\s*(drets?|rights?|derechos?|droits?|direitos?|diritti|causa|cause)\s*[:：]\s*/iu

/** The lines of rights as texts, wrapped lines joined to the one they continue. */
function rightsTexts(lines: readonly SourceLine[], card: Card): readonly RightsLine[] {
  const texts: RightsLine[] = []
  for (const { at, doubtful } of card.rights) {
    const text = (lines[at]?.text ?? '').replace(rightsLabel, '')
    const last = texts.at(-1)
    const continues = last !== undefined && /^\p{Ll}/u.test(text) && !/[.;:!?]$/u.test(last.text)
    if (continues) texts[texts.length - 1] = { text: `${last.text} ${text}`, doubtful: last.doubtful }
    else texts.push({ text, doubtful })
  }
  return texts
}

function nameOf(text: string): DirectoryRow['name'] {
  const value = nameValue(text)
  return { value, status: readsAsName(text) ? 'certain' : 'review' }
}

function rowFromCard(lines: readonly SourceLine[], card: Card): DirectoryRow {
  const within = lines.slice(card.name, card.end)
  const name = nameOf(lines[card.name]?.text ?? '')
  const phrases = matchCells(lines[card.country]?.text ?? '', rightsTexts(lines, card), name.value)
  const statusLine = card.status === null ? undefined : lines[card.status]
  const ownLine = statusLine === undefined ? null : splitPersonStatus(statusLine.text).personStatus
  const personStatus =
    ownLine === null || statusLine === undefined
      ? phrases.personStatus
      : { ...ownLine, line: statusLine.line }
  return row(
    verbatim(within),
    name,
    { ...phrases, ...(personStatus && { personStatus }) },
    lines[card.name]?.line ?? 1,
  )
}

function row(text: string, name: DirectoryRow['name'], phrases: PhraseProposal, line: number): DirectoryRow {
  const { countries, rights, personStatus } = phrases
  const status = name.status === 'certain' ? phrases.status : 'review'
  return { text, name, countries, rights, ...(personStatus && { personStatus }), line, status }
}

/** The lines of a card as they stand, empty lines included. */
function verbatim(lines: readonly SourceLine[]): string {
  return lines
    .map(({ raw, blanksBefore }, at) => (at === 0 ? '' : '\n'.repeat(1 + blanksBefore)) + raw.trim())
    .join('')
}

function rowFromTable(lines: readonly SourceLine[], cells: TableRow): DirectoryRow {
  const name = nameOf(cells.name)
  const phrases = matchCells(cells.country, [{ text: cells.rights, doubtful: false }], name.value)
  const source = lines[cells.at]
  return row(source?.raw.trim() ?? '', name, phrases, source?.line ?? 1)
}

/** A card that stands twice is one; two different cards of one name are both for review. */
function withoutRepeats(rows: readonly DirectoryRow[]): readonly DirectoryRow[] {
  const seen = new Set<string>()
  const unique = rows.filter(({ text }) => {
    const key = foldName(text)
    return seen.has(key) ? false : seen.add(key)
  })
  const count = Map.groupBy(unique, ({ name }) => foldName(name.value))
  return unique.map((one) =>
    (count.get(foldName(one.name.value))?.length ?? 0) > 1
      ? { ...one, name: { ...one.name, status: 'review' }, status: 'review' }
      : one,
  )
}

/**
 * Reads a page of a directory as it was pasted (text, simple HTML, or a table with tabs or `|`) and proposes one row
 * per card. Prose, headings and menus around the cards are skipped. Nothing ambiguous is ever `certain`. Pure; never
 * throws; a text without cards gives no rows.
 */
export function parseDirectory(text: string): DirectoryProposal {
  const lines = sourceLines(text)
  const rows = [
    ...findCards(lines).map((card) => rowFromCard(lines, card)),
    ...tableRows(lines).map((cells) => rowFromTable(lines, cells)),
  ].toSorted((a, b) => a.line - b.line)
  return { rows: withoutRepeats(rows) }
}
