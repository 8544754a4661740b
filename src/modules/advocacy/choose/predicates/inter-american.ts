import { clocksFor } from '#catalogue/mechanisms'
import { labels } from '#platform/i18n'
import type { CaseFacts } from '../facts.ts'
import { goesOn } from './letters.ts'
import { type Predicate, type Reason, type World, quote } from './reason.ts'
import { asked, belongs, told } from './shared.ts'

/** Precautionary measures of the Inter-American Commission. */
export const precautionary: Predicate = {
  reasons: (facts, world) => [
    belongs(facts, world, 'oas', 'legalBasis.0'),
    asked(facts.grave, quote(world, 'admissibility.0'), {
      yes: labels(
        'Gravity: life, liberty or integrity are at stake.',
        'Gravedad: están en juego la vida, la libertad o la integridad.',
        'Gravetat: hi ha en joc la vida, la llibertat o la integritat.',
      ),
      no: labels(
        'Gravity: nothing recorded puts life, liberty or integrity at stake.',
        'Gravedad: nada de lo registrado pone en juego la vida, la libertad o la integridad.',
        'Gravetat: res del que hi consta no posa en joc la vida, la llibertat o la integritat.',
      ),
      unknown: labels('Gravity: not recorded.', 'Gravedad: no consta.', 'Gravetat: no consta.'),
      noMeans: 'unknown',
      points: true,
    }),
    asked(goesOn(facts), quote(world, 'admissibility.1'), {
      yes: labels(
        'Urgency: it goes on, or is about to happen.',
        'Urgencia: continúa, o está por ocurrir.',
        'Urgència: continua, o està a punt de passar.',
      ),
      no: labels(
        'Urgency: what is recorded is over, and no danger is noted.',
        'Urgencia: lo registrado terminó y no consta peligro.',
        'Urgència: el que hi consta s’ha acabat i no hi ha cap perill anotat.',
      ),
      unknown: labels(
        'Urgency: the case does not say whether the danger is near.',
        'Urgencia: el caso no dice si el peligro es inminente.',
        'Urgència: el cas no diu si el perill és imminent.',
      ),
    }),
    asked(facts.identified, quote(world, 'admissibility.3'), {
      yes: labels(
        'Those to be protected are identified.',
        'Las personas por proteger están identificadas.',
        'Les persones que cal protegir estan identificades.',
      ),
      no: labels('Nobody is named.', 'No se nombra a nadie.', 'No s’anomena ningú.'),
      unknown: labels('Nobody is named.', 'No se nombra a nadie.', 'No s’anomena ningú.'),
      noMeans: 'unknown',
    }),
    asked(facts.reported, quote(world, 'admissibility.4'), {
      yes: labels(
        'It was brought before national authorities.',
        'Se presentó ante autoridades nacionales.',
        'Es va presentar davant d’autoritats nacionals.',
      ),
      no: labels(
        'It was not brought before national authorities: say why.',
        'No se presentó ante autoridades nacionales: diga por qué.',
        'No es va presentar davant d’autoritats nacionals: digueu per què.',
      ),
      unknown: labels(
        'No step before national authorities is recorded: that, or why it was not possible, is asked.',
        'No consta ninguna gestión ante autoridades nacionales: se pide eso, o por qué no fue posible.',
        'No consta cap gestió davant d’autoritats nacionals: es demana això, o per què no va ser possible.',
      ),
      noMeans: 'unknown',
    }),
  ],
}

/** Six months from notification. Late and no exception argued and over: excluded; anything less certain only warns. */
function inSixMonths(facts: CaseFacts, world: World): Reason {
  const rule = quote(world, 'ia-6m') ?? quote(world, 'admissibility.2')
  const { finalDecision } = facts
  if (!finalDecision)
    return {
      verdict: 'unknown',
      rule,
      words: labels(
        'No final decision and day of its notification are recorded: the six months run from it.',
        'No constan una decisión final ni el día de su notificación: de él corren los seis meses.',
        'No consten cap decisió final ni el dia de la seva notificació: d’ell corren els sis mesos.',
      ),
    }
  const clock = clocksFor(world.mechanism, { 'remedies.notificationDate': finalDecision.on }).find(
    ({ id }) => id === 'ia-6m',
  )
  if (!clock?.earliest || !clock.latest)
    return {
      verdict: 'unknown',
      rule,
      words: labels(
        'The six months cannot be counted from the date recorded.',
        'Los seis meses no se pueden contar desde la fecha registrada.',
        'Els sis mesos no es poden comptar des de la data registrada.',
      ),
    }
  if (world.at <= clock.earliest)
    return {
      verdict: finalDecision.notified ? 'fits' : 'unknown',
      rule,
      words: finalDecision.notified
        ? labels(
            `Within six months of the notification: until ${clock.earliest}.`,
            `Dentro de los seis meses de la notificación: hasta el ${clock.earliest}.`,
            `Dins dels sis mesos de la notificació: fins al ${clock.earliest}.`,
          )
        : labels(
            `Six months from the date of the decision end on ${clock.earliest}; the day of its notification is not recorded.`,
            `Seis meses desde la fecha de la decisión terminan el ${clock.earliest}; no consta el día de su notificación.`,
            `Sis mesos des de la data de la decisió acaben el ${clock.earliest}; no consta el dia de la seva notificació.`,
          ),
    }
  const late = world.at > clock.latest && clock.hard && finalDecision.notified
  return {
    verdict: late && facts.exception === false && facts.ongoing === false ? 'excluded' : 'unknown',
    rule,
    words: labels(
      `The six months ended on ${clock.earliest}: only if an exception applies or the violation goes on.`,
      `Los seis meses terminaron el ${clock.earliest}: solo si procede una excepción o la violación continúa.`,
      `Els sis mesos van acabar el ${clock.earliest}: només si és procedent una excepció o la violació continua.`,
    ),
  }
}

/** An individual petition to the Inter-American Commission. */
export const petition: Predicate = {
  reasons: (facts, world) => [
    belongs(facts, world, 'oas', 'admissibility.0'),
    asked(facts.finalDecision !== null || facts.exception ? true : null, quote(world, 'admissibility.1'), {
      yes: facts.exception
        ? labels(
            'An exception to the exhaustion of remedies is argued.',
            'Se argumenta una excepción al agotamiento de los recursos.',
            'S’argumenta una excepció a l’esgotament dels recursos.',
          )
        : labels('A final decision is recorded.', 'Consta una decisión final.', 'Consta una decisió final.'),
      no: labels('', '', ''),
      unknown: labels(
        'Neither a final decision nor an exception is recorded: remedies exhausted, or why not, is asked.',
        'No consta ni una decisión final ni una excepción: se piden los recursos agotados, o por qué no.',
        'No consta ni cap decisió final ni cap excepció: es demanen els recursos esgotats, o per què no.',
      ),
      points: true,
    }),
    inSixMonths(facts, world),
    told(facts, world, 'admissibility.4'),
  ],
  events: (facts): Readonly<Record<string, string>> =>
    facts.finalDecision ? { 'remedies.notificationDate': doubted(facts.finalDecision) } : {},
}

/** A date that stands for another is doubtful: no hard date comes of it. */
const doubted = ({ on, notified }: NonNullable<CaseFacts['finalDecision']>): string =>
  notified || /[?~%]$/.test(on) || on.includes('/') ? on : `${on}?`

/** A public hearing before the Inter-American Commission. */
export const hearing: Predicate = {
  reasons: (facts, world) => [
    belongs(facts, world, 'oas', 'legalBasis.0'),
    callOpen(world),
    {
      verdict: 'fits',
      rule: quote(world, 'admissibility.1'),
      words: labels(
        'Purpose, summary, time and participants are asked: write them in the request.',
        'Se piden objeto, resumen, tiempo y participantes: escríbalos en la solicitud.',
        'Es demanen objecte, resum, temps i participants: escriviu-los a la sol·licitud.',
      ),
    },
  ],
  events: (_, world) => {
    const next = world.iachrSessions
      .filter(({ start }) => start >= world.at)
      .toSorted((a, b) => (a.start < b.start ? -1 : 1))[0]
    return next
      ? { 'session.startDate': next.start, ...(next.callOpens && { 'call.openDate': next.callOpens }) }
      : {}
  },
}

function callOpen(world: World): Reason {
  const rule = quote(world, 'admissibility.0')
  const open = world.iachrSessions.find(
    ({ callOpens, callCloses }) =>
      callOpens !== null && callCloses !== null && callOpens <= world.at && world.at <= callCloses,
  )
  return open
    ? {
        verdict: 'fits',
        rule,
        words: labels(
          `The call for session ${open.session} is open until ${open.callCloses}.`,
          `La convocatoria del período ${open.session} está abierta hasta el ${open.callCloses}.`,
          `La convocatòria del període ${open.session} és oberta fins al ${open.callCloses}.`,
        ),
        points: true,
      }
    : {
        verdict: 'unknown',
        rule,
        words: labels(
          'No open call is in the catalogue: look up the date of the next one.',
          'El catálogo no tiene una convocatoria abierta: verifique la fecha de la próxima.',
          'El catàleg no té cap convocatòria oberta: comproveu la data de la propera.',
        ),
      }
}
