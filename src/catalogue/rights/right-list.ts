/** The five languages in which a right has a label. */
export type RightLanguage = 'en' | 'es' | 'ca' | 'fr' | 'pt'

/** A right, or the holder of rights, as directories and reports name them. */
export type Right = {
  readonly code: string
  readonly label: Readonly<Record<RightLanguage, string>>
  readonly definition: { readonly en: string; readonly es: string; readonly ca: string }
  /** Articles of the Universal Declaration that come nearest; empty where it has none. */
  readonly udhr: readonly number[]
}

type Labels = readonly [en: string, es: string, ca: string, fr: string, pt: string]
type Definitions = readonly [en: string, es: string, ca: string]

function right(code: string, labels: Labels, definitions: Definitions, udhr: readonly number[]): Right {
  const [en, es, ca, fr, pt] = labels
  return {
    code,
    label: { en, es, ca, fr, pt },
    definition: { en: definitions[0], es: definitions[1], ca: definitions[2] },
    udhr,
  }
}

/** The whole list, in the order in which it is shown. Wording and selection are this project's own. */
export const rights: readonly Right[] = [
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
  right(
    'expression',
    [
      'Freedom of expression',
      'Libertad de expresión',
      'Llibertat d’expressió',
      'Liberté d’expression',
      'Liberdade de expressão',
    ],
    [
      'To hold opinions and to seek, receive and give information.',
      'Tener opiniones y buscar, recibir y difundir información.',
      'Tenir opinions i cercar, rebre i difondre informació.',
    ],
    [19],
  ),
  right(
    'press',
    [
      'Freedom of the press',
      'Libertad de prensa',
      'Llibertat de premsa',
      'Liberté de la presse',
      'Liberdade de imprensa',
    ],
    [
      'To publish without censorship; the safety of journalists.',
      'Publicar sin censura; la seguridad de los periodistas.',
      'Publicar sense censura; la seguretat dels periodistes.',
    ],
    [19],
  ),
  right(
    'association-assembly',
    [
      'Freedom of association and assembly',
      'Libertad de asociación y de reunión',
      'Llibertat d’associació i de reunió',
      'Liberté d’association et de réunion',
      'Liberdade de associação e de reunião',
    ],
    [
      'To form and join organisations, to meet and to protest peacefully.',
      'Fundar organizaciones y unirse a ellas, reunirse y protestar en paz.',
      'Fundar organitzacions i afegir-s’hi, reunir-se i protestar en pau.',
    ],
    [20],
  ),
  right(
    'self-determination',
    [
      'Right to self-determination',
      'Derecho a la autodeterminación',
      'Dret a l’autodeterminació',
      'Droit à l’autodétermination',
      'Direito à autodeterminação',
    ],
    [
      'Of peoples, to decide freely their political status (both Covenants, article 1).',
      'De los pueblos, a decidir libremente su condición política (artículo 1 de ambos Pactos).',
      'Dels pobles, a decidir lliurement la seva condició política (article 1 de tots dos Pactes).',
    ],
    [],
  ),
  right(
    'life-death-penalty',
    ['Right to life', 'Derecho a la vida', 'Dret a la vida', 'Droit à la vie', 'Direito à vida'],
    [
      'Life, against the death penalty and unlawful killing.',
      'La vida, frente a la pena de muerte y las ejecuciones ilegales.',
      'La vida, davant la pena de mort i les execucions il·legals.',
    ],
    [3],
  ),
  right(
    'disappearance',
    [
      'Enforced disappearance',
      'Desaparición forzada',
      'Desaparició forçada',
      'Disparition forcée',
      'Desaparecimento forçado',
    ],
    [
      'Against enforced disappearance; the search for the disappeared.',
      'Contra la desaparición forzada; la búsqueda de las personas desaparecidas.',
      'Contra la desaparició forçada; la cerca de les persones desaparegudes.',
    ],
    [3, 6, 9],
  ),
  right(
    'torture-detention',
    [
      'Torture and arbitrary detention',
      'Tortura y detención arbitraria',
      'Tortura i detenció arbitrària',
      'Torture et détention arbitraire',
      'Tortura e detenção arbitrária',
    ],
    [
      'Against torture, ill-treatment and arbitrary detention; conditions in prison.',
      'Contra la tortura, los malos tratos y la detención arbitraria; condiciones de prisión.',
      'Contra la tortura, els maltractaments i la detenció arbitrària; condicions de presó.',
    ],
    [5, 9],
  ),
  right(
    'children-youth',
    [
      'Rights of children and youth',
      'Derechos de la infancia y la juventud',
      'Drets de la infància i la joventut',
      'Droits de l’enfance et de la jeunesse',
      'Direitos da infância e da juventude',
    ],
    [
      'Rights of children and of young people.',
      'Derechos de niños, niñas y jóvenes.',
      'Drets d’infants i joves.',
    ],
    [25, 26],
  ),
  right(
    'labour',
    ['Labour rights', 'Derechos laborales', 'Drets laborals', 'Droits du travail', 'Direitos laborais'],
    [
      'Decent work, fair pay, unions, freedom from forced labour.',
      'Trabajo digno, salario justo, sindicatos, libertad frente al trabajo forzoso.',
      'Treball digne, salari just, sindicats, llibertat davant el treball forçós.',
    ],
    [4, 23, 24],
  ),
  right(
    'housing',
    [
      'Right to housing',
      'Derecho a la vivienda',
      'Dret a l’habitatge',
      'Droit au logement',
      'Direito à habitação',
    ],
    [
      'Adequate housing; no forced eviction.',
      'Vivienda adecuada; ningún desalojo forzoso.',
      'Habitatge adequat; cap desnonament forçós.',
    ],
    [25],
  ),
  right(
    'religion-belief',
    [
      'Freedom of religion or belief',
      'Libertad de religión o de creencias',
      'Llibertat de religió o de creences',
      'Liberté de religion ou de conviction',
      'Liberdade de religião ou crença',
    ],
    [
      'Thought, conscience, religion and belief.',
      'Pensamiento, conciencia, religión y creencias.',
      'Pensament, consciència, religió i creences.',
    ],
    [18],
  ),
  right(
    'artistic',
    [
      'Artistic freedom',
      'Libertad artística',
      'Llibertat artística',
      'Liberté artistique',
      'Liberdade artística',
    ],
    [
      'To create and to show art; cultural rights.',
      'Crear y mostrar arte; derechos culturales.',
      'Crear i mostrar art; drets culturals.',
    ],
    [19, 27],
  ),
  right(
    'elections-democracy',
    [
      'Elections and democracy',
      'Elecciones y democracia',
      'Eleccions i democràcia',
      'Élections et démocratie',
      'Eleições e democracia',
    ],
    [
      'To vote, to be elected, to take part in public affairs.',
      'Votar, ser elegido y tomar parte en los asuntos públicos.',
      'Votar, ser escollit i prendre part en els afers públics.',
    ],
    [21],
  ),
  right(
    'privacy-digital',
    [
      'Privacy and digital rights',
      'Privacidad y derechos digitales',
      'Privacitat i drets digitals',
      'Vie privée et droits numériques',
      'Privacidade e direitos digitais',
    ],
    [
      'Private life and correspondence, on line too; freedom from surveillance.',
      'Vida privada y correspondencia, también en línea; sin vigilancia.',
      'Vida privada i correspondència, també en línia; sense vigilància.',
    ],
    [12],
  ),
  right(
    'disability',
    [
      'Rights of persons with disabilities',
      'Derechos de las personas con discapacidad',
      'Drets de les persones amb discapacitat',
      'Droits des personnes handicapées',
      'Direitos das pessoas com deficiência',
    ],
    [
      'Equality and autonomy of persons with disabilities.',
      'Igualdad y autonomía de las personas con discapacidad.',
      'Igualtat i autonomia de les persones amb discapacitat.',
    ],
    [1, 2, 25],
  ),
  right(
    'academic',
    [
      'Academic freedom',
      'Libertad académica',
      'Llibertat acadèmica',
      'Liberté académique',
      'Liberdade académica',
    ],
    [
      'To teach, to research and to publish; the autonomy of universities.',
      'Enseñar, investigar y publicar; la autonomía de las universidades.',
      'Ensenyar, investigar i publicar; l’autonomia de les universitats.',
    ],
    [19, 26, 27],
  ),
  right(
    'health',
    ['Right to health', 'Derecho a la salud', 'Dret a la salut', 'Droit à la santé', 'Direito à saúde'],
    [
      'The best attainable health, and access to care.',
      'La mejor salud posible y el acceso a su cuidado.',
      'La millor salut possible i l’accés a la seva cura.',
    ],
    [25],
  ),
  right(
    'education',
    [
      'Right to education',
      'Derecho a la educación',
      'Dret a l’educació',
      'Droit à l’éducation',
      'Direito à educação',
    ],
    [
      'Schooling and learning for everyone.',
      'Escuela y aprendizaje para todas las personas.',
      'Escola i aprenentatge per a tothom.',
    ],
    [26],
  ),
  right(
    'water-food',
    [
      'Right to water and food',
      'Derecho al agua y a la alimentación',
      'Dret a l’aigua i a l’alimentació',
      'Droit à l’eau et à l’alimentation',
      'Direito à água e à alimentação',
    ],
    [
      'Safe water, sanitation and enough food.',
      'Agua segura, saneamiento y alimentos suficientes.',
      'Aigua segura, sanejament i aliments suficients.',
    ],
    [25],
  ),
  right(
    'fair-trial',
    [
      'Right to a fair trial',
      'Derecho a un juicio justo',
      'Dret a un judici just',
      'Droit à un procès équitable',
      'Direito a um julgamento justo',
    ],
    [
      'An independent court, a defence, the presumption of innocence.',
      'Un tribunal independiente, defensa y presunción de inocencia.',
      'Un tribunal independent, defensa i presumpció d’innocència.',
    ],
    [8, 10, 11],
  ),
]

const byCode: ReadonlyMap<string, Right> = new Map(rights.map((one) => [one.code, one]))

/** The right with this code, or null. */
export function rightByCode(code: string): Right | null {
  return byCode.get(code) ?? null
}

/** The label of a right in one of five languages; the code itself when it is unknown. */
export function rightLabel(code: string, language: RightLanguage): string {
  return byCode.get(code)?.label[language] ?? code
}
