/**
 * What the UN Digital Library's files of votes say, and what the columns are called: the General Assembly's versions 1 (plural
 * headers) to 5, and the Security Council's.
 */
const called = {
  id: ['undl_id'],
  code: ['ms_code', 'ms_codes'],
  name: ['ms_name', 'ms_names'],
  vote: ['ms_vote', 'ms_votes'],
  date: ['date', 'dates'],
  session: ['session', 'sessions'],
  symbol: ['resolution', 'resolutions'],
  draft: ['draft', 'drafts'],
  report: ['committee_report', 'committee_reports'],
  meeting: ['meeting', 'meetings'],
  title: ['title', 'titles', 'description', 'descriptions'],
  agenda: ['agenda_title', 'agenda_titles', 'agenda', 'agendas'],
  subjects: ['subjects', 'subject'],
  note: ['vote_note', 'vote_notes'],
  modality: ['modality', 'modalities'],
  yes: ['total_yes', 'yes'],
  no: ['total_no', 'no'],
  abstain: ['total_abstentions', 'total_abstention', 'abstentions', 'abstention', 'abstain'],
  silent: ['total_non_voting', 'non_voting', 'nonvoting'],
  total: ['total_ms', 'ms_total', 'total'],
  link: ['undl_link', 'undl_links', 'link'],
  permanent: ['permanent_member', 'permanent_members'],
} as const

export type UndlColumn = keyof typeof called

const required: readonly UndlColumn[] = ['code', 'vote', 'date', 'symbol', 'title']

/** The names of the columns in a file, by what they say; null where it has none. */
export type UndlLayout = Readonly<Record<UndlColumn, string | null>>

/** Tells the layout by the names of the first row (lower case); null when it is no file of votes of the library. */
export function undlLayout(columns: readonly string[]): UndlLayout | null {
  const layout = Object.fromEntries(
    Object.entries(called).map(([column, names]) => [
      column,
      names.find((name) => columns.includes(name)) ?? null,
    ]),
  ) as Record<UndlColumn, string | null>
  return required.every((column) => layout[column] !== null) ? layout : null
}

/** Which council or assembly: the Security Council's file alone has permanent members, and no sessions. */
export const undlBody = (layout: UndlLayout): 'ga' | 'sc' =>
  layout.permanent !== null || layout.session === null ? 'sc' : 'ga'
