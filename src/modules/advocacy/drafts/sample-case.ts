import { type Tx, createRecord } from '#platform/records'

type Values = Readonly<Record<string, unknown>>

/** A case made for the tests of documents: everything that the twelve mechanisms of the first set ask of a case. */
export interface SampleCase {
  readonly caseId: string
  readonly person: string
  readonly source: string
  readonly sister: string
  readonly event: string
  readonly act: string
  readonly detention: string
  readonly submitter: string
  readonly consent: string
}

/**
 * Writes the sample case. The person is Neva Toralin; her sister Lena, who agreed to nothing, and Dragan Olesk, who told
 * us, must appear in no copy by name. Free texts name nobody.
 */
export async function writeSampleCase(tx: Tx): Promise<SampleCase> {
  const make = async (type: string, values: Values): Promise<string> =>
    (await createRecord(tx, { type, values, acting: true })).id
  const force = await make('organisation', {
    name: 'Directorate of State Security',
    kind: 'intelligence_service',
  })
  const court = await make('organisation', { name: 'District Court of Kolvara', kind: 'court' })
  const prison = await make('place', {
    name: 'Lipna Street',
    kind: 'prison',
    run_by: [{ to: force }],
    location: { text: 'Kolvara', country: 'QO' },
  })
  const sister = await make('person', { name: { full: 'Lena Toralin', given: 'Lena', family: 'Toralin' } })
  const source = await make('person', {
    name: 'Counsel L.',
    real_name: { full: 'Dragan Olesk', given: 'Dragan', family: 'Olesk' },
    roles: ['lawyer', 'source_person'],
  })
  const person = await make('person', {
    name: { full: 'Neva Toralin', given: 'Neva', family: 'Toralin' },
    other_names: ['نيفا تورالين'],
    roles: ['artist', 'defender'],
    gender: 'woman',
    nationality: ['QO'],
    birth_date: '1994-02-19',
    birth: '1994',
    occupation: ['musician'],
    identity_documents: ['Passport QO 0000000'],
    disciplines: ['music'],
    distinguishing_marks: 'A scar on the left hand.',
    whereabouts: 'Held at an unknown place in Kolvara',
    phone_and_mail: ['+000 000 000'],
    health: 'Asthma.',
    disability: 'None declared',
    relatives: [{ to: sister, attributes: { relationship: 'sibling_of' } }],
    biography: {
      en: 'Sings at private concerts and defends imprisoned artists.',
      es: 'Canta en conciertos privados y defiende a artistas en prisión.',
      ca: 'Canta en concerts privats i defensa artistes empresonats.',
    },
  })
  const event = await make('event', {
    title: 'Arrest of a singer',
    date: '2026-11-16',
    country: ['QO'],
    places: [{ to: prison }],
    rights: ['artistic', 'torture-detention'],
    description: {
      en: 'Four men in plain clothes took her from her home at six in the morning. No order was shown.',
      es: 'Cuatro hombres de civil se la llevaron de su casa a las seis de la mañana. No exhibieron orden.',
      ca: 'Quatre homes de paisà se la van endur de casa a les sis del matí. No van mostrar cap ordre.',
    },
  })
  const act = await make('act', {
    summary: 'Arrest without an order',
    act_type: 'enforced_disappearance',
    victim: { to: person },
    event: { to: event },
    date: '2026-11-16',
    country: ['QO'],
    location: { text: 'Kolvara', country: 'QO' },
    warrant: 'no',
    stated_reason: '“Discrediting State bodies”, said aloud',
    law_applied: ['Public Order Act, art. 41'],
    instruments: ['ICCPR 9', 'ICCPR 19'],
    family_contact: 'denied',
    conditions: 'Held without light.',
    outcome: 'alive_detained',
    last_seen: '2026-11-16',
    search_filed: ['Complaint at the police station of Kolvara, 17 November 2026'],
  })
  await make('involvement', {
    summary: 'State Security carried it out',
    event: { to: event },
    acts: [{ to: act }],
    perpetrator: { to: force },
    perpetrator_kind: ['intelligence'],
    degree: ['carried_out'],
  })
  const caseId = await make('case', {
    code_name: 'Starling',
    kind: 'disappeared',
    stage: 'triage',
    country: ['QO'],
    rights: ['artistic'],
    summary: 'Arrested at home on 16 November 2026; not seen by counsel since.',
    people: [
      { to: person, attributes: { role: 'at_risk' } },
      { to: source, attributes: { role: 'counsel' } },
      { to: sister, attributes: { role: 'witness' } },
    ],
    events: [{ to: event }],
    publicity: 'public',
    last_seen: '2026-11-16',
    last_seen_at: { text: 'Her home in Kolvara', country: 'QO' },
    search_so_far: 'Family and counsel asked at three police stations.',
  })
  await make('source', {
    title: 'Message of counsel',
    kind: 'message',
    given_by: { to: source },
    case: { to: caseId },
  })
  const detention = await make('detention', {
    person: { to: person },
    case: { to: caseId },
    country: 'QO',
    minor: 'no',
    from: '2026-11-16',
    status: 'detained',
    place: { to: prison },
    held_by: [{ to: force }],
  })
  await make('incident', {
    case: { to: caseId },
    kind: 'threat',
    on: '2026-10-30',
    what: 'Turned back at the airport; her passport was photographed.',
    to_whom: [{ to: person }],
  }).catch(async () => undefined)
  for (const [kind, date, summary] of [
    ['habeas_corpus', '2026-11-17', 'Habeas corpus before the district court'],
    ['urgent_bulletin', '2026-11-18', 'Bulletin to supporters'],
    ['allegation_letter', '2026-11-18', 'Letter of another organisation'],
  ] as const)
    await make('intervention', {
      summary,
      kind: [kind],
      date,
      asked_of: [{ to: court }],
      events: [{ to: event }],
      victims: [{ to: person }],
      state: 'completed',
      response: ['no_response'],
    })
  const consent = await make('consent', {
    person: { to: person },
    case: { to: caseId },
    scopes: ['act', 'name_to_state', 'name_public'],
    purposes: ['any'],
    channels: ['any'],
    form: 'spoken',
    language: 'en',
    given_by: 'family',
    why_not_person: 'She is held and may not be visited.',
    explained: 'That reprisals are possible.',
    from: '2026-11-17',
  })
  await make('asylum_request', {
    case: { to: caseId },
    person: { to: person },
    procedure: 'ar-conare-asylum',
    state: 'preparing',
    language: 'en',
  })
  const submitter = await make('submitter', {
    name: 'Association of the Open Window',
    kind: 'organisation',
    email: 'desk@example.org',
    phone: '+000 111 222',
    address: '1 Harbour Street, Sele',
    registration_state: 'QM',
    registration_date: '2001-05-04',
    registration_number: '118',
    profile: { en: 'Defends artists at risk.', es: 'Defiende a artistas en riesgo.' },
    consultative_status: 'Special',
    follows_up: 'yes',
    legal_representative: 'Alba Ferrer',
    signatory: 'Alba Ferrer',
    signatory_role: 'Director',
  })
  return { caseId, person, source, sister, event, act, detention, submitter, consent }
}
