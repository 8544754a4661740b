import { right, type Right } from './right-definition.ts'

/** Rights named by who holds them, and those of peoples, peace and memory. Wording and selection are this project's own. */
export const rightsOfPeople: readonly Right[] = [
  right(
    'women',
    [
      "Women's rights",
      'Derechos de las mujeres',
      'Drets de les dones',
      'Droits des femmes',
      'Direitos das mulheres',
    ],
    [
      'Equality of women and their rights in law and in life.',
      'Igualdad de las mujeres y sus derechos, en la ley y en la vida.',
      'Igualtat de les dones i els seus drets, a la llei i a la vida.',
    ],
    [1, 2, 7, 16],
  ),
  right(
    'gender-violence',
    [
      'Gender-based violence',
      'Violencia de género',
      'Violència de gènere',
      'Violences fondées sur le genre',
      'Violência de género',
    ],
    [
      'Violence against a person because of gender, sexual violence included.',
      'Violencia contra una persona por su género, incluida la sexual.',
      'Violència contra una persona pel seu gènere, inclosa la sexual.',
    ],
    [3, 5],
  ),
  right(
    'srhr',
    [
      'Sexual and reproductive rights',
      'Derechos sexuales y reproductivos',
      'Drets sexuals i reproductius',
      'Droits sexuels et reproductifs',
      'Direitos sexuais e reprodutivos',
    ],
    [
      'To decide on one’s own body, sexuality and motherhood, with health care.',
      'Decidir sobre el propio cuerpo, la sexualidad y la maternidad, con atención de la salud.',
      'Decidir sobre el propi cos, la sexualitat i la maternitat, amb atenció a la salut.',
    ],
    [3, 16, 25],
  ),
  right(
    'lgbtiq',
    [
      'LGBTIQ+ rights',
      'Derechos de las personas LGBTIQ+',
      'Drets de les persones LGBTIQ+',
      'Droits des personnes LGBTIQ+',
      'Direitos das pessoas LGBTIQ+',
    ],
    [
      'Equality whatever the sexual orientation, gender identity or expression, or sex characteristics.',
      'Igualdad sea cual sea la orientación sexual, la identidad o expresión de género o las características sexuales.',
      'Igualtat sigui quina sigui l’orientació sexual, la identitat o expressió de gènere o les característiques sexuals.',
    ],
    [1, 2, 7, 12],
  ),
  right(
    'indigenous',
    [
      'Rights of indigenous peoples',
      'Derechos de los pueblos indígenas',
      'Drets dels pobles indígenes',
      'Droits des peuples autochtones',
      'Direitos dos povos indígenas',
    ],
    [
      'Rights of indigenous peoples, as peoples and as persons.',
      'Derechos de los pueblos indígenas, como pueblos y como personas.',
      'Drets dels pobles indígenes, com a pobles i com a persones.',
    ],
    [2, 17, 27],
  ),
  right(
    'land-territory',
    [
      'Right to land and territory',
      'Derecho a la tierra y al territorio',
      'Dret a la terra i al territori',
      'Droit à la terre et au territoire',
      'Direito à terra e ao território',
    ],
    [
      'To hold, use and defend the land one lives from, against dispossession.',
      'Tener, usar y defender la tierra de la que se vive, frente al despojo.',
      'Tenir, usar i defensar la terra de què es viu, davant el despullament.',
    ],
    [17],
  ),
  right(
    'environment',
    [
      'Right to a healthy environment',
      'Derecho al medio ambiente',
      'Dret al medi ambient',
      'Droit à l’environnement',
      'Direito ao meio ambiente',
    ],
    [
      'A clean, healthy and sustainable environment; climate and biodiversity.',
      'Un medio ambiente limpio, sano y sostenible; el clima y la biodiversidad.',
      'Un medi ambient net, saludable i sostenible; el clima i la biodiversitat.',
    ],
    [3, 25],
  ),
  right(
    'migrants-refugees',
    [
      'Rights of migrants and refugees',
      'Derechos de las personas migrantes y refugiadas',
      'Drets de les persones migrants i refugiades',
      'Droits des personnes migrantes et réfugiées',
      'Direitos das pessoas migrantes e refugiadas',
    ],
    [
      'Rights of persons who move or flee; asylum; internal displacement.',
      'Derechos de quienes migran o huyen; asilo; desplazamiento interno.',
      'Drets de qui migra o fuig; asil; desplaçament intern.',
    ],
    [13, 14, 15],
  ),
  right(
    'minorities',
    [
      'Rights of minorities',
      'Derechos de las minorías',
      'Drets de les minories',
      'Droits des minorités',
      'Direitos das minorias',
    ],
    [
      'Rights of ethnic, national, religious and linguistic minorities.',
      'Derechos de las minorías étnicas, nacionales, religiosas y lingüísticas.',
      'Drets de les minories ètniques, nacionals, religioses i lingüístiques.',
    ],
    [2, 7, 27],
  ),
  right(
    'peace',
    ['Right to peace', 'Derecho a la paz', 'Dret a la pau', 'Droit à la paix', 'Direito à paz'],
    [
      'Peace, its building, disarmament and dialogue.',
      'La paz, su construcción, el desarme y el diálogo.',
      'La pau, la seva construcció, el desarmament i el diàleg.',
    ],
    [28],
  ),
  right(
    'truth-justice-reparation',
    [
      'Right to truth, justice and reparation',
      'Derecho a la verdad, la justicia y la reparación',
      'Dret a la veritat, la justícia i la reparació',
      'Droit à la vérité, à la justice et à la réparation',
      'Direito à verdade, à justiça e à reparação',
    ],
    [
      'What victims of grave violations are owed: to know, to see justice, to be repaired.',
      'Lo que se debe a las víctimas de violaciones graves: saber, obtener justicia y ser reparadas.',
      'El que es deu a les víctimes de violacions greus: saber, obtenir justícia i ser reparades.',
    ],
    [8],
  ),
  right(
    'memory',
    [
      'Right to memory',
      'Derecho a la memoria',
      'Dret a la memòria',
      'Droit à la mémoire',
      'Direito à memória',
    ],
    [
      'Public remembrance of past violations and of those who suffered them.',
      'El recuerdo público de las violaciones del pasado y de quienes las sufrieron.',
      'El record públic de les violacions del passat i de qui les va patir.',
    ],
    [8, 27],
  ),
  right(
    'civil-political',
    [
      'Civil and political rights',
      'Derechos civiles y políticos',
      'Drets civils i polítics',
      'Droits civils et politiques',
      'Direitos civis e políticos',
    ],
    [
      'Civil and political rights as a whole.',
      'Los derechos civiles y políticos en conjunto.',
      'Els drets civils i polítics en conjunt.',
    ],
    [3, 5, 9, 10, 13, 18, 19, 20, 21],
  ),
]
