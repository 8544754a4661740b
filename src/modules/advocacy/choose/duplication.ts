import type { Mechanism } from '#catalogue/mechanisms'
import { type Labels, labels } from '#platform/i18n'
import type { OtherProcedure } from './facts.ts'

/** A warning that the same facts are before another body already. */
export interface Duplication {
  readonly with: OtherProcedure
  readonly words: Labels
  /** What the two mechanisms say of it in the catalogue. */
  readonly rules: readonly string[]
}

const isComplaint = (id: string): boolean =>
  (id.startsWith('un-tb-') && id !== 'un-tb-alternative-report') || id === 'un-ced-individual'
const isDisappearanceGroup = (id: string): boolean => id === 'un-wgeid-urgent' || id === 'un-wgeid-standard'
const decides = (id: string): boolean =>
  id === 'ia-petition' || id === 'eu-ecthr-application' || isComplaint(id)

interface Rule {
  readonly holds: (one: string, other: string) => boolean
  readonly words: Labels
}

/** In the order in which they are tried; the first that holds of a pair is the warning. Each holds both ways. */
const rules: readonly Rule[] = [
  {
    holds: (one, other) => one === other,
    words: labels(
      'The same mechanism already has it: add to what was sent instead of sending twice.',
      'El mismo mecanismo ya lo tiene: amplíe lo enviado en lugar de enviar dos veces.',
      'El mateix mecanisme ja ho té: amplieu el que s’ha enviat en comptes d’enviar-ho dues vegades.',
    ),
  },
  {
    holds: (one, other) => decides(one) && decides(other),
    words: labels(
      'Both decide on the same complaint: the later one may be declared inadmissible for duplication. Choose one before filing.',
      'Ambos resuelven la misma denuncia: la posterior puede declararse inadmisible por duplicación. Elija uno antes de presentar.',
      'Tots dos resolen la mateixa denúncia: la posterior es pot declarar inadmissible per duplicació. Trieu-ne un abans de presentar.',
    ),
  },
  {
    holds: (one, other) => one === 'un-ced-urgent' && isDisappearanceGroup(other),
    words: labels(
      'Committee or Working Group, not both at once: the State’s being a party and the date on which the disappearance began decide.',
      'Comité o Grupo de Trabajo, no ambos a la vez: deciden si el Estado es parte y la fecha en que comenzó la desaparición.',
      'Comitè o Grup de Treball, no tots dos alhora: decideixen si l’Estat n’és part i la data en què va començar la desaparició.',
    ),
  },
  {
    holds: (one, other) => one === 'un-wgad-regular' && other === 'un-tb-ccpr',
    words: labels(
      'While the Working Group examines the case in its regular procedure, a complaint to the Human Rights Committee may be barred.',
      'Mientras el Grupo de Trabajo examina el caso en su procedimiento ordinario, una denuncia ante el Comité de Derechos Humanos puede quedar vedada.',
      'Mentre el Grup de Treball examina el cas en el procediment ordinari, una denúncia davant del Comitè de Drets Humans pot quedar vedada.',
    ),
  },
  {
    holds: (one, other) =>
      one === 'un-hrc-complaint' &&
      (decides(other) ||
        other.startsWith('un-sp-') ||
        other.startsWith('un-wg') ||
        other === 'un-ced-urgent'),
    words: labels(
      'The complaint procedure of the Human Rights Council does not take what a special procedure, a treaty body or another body is already dealing with.',
      'El procedimiento de denuncia del Consejo de Derechos Humanos no admite lo que ya trata un procedimiento especial, un órgano de tratado u otro organismo.',
      'El procediment de denúncia del Consell de Drets Humans no admet el que ja tracta un procediment especial, un òrgan de tractat o un altre organisme.',
    ),
  },
  {
    holds: (one, other) => one === 'un-wgad-regular' && decides(other),
    words: labels(
      'Another body that decides on complaints has the same facts: tell both, and ask counsel before going on.',
      'Otro organismo que resuelve denuncias tiene los mismos hechos: infórmelo a ambos y consulte a la defensa antes de seguir.',
      'Un altre organisme que resol denúncies té els mateixos fets: informeu-ne tots dos i consulteu la defensa abans de continuar.',
    ),
  },
]

const goOn = labels(
  'It is already being drafted: go on with that.',
  'Ya se está redactando: siga con ese borrador.',
  'Ja s’està redactant: continueu amb aquest esborrany.',
)

const perhaps = labels(
  'It is not recorded which mechanism this was.',
  'No consta qué mecanismo fue.',
  'No consta quin mecanisme va ser.',
)

/**
 * What warns of taking the same facts to this mechanism, by what is drafted, pending or ended elsewhere. Urgent appeals
 * and precautionary measures run beside most others, and give no warning. Pure.
 */
export function duplicationsOf(
  mechanism: Pick<Mechanism, 'id' | 'duplicationRules'>,
  others: readonly OtherProcedure[],
  catalogue: (id: string) => Pick<Mechanism, 'duplicationRules'> | null,
): readonly Duplication[] {
  return others.flatMap((other) => {
    // One that has ended matters only between bodies that decide: what is settled is not heard again.
    const tried = rules.filter(({ holds }) => other.state !== 'ended' || holds === rules[1]?.holds)
    for (const one of other.mechanisms) {
      const rule = tried.find(({ holds }) => holds(mechanism.id, one) || holds(one, mechanism.id))
      if (!rule) continue
      const sure = other.mechanisms.length === 1
      const said = other.state === 'draft' && one === mechanism.id ? goOn : rule.words
      return [
        {
          with: other,
          words: sure
            ? said
            : labels(`${perhaps.en} ${said.en}`, `${perhaps.es} ${said.es}`, `${perhaps.ca} ${said.ca}`),
          rules: [
            ...new Set(
              [mechanism, catalogue(one)].flatMap(
                (each) => each?.duplicationRules.map(({ text }) => text) ?? [],
              ),
            ),
          ],
        },
      ]
    }
    return []
  })
}
