import { approvalProblem, approvalWords } from '#platform/approvals'
import type { Labels } from '#platform/i18n'
import { Problem, type ProblemKind } from '#platform/problem'

const words = {
  consent: {
    en: 'Somebody in it has not agreed, or no longer. Nothing was sent. The page of the submission says who and to what.',
    es: 'Alguien que figura en ella no dio su consentimiento, o ya no lo da. No se envió nada. La página de la presentación dice quién y para qué.',
    ca: 'Algú que hi consta no hi ha consentit, o ja no hi consent. No s’ha enviat res. La pàgina de la presentació diu qui i per a què.',
  },
  standing: {
    en: 'This submission was stopped or withdrawn. Take it up again first.',
    es: 'Esta presentación fue detenida o retirada. Antes hay que retomarla.',
    ca: 'Aquesta presentació es va aturar o retirar. Primer cal reprendre-la.',
  },
  fictitious: {
    en: 'What is fictitious cannot be sent: it can only be registered as an exercise. What is real cannot be an exercise.',
    es: 'Lo ficticio no puede enviarse: solo puede registrarse como ejercicio. Lo real no puede ser un ejercicio.',
    ca: 'El que és fictici no es pot enviar: només es pot registrar com a exercici. El que és real no pot ser un exercici.',
  },
  earlier: {
    en: 'Only what had been sent before this organisation kept its work here can be entered afterwards.',
    es: 'Solo lo que se había enviado antes de que esta organización llevara su trabajo aquí puede cargarse después.',
    ca: 'Només el que s’havia enviat abans que aquesta organització portés la seva feina aquí es pot entrar després.',
  },
  changed: {
    en: 'The frozen copy is no longer the last one of this submission, or the people in it changed. Freeze it again.',
    es: 'La copia congelada ya no es la última de esta presentación, o cambiaron las personas. Congélela de nuevo.',
    ca: 'La còpia congelada ja no és l’última d’aquesta presentació, o han canviat les persones. Congeleu-la de nou.',
  },
  early: {
    en: 'It cannot have been sent before its copy was frozen. Look at the day, the hour and the zone.',
    es: 'No puede haberse enviado antes de que se congelara su copia. Revise el día, la hora y la zona horaria.',
    ca: 'No es pot haver enviat abans que se’n congelés la còpia. Reviseu el dia, l’hora i el fus horari.',
  },
  future: {
    en: 'This moment lies ahead. Log the sending when it has been sent.',
    es: 'Ese momento todavía no llegó. Registre el envío cuando se haya enviado.',
    ca: 'Aquest moment encara no ha arribat. Registreu l’enviament quan s’hagi enviat.',
  },
  emergency: {
    en: 'This mechanism is not for emergencies: a second person has to approve before it is sent.',
    es: 'Este mecanismo no es para urgencias: una segunda persona tiene que aprobar antes del envío.',
    ca: 'Aquest mecanisme no és per a urgències: una segona persona ho ha d’aprovar abans de l’enviament.',
  },
  legal: {
    en: 'Somebody who did not write it has to mark that its law was checked.',
    es: 'Alguien que no la haya escrito tiene que marcar que se revisó el derecho.',
    ca: 'Algú que no l’hagi escrit ha de marcar que se n’ha revisat el dret.',
  },
  security: {
    en: 'Somebody who did not write it has to mark that it was checked for the safety of those in it.',
    es: 'Alguien que no la haya escrito tiene que marcar que se revisó la seguridad de quienes figuran en ella.',
    ca: 'Algú que no l’hagi escrit ha de marcar que se n’ha revisat la seguretat dels qui hi consten.',
  },
  person: {
    en: 'A person has to do this, signed in.',
    es: 'Tiene que hacerlo una persona, con su sesión iniciada.',
    ca: 'Ho ha de fer una persona, amb la seva sessió iniciada.',
  },
  twice: {
    en: 'It was sent already.',
    es: 'Ya se había enviado.',
    ca: 'Ja s’havia enviat.',
  },
} as const satisfies Readonly<Record<string, Labels>>

const refusals: readonly (readonly [RegExp, ProblemKind, Labels | null])[] = [
  [/^submission: not there/, 'not_found', null],
  [/^submission: not agreed/, 'conflict', words.consent],
  [/^submission: not to be sent/, 'conflict', words.standing],
  [/^submission: fictitious/, 'conflict', words.fictitious],
  [/^submission: not earlier/, 'conflict', words.earlier],
  [/^submission: changed/, 'conflict', words.changed],
  [/^submission: sent before/, 'conflict', words.early],
  [/^submission: not sent yet/, 'conflict', words.future],
  [/^submission: not an emergency/, 'conflict', words.emergency],
  [/^submission: not approved/, 'conflict', approvalWords.needed],
  [/^submission: no legal check/, 'conflict', words.legal],
  [/^submission: no security check/, 'conflict', words.security],
  [/^submission: sent by a person/, 'forbidden', words.person],
  [/^submission: (it was sent|settled once|nothing to review)/, 'conflict', null],
  [/submission_(sending|review|check)_pkey/, 'conflict', words.twice],
]

/** What the database refused by the rules of sending, as a Problem that a person can read; anything else as it came. */
export async function sendingProblem<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await approvalProblem(work)
  } catch (error) {
    const said = error instanceof Error && !(error instanceof Problem) ? error.message : ''
    const [, kind, explanation] = refusals.find(([pattern]) => pattern.test(said)) ?? []
    if (!kind) throw error
    throw new Problem(kind, { ...(explanation && { explanation }), cause: error })
  }
}
