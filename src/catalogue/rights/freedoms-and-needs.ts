import { right, type Right } from './right-definition.ts'

/** Freedoms, bodily safety, and economic, social and cultural rights. Wording and selection are this project's own. */
export const freedomsAndNeeds: readonly Right[] = [
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
