/** Languages of the generated directories. */
export const generatedLanguages = ['en', 'es', 'ca', 'fr', 'pt', 'it'] as const
export type GeneratedLanguage = (typeof generatedLanguages)[number]

/** A way to name rights, with the codes it means, in the six languages (in their order). */
export type GeneratedRight = { readonly codes: readonly string[]; readonly phrases: readonly string[] }

/** Written as directories write, apart from the reader's own patterns. */
export const generatedRights: readonly GeneratedRight[] = [
  {
    codes: ['women'],
    phrases: [
      "Women's rights",
      'Derechos de las mujeres',
      'Drets de les dones',
      'Droits des femmes',
      'Direitos das mulheres',
      'Diritti delle donne',
    ],
  },
  {
    codes: ['children-youth'],
    phrases: [
      "Children's rights",
      'Derechos de la infancia',
      'Drets dels infants',
      'Droits de l’enfant',
      'Direitos das crianças',
      'Diritti dei bambini',
    ],
  },
  {
    codes: ['lgbtiq'],
    phrases: [
      'Rights of the LGBTI community',
      'Derechos de las personas LGTBI',
      'Drets del col·lectiu LGTBI',
      'Droits des personnes LGBT',
      'Direitos das pessoas LGBT',
      'Diritti delle persone LGBT',
    ],
  },
  {
    codes: ['indigenous'],
    phrases: [
      'Defence of indigenous peoples',
      'Derechos de los pueblos indígenas',
      'Defensa dels pobles indígenes',
      'Défense des peuples autochtones',
      'Direitos dos povos indígenas',
      'Diritti dei popoli indigeni',
    ],
  },
  {
    codes: ['environment'],
    phrases: [
      'Environmental defender',
      'Defensa del medio ambiente',
      'Defensa del medi ambient',
      'Défense de l’environnement',
      'Defesa do meio ambiente',
      'Difesa dell’ambiente',
    ],
  },
  {
    codes: ['land-territory'],
    phrases: [
      'Right to land',
      'Derecho a la tierra',
      'Defensa del territori',
      'Droit à la terre',
      'Direito à terra',
      'Diritto alla terra',
    ],
  },
  {
    codes: ['migrants-refugees'],
    phrases: [
      'Rights of migrants',
      'Derechos de las personas migrantes',
      'Drets de les persones refugiades',
      'Droits des migrants',
      'Direitos dos refugiados',
      'Diritti dei migranti e dei rifugiati',
    ],
  },
  {
    codes: ['minorities'],
    phrases: [
      'Rights of religious minorities',
      'Derechos de las minorías étnicas',
      'Drets de les minories nacionals',
      'Droits des minorités',
      'Direitos das minorias',
      'Diritti delle minoranze',
    ],
  },
  {
    codes: ['peace'],
    phrases: [
      'Peacebuilding',
      'Construcción de paz',
      'Cultura de pau',
      'Construction de la paix',
      'Direito à paz',
      'Diritto alla pace',
    ],
  },
  {
    codes: ['memory'],
    phrases: [
      'Historical memory',
      'Memoria histórica',
      'Memòria històrica',
      'Droit à la mémoire',
      'Direito à memória',
      'Memoria storica',
    ],
  },
  {
    codes: ['truth-justice-reparation'],
    phrases: [
      'Truth, justice and reparation',
      'Verdad, justicia y reparación',
      'Veritat, justícia i reparació',
      'Vérité, justice et réparation',
      'Verdade, justiça e reparação',
      'Verità, giustizia e riparazione',
    ],
  },
  {
    codes: ['expression'],
    phrases: [
      'Freedom of opinion and expression',
      'Libertad de expresión',
      'Llibertat d’expressió',
      'Liberté d’expression',
      'Liberdade de expressão',
      'Libertà di espressione',
    ],
  },
  {
    codes: ['press'],
    phrases: [
      'Press freedom',
      'Libertad de prensa',
      'Llibertat de premsa',
      'Liberté de la presse',
      'Liberdade de imprensa',
      'Libertà di stampa',
    ],
  },
  {
    codes: ['association-assembly'],
    phrases: [
      'Freedom of assembly',
      'Libertad de asociación',
      'Dret de reunió',
      'Liberté d’association',
      'Liberdade de reunião',
      'Libertà di associazione',
    ],
  },
  {
    codes: ['life-death-penalty'],
    phrases: [
      'Against the death penalty',
      'Contra la pena de muerte',
      'Contra la pena de mort',
      'Contre la peine de mort',
      'Contra a pena de morte',
      'Contro la pena di morte',
    ],
  },
  {
    codes: ['disappearance'],
    phrases: [
      'Enforced disappearances',
      'Desapariciones forzadas',
      'Persones desaparegudes',
      'Disparitions forcées',
      'Desaparecimentos forçados',
      'Sparizioni forzate',
    ],
  },
  {
    codes: ['torture-detention'],
    phrases: [
      'Fight against torture',
      'Lucha contra la tortura',
      'Lluita contra la tortura',
      'Lutte contre la torture',
      'Luta contra a tortura',
      'Lotta contro la tortura',
    ],
  },
  {
    codes: ['labour'],
    phrases: [
      'Labour rights',
      'Derechos laborales',
      'Drets laborals',
      'Droits des travailleurs',
      'Direitos dos trabalhadores',
      'Diritti dei lavoratori',
    ],
  },
  {
    codes: ['housing'],
    phrases: [
      'Right to housing',
      'Derecho a una vivienda digna',
      'Dret a l’habitatge',
      'Droit au logement',
      'Direito à moradia',
      'Diritto alla casa',
    ],
  },
  {
    codes: ['health'],
    phrases: [
      'Right to health',
      'Derecho a la salud',
      'Dret a la salut',
      'Droit à la santé',
      'Direito à saúde',
      'Diritto alla salute',
    ],
  },
  {
    codes: ['education'],
    phrases: [
      'Right to education',
      'Derecho a la educación',
      'Dret a l’educació',
      'Droit à l’éducation',
      'Direito à educação',
      'Diritto all’istruzione',
    ],
  },
  {
    codes: ['water-food'],
    phrases: [
      'Right to water',
      'Derecho al agua',
      'Dret a l’aigua',
      'Droit à l’eau',
      'Direito à água',
      'Diritto all’acqua',
    ],
  },
  {
    codes: ['religion-belief'],
    phrases: [
      'Freedom of religion',
      'Libertad religiosa',
      'Llibertat religiosa',
      'Liberté de religion',
      'Liberdade religiosa',
      'Libertà di religione',
    ],
  },
  {
    codes: ['disability'],
    phrases: [
      'Rights of people with disabilities',
      'Derechos de las personas con discapacidad',
      'Drets de les persones amb discapacitat',
      'Droits des personnes handicapées',
      'Direitos das pessoas com deficiência',
      'Diritti delle persone con disabilità',
    ],
  },
  {
    codes: ['women', 'peace'],
    phrases: [
      'Women for peace',
      'Mujeres por la paz',
      'Dones per la pau',
      'Femmes pour la paix',
      'Mulheres pela paz',
      'Donne per la pace',
    ],
  },
  {
    codes: ['women', 'indigenous'],
    phrases: [
      'Rights of indigenous women',
      'Derechos de las mujeres indígenas',
      'Drets de les dones indígenes',
      'Droits des femmes autochtones',
      'Direitos das mulheres indígenas',
      'Diritti delle donne indigene',
    ],
  },
]

/** Phrases that tell where a person is, with `{place}`, in the order of the languages. */
export const generatedStatuses: readonly { readonly status: string; readonly phrases: readonly string[] }[] =
  [
    {
      status: 'exile',
      phrases: [
        'exiled in {place}',
        'exiliada en {place}',
        'exiliat a {place}',
        'exilée en {place}',
        'exilada em {place}',
        'in esilio in {place}',
      ],
    },
    {
      status: 'refugee',
      phrases: [
        'refugee in {place}',
        'refugiado en {place}',
        'refugiada a {place}',
        'réfugiée en {place}',
        'refugiada em {place}',
        'rifugiata in {place}',
      ],
    },
  ]

/** Words around the cards: headings, menus, sentences that name countries and rights without being cards. */
export const generatedProse: readonly string[] = [
  'Since 2013 the network has welcomed defenders from Colombia, Iran and the Democratic Republic of the Congo.',
  'Meet the activists',
  'Categoría Activista',
  'Aquest any han visitat trenta municipis i han parlat dels drets de les dones i de la llibertat de premsa.',
  'Con el apoyo de los ayuntamientos',
  'They are at risk because of their work: many remain in prison today.',
  'Les défenseures ont rencontré des élèves de quinze écoles.',
  'Contact',
  'Why do they fight for?',
  'La Declaració sobre els defensors dels drets humans es va aprovar el 9 de desembre de 1998.',
]

export const generatedGivenNames: readonly string[] = [
  'Amina',
  'Núria',
  'Tomás',
  'Yusuf',
  'Leyla',
  'João',
  'Chiara',
  'Élodie',
  'Mbali',
  'Irina',
  'Xóchitl',
  'Oriol',
  'Fatou',
  'Ngozi',
  'Sören',
  'Zeynep',
]
export const generatedFamilyNames: readonly string[] = [
  'Okafor',
  'Ferrer i Puig',
  'Quispe Mamani',
  'Haddad',
  'Nascimento',
  'Ricci',
  'Dubois',
  'Petrova',
  'Ben Salah',
  'López Ruiz',
  'Yılmaz',
  'Traoré',
  'Lindqvist',
  'van der Berg',
]
