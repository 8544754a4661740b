import { labels } from '#platform/i18n'
import { type Vocabulary, defineVocabulary, readTerms } from '#platform/records'

/** What a state did or said besides voting. An organisation may add its own. */
const positionKinds = defineVocabulary({
  name: 'position_kinds',
  label: labels('Kinds of position', 'Clases de posición', 'Classes de posició'),
  source: 'Amparo',
  terms: readTerms(
    `
said | Said | Lo que dijo | El que va dir
  statement | Statement | Declaración | Declaració
  joint_statement | Joint statement | Declaración conjunta | Declaració conjunta
  explanation_of_vote | Explanation of vote | Explicación de voto | Explicació de vot
  right_of_reply | Right of reply | Derecho de respuesta | Dret de rèplica
  note_of_protest | Note of protest | Nota de protesta | Nota de protesta
done | Done | Lo que hizo | El que va fer
  co_sponsorship | Co-sponsorship | Copatrocinio | Copatrocini
  co_sponsorship_withdrawn | Co-sponsorship withdrawn | Copatrocinio retirado | Copatrocini retirat
  candidacy_backed | Candidacy backed | Candidatura apoyada | Candidatura amb suport
  candidacy_opposed | Candidacy opposed | Candidatura no apoyada | Candidatura sense suport
  ambassador_convened | Ambassador convened | Embajador convocado | Ambaixador convocat
  ambassador_recalled | Ambassador recalled for consultations | Embajador llamado a consultas | Ambaixador cridat a consultes
  sanction | Sanction or measure against a state | Sanción o medida contra un Estado | Sanció o mesura contra un Estat
  visit_or_reception | Visit or reception of an authority | Visita o recepción de una autoridad | Visita o recepció d'una autoritat
instruction | Instruction to a mission | Instrucción a una misión | Instrucció a una missió
parliament | Position of its parliament | Posición de su parlamento | Posició del seu parlament
none_taken | None taken yet: only asked for | Ninguna todavía: solo se pidió | Cap encara: només s'ha demanat
`,
    {
      candidacy_opposed: labels(
        'It said that it would not vote for it, or asked others not to.',
        'Dijo que no la votaría, o pidió a otros que no lo hicieran.',
        'Va dir que no la votaria, o va demanar a altres que no ho fessin.',
      ),
    },
  ),
})

export const positionVocabularies: readonly Vocabulary[] = [positionKinds]
