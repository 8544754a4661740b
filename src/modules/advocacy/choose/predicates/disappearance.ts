import { clocksFor } from '#catalogue/mechanisms'
import { isReliable } from '#catalogue/states'
import { dateBounds } from '#platform/dates'
import { labels } from '#platform/i18n'
import type { CaseFacts } from '../facts.ts'
import { type Predicate, type Quoted, type Reason, type World, quote } from './reason.ts'
import { asked, belongs, howSure, named, stateNamed } from './shared.ts'

const isDisappearance = (facts: CaseFacts, rule: Quoted | null): Reason =>
  asked(facts.disappeared, rule, {
    yes: labels(
      'Somebody disappeared, and is not known to have been found.',
      'Hay una persona desaparecida de la que no consta que haya sido encontrada.',
      'Hi ha una persona desapareguda que no consta que s’hagi trobat.',
    ),
    no: labels(
      'Nobody of the case is disappeared.',
      'Nadie del caso está desaparecido.',
      'Ningú del cas no està desaparegut.',
    ),
    unknown: labels(
      'The case does not say that anybody disappeared.',
      'El caso no dice que alguien haya desaparecido.',
      'El cas no diu que ningú hagi desaparegut.',
    ),
    points: true,
  })

const byTheState = (facts: CaseFacts, rule: Quoted | null): Reason =>
  asked(facts.by === null ? null : facts.by === 'state', rule, {
    yes: labels(
      'By agents of a State or with its support.',
      'Por agentes del Estado o con su apoyo.',
      'Per agents de l’Estat o amb el seu suport.',
    ),
    no: labels(
      'Only others than the State are named: the Group also documents those with State-like functions, and support or acquiescence may be argued.',
      'Solo se señala a actores no estatales: el Grupo también documenta a quienes ejercen funciones semejantes a las del Estado, y puede argumentarse apoyo o aquiescencia.',
      'Només s’assenyalen actors no estatals: el Grup també documenta els qui exerceixen funcions semblants a les de l’Estat, i es pot argumentar suport o aquiescència.',
    ),
    unknown: labels(
      'The case does not say which forces are believed responsible.',
      'El caso no dice qué fuerzas serían responsables.',
      'El cas no diu quines forces en serien responsables.',
    ),
    noMeans: 'unknown',
  })

/** Within three months; to a year only with a case inside them; after that, surely not by this way. */
function inTime(facts: CaseFacts, world: World): Reason {
  const rule = quote(world, 'wgeid-3-months')
  if (facts.disappearedOn === null)
    return {
      verdict: 'unknown',
      rule,
      words: labels(
        'The date of the disappearance is not recorded; at least month and year are asked.',
        'No consta la fecha de la desaparición; se piden al menos el mes y el año.',
        'No consta la data de la desaparició; es demanen almenys el mes i l’any.',
      ),
    }
  const clocks = clocksFor(world.mechanism, { 'case.disappearanceDate': facts.disappearedOn })
  const of = (id: string) => clocks.find((clock) => clock.id === id)
  const [short, long] = [of('wgeid-3-months'), of('wgeid-1-year-connected')]
  if (short?.earliest && world.at <= short.earliest)
    return {
      verdict: 'fits',
      rule,
      words: labels(
        `Within three months: until ${short.earliest}.`,
        `Dentro de los tres meses: hasta el ${short.earliest}.`,
        `Dins dels tres mesos: fins al ${short.earliest}.`,
      ),
    }
  if (long?.hard && long.latest !== null && world.at > long.latest)
    return {
      verdict: 'excluded',
      rule: quote(world, 'wgeid-1-year-connected') ?? rule,
      words: labels(
        `More than a year has passed (${long.latest}): the standard procedure takes it.`,
        `Pasó más de un año (${long.latest}): corresponde el procedimiento ordinario.`,
        `Ha passat més d’un any (${long.latest}): correspon al procediment ordinari.`,
      ),
    }
  const certainlyLate = short?.latest !== null && short !== undefined && world.at > short.latest
  return {
    verdict: 'unknown',
    rule: quote(world, certainlyLate ? 'wgeid-1-year-connected' : 'wgeid-3-months'),
    words: certainlyLate
      ? labels(
          'The three months have ended: only if it is connected to a case inside them; else the standard procedure.',
          'Terminaron los tres meses: solo si se conecta con un caso dentro de ellos; si no, el procedimiento ordinario.',
          'S’han acabat els tres mesos: només si té connexió amb un cas que hi sigui dins; si no, el procediment ordinari.',
        )
      : labels(
          'The date is known only in part, or doubtful: the three months may have ended.',
          'La fecha se conoce solo en parte o es dudosa: los tres meses pueden haber terminado.',
          'La data només es coneix en part o és dubtosa: els tres mesos es poden haver acabat.',
        ),
  }
}

/** Working Group on Disappearances, urgent procedure. */
export const disappearanceUrgent: Predicate = {
  reasons: (facts, world) => [
    isDisappearance(facts, quote(world, 'admissibility.0')),
    inTime(facts, world),
    byTheState(facts, quote(world, 'admissibility.3')),
    stateNamed(facts, quote(world, 'admissibility.1')),
  ],
  events: (facts) => (facts.disappearedOn === null ? {} : { 'case.disappearanceDate': facts.disappearedOn }),
}

/** A State party, or a national of one. Excluded only where both are known and surely not. */
function partyOrNational(facts: CaseFacts, world: World): Reason {
  const rule = quote(world, 'admissibility.0')
  const there = belongs(facts, world, 'icpped', 'admissibility.0')
  if (there.verdict !== 'excluded') return there
  const own = (facts.nationalities ?? []).map((state) => world.standing(state, 'icpped'))
  const party = own.find((one) => one?.standing === 'in')
  if (party)
    return {
      verdict: 'fits',
      rule,
      words: labels(
        `${named([party.state]).en} is a party, and the person is its national ${howSure(party).en}`,
        `${named([party.state]).es} es parte, y la persona es nacional suya ${howSure(party).es}`,
        `${named([party.state]).ca} n’és part, i la persona n’és nacional ${howSure(party).ca}`,
      ),
    }
  const surelyNot = own.every((one) => one?.standing === 'out' && isReliable(one))
  if (facts.nationalities !== null && facts.nationalities.length > 0 && surelyNot) return there
  return {
    verdict: 'unknown',
    rule,
    words: labels(
      `${there.words.en}. It is also open to nationals of a party: the nationality is not known to be of one.`,
      `${there.words.es}. También procede para nacionales de un Estado parte: no consta que la nacionalidad lo sea.`,
      `${there.words.ca}. També és possible per a nacionals d’un Estat part: no consta que la nacionalitat ho sigui.`,
    ),
  }
}

/** Whether it began after the Convention bound the State. A year that is only known as a year never excludes by itself. */
function afterEntry(facts: CaseFacts, world: World): Reason {
  const rule = quote(world, 'admissibility.1')
  const parties = facts.states.flatMap((state) => {
    const one = world.standing(state, 'icpped')
    return one?.standing === 'in' && one.since ? [one] : []
  })
  const [party] = parties
  const bounds = facts.disappearedOn === null ? null : dateBounds(facts.disappearedOn)
  if (!party?.since || !bounds?.earliest)
    return {
      verdict: 'unknown',
      rule,
      words: labels(
        'Not known whether it began after the Convention was in force for that State.',
        'No consta si comenzó después de que la Convención rigiera para ese Estado.',
        'No consta si va començar després que la Convenció fos vigent per a aquest Estat.',
      ),
    }
  // In force one month after ratification, and for nobody before the end of 2010.
  const from = party.since < '2011' ? '2011-01-01' : `${Number(party.since.slice(0, 4)) + 1}-02-01`
  if (bounds.earliest >= from)
    return {
      verdict: 'fits',
      rule,
      words: labels(
        `It began after the Convention was in force for ${named([party.state]).en} (bound since ${party.since}).`,
        `Comenzó cuando la Convención ya regía para ${named([party.state]).es} (obligado desde ${party.since}).`,
        `Va començar quan la Convenció ja regia per a ${named([party.state]).ca} (obligat des de ${party.since}).`,
      ),
    }
  const whole = parties.length === facts.states.length && isReliable(party)
  const before =
    bounds.latest !== null && bounds.latest < `${Math.max(Number(party.since.slice(0, 4)), 2010)}-01-01`
  return {
    verdict: whole && before && parties.length === 1 ? 'excluded' : 'unknown',
    rule,
    words: labels(
      `It seems to have begun before the Convention was in force for ${named([party.state]).en} (bound since ${party.since}): the Committee passes such cases to the Working Group.`,
      `Habría comenzado antes de que la Convención rigiera para ${named([party.state]).es} (obligado desde ${party.since}): el Comité remite esos casos al Grupo de Trabajo.`,
      `Sembla que va començar abans que la Convenció fos vigent per a ${named([party.state]).ca} (obligat des de ${party.since}): el Comitè passa aquests casos al Grup de Treball.`,
    ),
  }
}

/** Committee on Enforced Disappearances, urgent action. */
export const disappearanceCommittee: Predicate = {
  reasons: (facts, world) => [
    isDisappearance(facts, quote(world, 'admissibility.6')),
    partyOrNational(facts, world),
    afterEntry(facts, world),
    asked(facts.reported, quote(world, 'admissibility.2'), {
      yes: labels(
        'It was brought before national authorities.',
        'Se presentó ante autoridades nacionales.',
        'Es va presentar davant d’autoritats nacionals.',
      ),
      no: labels(
        'It was not brought before national authorities: say why, where that was not possible.',
        'No se presentó ante autoridades nacionales: diga por qué, si no fue posible.',
        'No es va presentar davant d’autoritats nacionals: digueu per què, si no va ser possible.',
      ),
      unknown: labels(
        'No step before national authorities is recorded: the Committee asks for it where possible.',
        'No consta ninguna gestión ante autoridades nacionales: el Comité la pide cuando es posible.',
        'No consta cap gestió davant d’autoritats nacionals: el Comitè la demana quan és possible.',
      ),
      noMeans: 'unknown',
    }),
    byTheState(facts, quote(world, 'admissibility.6')),
  ],
}
