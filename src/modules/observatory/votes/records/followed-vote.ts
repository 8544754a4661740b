import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** What an organisation wished of a vote. */
export const wishes = {
  yes: labels('Yes', 'Sí', 'Sí'),
  no: labels('No', 'No', 'No'),
  abstain: labels('Abstention', 'Abstención', 'Abstenció'),
} as const

export type Wish = keyof typeof wishes

/** The letter of a ballot that a wish asks for. */
export const wishedLetter = { yes: 'Y', no: 'N', abstain: 'A' } as const satisfies Record<Wish, string>

/** A vote that matters: what was wished of it, and why. It points to a roll call by its source and number, not by a row of ours. */
export const followedVote = defineRecordType({
  name: 'followed_vote',
  label: labels('Vote we follow', 'Votación que seguimos', 'Votació que seguim'),
  plural: labels('Votes we follow', 'Votaciones que seguimos', 'Votacions que seguim'),
  description: labels(
    'A roll call of a body, what we wished states to do, and why. States are scored by it.',
    'Una votación de un órgano, lo que deseábamos de los Estados y por qué. Con ella se puntúa a los Estados.',
    'Una votació d’un òrgan, el que desitjàvem dels Estats i per què. Amb ella es puntuen els Estats.',
  ),
  title: ['title'],
  timeline: 'on',
  fields: [
    field('text', 'title', labels('What was voted on', 'Qué se votó', 'Què es va votar'), {
      required: true,
      sortable: true,
      listed: true,
    }),
    field('choice', 'wished', labels('We wished', 'Deseábamos', 'Desitjàvem'), {
      required: true,
      facet: true,
      listed: true,
      options: Object.entries(wishes).map(([code, label]) => ({ code, label })),
      hint: labels(
        'On a hostile amendment, usually a No.',
        'En una enmienda hostil, por lo general un No.',
        'En una esmena hostil, generalment un No.',
      ),
    }),
    field('long_text', 'reason', labels('Why', 'Por qué', 'Per què'), { required: true }),
    field('date', 'on', labels('Day of the vote', 'Día de la votación', 'Dia de la votació'), {
      sortable: true,
      listed: true,
    }),
    field('text', 'symbol', labels('Symbol', 'Signatura', 'Signatura'), {
      sortable: true,
      listed: true,
      hint: labels(
        'As the source has it: A/HRC/RES/57/1.',
        'Como figura en la fuente: A/HRC/RES/57/1.',
        'Com surt a la font: A/HRC/RES/57/1.',
      ),
    }),
    field('text', 'dataset', labels('Source', 'Fuente', 'Font'), {
      hint: labels(
        'What the sources page calls it: hrc, undl-ga. Filled in when a vote is followed from its page.',
        'Como la llama la página de fuentes: hrc, undl-ga. Se completa al seguir una votación desde su página.',
        'Com l’anomena la pàgina de fonts: hrc, undl-ga. S’omple en seguir una votació des de la seva pàgina.',
      ),
    }),
    field('text', 'roll_call', labels('Number in the source', 'Número en la fuente', 'Número a la font'), {
      sortable: true,
    }),
  ],
})
