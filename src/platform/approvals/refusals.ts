import type { Labels } from '#platform/i18n'
import { Problem, type ProblemKind } from '#platform/problem'

/** What the rules of four eyes say when they refuse. */
export const approvalWords = {
  needed: {
    en: 'A second person has to approve this before it leaves.',
    es: 'Una segunda persona tiene que aprobar esto antes de que salga.',
    ca: 'Cal que una segona persona ho aprovi abans que en surti.',
  },
  asker: {
    en: 'Whoever asks cannot be the one who decides. Someone else has to.',
    es: 'Quien lo pide no puede ser quien decide. Tiene que hacerlo otra persona.',
    ca: 'Qui ho demana no pot ser qui decideix. Ho ha de fer una altra persona.',
  },
  drafter: {
    en: 'Whoever wrote any of it cannot be the one who approves or checks it. Someone else has to.',
    es: 'Quien escribió una parte no puede aprobarla ni revisarla. Tiene que hacerlo otra persona.',
    ca: "Qui n'ha escrit una part no la pot aprovar ni revisar. Ho ha de fer una altra persona.",
  },
  over: {
    en: 'This was already decided, used or taken back, or its time has run out.',
    es: 'Esto ya fue decidido, usado o retirado, o su plazo venció.',
    ca: "Això ja s'ha decidit, usat o retirat, o n'ha vençut el termini.",
  },
  changed: {
    en: 'What would leave is no longer what was asked for. Nothing left. It has to be asked for again.',
    es: 'Lo que saldría ya no es lo que se pidió. No salió nada. Hay que pedirlo de nuevo.',
    ca: "El que en sortiria ja no és el que es va demanar. No n'ha sortit res. Cal tornar-ho a demanar.",
  },
  reason: {
    en: 'Say why: the second person decides by it.',
    es: 'Diga el motivo: con él decide la segunda persona.',
    ca: 'Digueu-ne el motiu: la segona persona decideix amb això.',
  },
  class: {
    en: 'It contains values of a class that you may not read, or that never leave.',
    es: 'Contiene valores de una clase que usted no puede leer, o que nunca salen.',
    ca: "Conté valors d'una classe que no podeu llegir, o que mai no surten.",
  },
} as const satisfies Readonly<Record<string, Labels>>

const refusals: readonly (readonly [RegExp, ProblemKind, Labels | null])[] = [
  [/^(approval|share): not there/, 'not_found', null],
  [/^(approval|share): not yours/, 'forbidden', null],
  [/^approval: not by who asked/, 'forbidden', approvalWords.asker],
  [/^approval: not by who drafted/, 'forbidden', approvalWords.drafter],
  [/^approval: over/, 'conflict', approvalWords.over],
  [/^approval: changed/, 'conflict', approvalWords.changed],
  [/^approval: a reason/, 'invalid', approvalWords.reason],
  [/^(approval|share): a class/, 'forbidden', approvalWords.class],
  [/^(publication|share|four eyes): not approved by a second person/, 'conflict', approvalWords.needed],
]

/** What the database refused by its rules, as a Problem that a person can read; anything else as it came. */
export async function approvalProblem<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    const [, kind, explanation] = refusals.find(([pattern]) => pattern.test(said)) ?? []
    if (!kind) throw error
    throw new Problem(kind, { ...(explanation && { explanation }), cause: error })
  }
}
