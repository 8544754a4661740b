import { type Labels, labels } from '#platform/i18n'

/**
 * The thirteen violations of artistic freedom that the yearly tables tell apart, from the gravest. The list is the
 * catalogue's (`artistic-violations`); the words are ours.
 */
export const violations = [
  'killed',
  'disappeared',
  'imprisoned',
  'detained',
  'prosecuted',
  'sentenced',
  'attacked',
  'threatened',
  'censored',
  'destroyed',
  'travel',
  'dismissed',
  'exiled',
] as const

/**
 * A fourteenth line, where it is needed: the list of cases has one word for killing and disappearance, and which of the
 * two it was is not guessed.
 */
export const undivided = 'killed_or_disappeared'

export type Violation = (typeof violations)[number] | typeof undivided

/** In the order of the tables. */
export const lines: readonly Violation[] = [undivided, ...violations]

export const violationLabels: Readonly<Record<Violation, Labels>> = {
  killed_or_disappeared: labels(
    'Killed or disappeared (the case does not say which)',
    'Asesinato o desaparición (el caso no dice cuál)',
    'Assassinat o desaparició (el cas no diu quin)',
  ),
  killed: labels('Killed', 'Asesinato', 'Assassinat'),
  disappeared: labels('Disappeared or abducted', 'Desaparición o secuestro', 'Desaparició o segrest'),
  imprisoned: labels('Imprisoned', 'Prisión', 'Presó'),
  detained: labels('Detained', 'Detención', 'Detenció'),
  prosecuted: labels('Prosecuted', 'Persecución penal', 'Persecució penal'),
  sentenced: labels('Sentenced or fined', 'Condena o multa', 'Condemna o multa'),
  attacked: labels('Attacked', 'Agresión', 'Agressió'),
  threatened: labels('Threatened or harassed', 'Amenaza u hostigamiento', 'Amenaça o assetjament'),
  censored: labels(
    'Censored: work or show banned, removed, altered',
    'Censura: obra o función prohibida, retirada, alterada',
    'Censura: obra o funció prohibida, retirada, alterada',
  ),
  destroyed: labels(
    'Work or venue destroyed or closed',
    'Obra o sala destruida o clausurada',
    'Obra o sala destruïda o clausurada',
  ),
  travel: labels('Travel restricted', 'Restricción de viaje', 'Restricció de viatge'),
  dismissed: labels('Dismissed or blacklisted', 'Despido o lista negra', 'Acomiadament o llista negra'),
  exiled: labels('Forced into exile', 'Exilio forzado', 'Exili forçat'),
}

/** Types of act, with all under them; the nearest to the act's own type counts. From the registry's README. */
const ofActs: Readonly<Record<string, Violation>> = {
  extrajudicial_execution: 'killed',
  targeted_assassination: 'killed',
  death_in_custody: 'killed',
  disappearance: 'disappeared',
  imprisonment_for_conviction: 'imprisoned',
  prolonged_remand: 'imprisoned',
  arbitrary_detention: 'detained',
  criminalisation: 'prosecuted',
  criminal_defamation: 'prosecuted',
  abusive_lawsuit: 'prosecuted',
  disproportionate_sentence: 'sentenced',
  compulsory_artist_register: 'sentenced',
  physical_attack: 'attacked',
  threats_and_harassment: 'threatened',
  online_harassment: 'threatened',
  work_censored: 'censored',
  show_closed: 'censored',
  work_destroyed: 'destroyed',
  venue_closed: 'destroyed',
  travel_ban: 'travel',
  documents_refused: 'travel',
  dismissed_for_activity: 'dismissed',
  artist_blacklisted: 'dismissed',
  driven_into_exile: 'exiled',
  exile_as_condition: 'exiled',
}

/** The terms of `artistic_violations`, as they stand in cases. */
const ofCases: Readonly<Record<string, Violation>> = {
  censorship: 'censored',
  ban_on_performing: 'censored',
  work_destroyed: 'destroyed',
  venue_closed: 'destroyed',
  travel_ban: 'travel',
  loss_of_work: 'dismissed',
  harassment: 'threatened',
  threats: 'threatened',
  attack: 'attacked',
  prosecution: 'prosecuted',
  detention: 'detained',
  imprisonment: 'imprisoned',
  killing: undivided,
}

/** Kinds of security incident in the case of an artist, with all under them. */
const ofIncidents: Readonly<Record<string, Violation>> = {
  watched: 'threatened',
  threatened: 'threatened',
  smeared: 'threatened',
  attacked: 'attacked',
  stopped: 'detained',
  arrested: 'detained',
  charged: 'prosecuted',
  travel_stopped: 'travel',
}

const sources = { act: ofActs, case: ofCases, incident: ofIncidents } as const
export type SourceType = keyof typeof sources

/** The codes that count, for a query; what is under them counts too. */
export const codesOf = (type: SourceType): readonly string[] => Object.keys(sources[type])

/** The violation of a code, given the code and its ancestors, nearest first; null where it is none of the thirteen. */
export const violationOf = (type: SourceType, line: readonly string[]): Violation | null =>
  line.map((code) => sources[type][code]).find((one) => one !== undefined) ?? null
