/**
 * Names as sources write them (indices, voting records, treaty collections, the Universal Periodic Review) that neither
 * `#catalogue/countries` nor `data/dated-names.json` knows, or that it leaves to a person because they may be a place
 * that is no state (Georgia, Macedonia, Samoa). Separated by `;`. In a list of states each means one polity; a name of
 * two (Congo, Korea, Guinea alone) is not here.
 */
export const polityAliases: Readonly<Record<string, string>> = {
  KAZ: 'Kazajstán',
  NZL: 'Nueva Zelandia',
  TTO: 'Trinidad y Tabago',
  MYS: 'Malaya',
  MDV: 'Maldive Islands',
  NLD: 'Reino dos Países Baixos; Reino de los Países Bajos; Netherlands (Kingdom of the); Países Bajos (Reino de los); Pays-Bas (Royaume des); Kingdom of the Netherlands',
  BOL: 'Bolivia (Plurinational State of); Bolivia (Estado Plurinacional de); Bolivie (État plurinational de); Bolívia (Estado Plurinacional da); Bolivia (Estado Plurinacional de la)',
  ANT: 'Netherlands Antilles; Netherlands Antilles (former)',
  ARE: 'UAE; EAU',
  AUT: 'Austria-Hungary',
  BHS: 'Bahamas (Commonwealth de las); Commonwealth de las Bahamas; Commonwealth of the Bahamas; Bahamas, The',
  BIH: 'Bosnia and Hercegovina; Bosnia & Herzegovina; Bosnia',
  BLR: 'Belorussian SSR; Belorussian Soviet Socialist Republic; Belarus (Byelorussia); Byelorussian Soviet Socialist Republic; Byelorussia; RSS de Bielorrusia; Bielorrusia (RSS de)',
  BFA: 'Burkina Faso (Upper Volta)',
  CAF: 'Rép. centrafricaine; Central African Rep.',
  CHN: 'China, People’s Republic of; People’s Republic of China',
  COD:
    'Congo, DR; Congo, Dem. Rep.; Congo, Democratic Republic; Congo, Democratic Republic of; Congo (Democratic Republic of); ' +
    'Congo, Democratic Republic of (Zaire); Congo, the Democratic Republic of the; Democratic Republic of Congo; ' +
    'Congo - Kinshasa; Congo-Kinshasa; Congo Kinshasa; Congo (Leopoldville); Congo, Dem Rep; Congo, D.R.',
  COG:
    'Congo, Rep.; Congo, Republic of; Congo, Republic of the; Congo (Republic of the); Republic of Congo; Congo - Brazzaville; ' +
    'Congo Brazzaville; Congo (Rep.); Congo, Rep',
  CSK: 'Czechoslovakia; Czecho-Slovakia; Checoslovaquia; Txecoslovàquia; Tchécoslovaquie; Tchecoslováquia; Checoslováquia; CSSR; ČSSR',
  DDR:
    'East Germany; German Democratic Republic; Germany, East; Germany East; Germany, E.; Germany (East); GDR; ' +
    'República Democrática Alemana; República Democràtica Alemanya; République démocratique allemande; Allemagne de l’Est; ' +
    'República Democrática Alemã; Alemania Oriental; Alemanya Oriental; Alemanha Oriental',
  DEU:
    'Federal Republic of Germany; German Federal Republic; Germany, Federal Republic of; Germany (Federal Republic of); ' +
    'Germany, West; Germany West; Germany, W.; Germany (West); West Germany; Alemania, República Federal de; ' +
    'República Federal de Alemania; República Federal d’Alemanya; République fédérale d’Allemagne; Allemagne de l’Ouest; ' +
    'República Federal da Alemanha',
  DMA: 'Dominica; Commonwealth of Dominica; Dominique; Mancomunidad de Dominica',
  EAZ: 'Zanzibar; Zanzíbar; Zanzíbar (Sultanato de)',
  EGY: 'Egypt, Arab Rep.; Egypt, Arab Republic of; Arab Republic of Egypt',
  ETH: 'Abyssinia',
  FSM: 'Micronesia (Estados Federados de); Micronésie (États fédérés de); Estados Federados de Micronesia; Micronesia; Micronesia, Fed. Sts.; Federated States of Micronesia; Micronesia (Federated States of); Micronesia, Federated States of',
  GEO: 'Georgia; Geòrgia; Géorgie; Geórgia',
  GMB: 'Gambia (Republic of the); Gambia (República de); Gambia, The; Gambia (Islamic Republic of the)',
  GNB: 'Guinea Bissau',
  GRD: 'Grenada; Granada; Grenade',
  HKG: 'Hong Kong SAR, China; Hong Kong; Hong Kong, China; China, Hong Kong SAR',
  IRN: 'Iran (Islamic Republic of); Irán (República Islámica del); Iran (République islamique d’); Iran (République islamique de); Irã (República Islâmica do); Iran, Islamic Rep.; Iran (Persia)',
  ITA: 'Italy/Sardinia',
  JEY: 'Jersey, Channel Islands',
  KGZ: 'Kyrgystan; Kyrgyz Rep.',
  KHM: 'Cambodia (Kampuchea); Kampuchea',
  KNA: 'San Kitts y Nevis; St. Kitts & Nevis; St Kitts & Nevis; Saint Christopher and Nevis; St. Kitts and Nevis; ST Kitts and Nevis',
  KOR: 'Korea, Rep.; Korea, Republic of; Korea (Republic of); Korea South; Korea, South; South Korea (Republic of Korea); Corea, República de',
  LAO: 'Lao PDR; Lao People’s Dem. Rep.',
  LCA: 'Sta. Lucia; St. Lucia; St Lucia; ST Lucia',
  LKA: 'Sri Lanka (Ceylon)',
  LBY: 'Libyan Arab Jamahiriya; Socialist People’s Libyan Arab Jamahiriya; Libyan Arab Republic; Jamahiriya Árabe Libia; Jamahiriya Arabe Libia',
  MAC: 'Macao SAR, China; Macau SAR, China; China, Macao SAR',
  MDG: 'Madagascar (Malagasy)',
  MKD:
    'Macedonia; Macedonia FYR; Macedonia, FYR; FYR Macedonia; TFYR of Macedonia; FYR of Macedonia; Macedonia (FYROM); ' +
    'Macedonia (Former Yugoslav Republic of); Macedonia, the Former Yugoslav Republic of; North Macedonia, Republic of; ' +
    'The former Yugoslav Republic of Macedonia; Republic of North Macedonia; ex República Yugoslava de Macedonia; ARY Macedonia',
  MMR: 'Burma/Myanmar; Myanmar (Burma); Union of Burma',
  PRK:
    'DPR Korea; Korea, Dem. Rep.; Korea, Dem. People’s Rep.; Korea, Democratic People’s Republic of; ' +
    'Korea (Democratic People’s Republic of); Korea, People’s Republic of; Korea North; Korea, North; ' +
    'North Korea (Democratc People’s Republic of Korea); North Korea (Democratic People’s Republic of Korea); RPD de Corea; RPDC',
  PSB: 'Palestine/British Mandate; Mandatory Palestine; British Mandate of Palestine',
  PSE:
    'West Bank; Palestinian Authority-Administered Territories; West Bank and Gaza; West Bank and Gaza Strip; Palestine, State of; Palestinian Authority; Palestine/West Bank; ' +
    'Occupied Palestinian Territory; Palestine (State of)',
  PSG: 'Palestine/Gaza; Gaza Strip; Gaza; Gaza (Hamas); Hamas/Gaza',
  ROU: 'Rumania; Roumania',
  RUS:
    'USSR; U.S.S.R.; Soviet Union; Union of Soviet Socialist Republics; Russia (Soviet Union); URSS; Unión Soviética; Unió Soviètica; ' +
    'Unión de Repúblicas Socialistas Soviéticas; Unió de Repúbliques Socialistes Soviètiques; Union soviétique; ' +
    'Union des Républiques socialistes soviétiques; União Soviética; União das Repúblicas Socialistas Soviéticas',
  SAU: 'Saudi; Saudi Arabia (Kingdom of)',
  SCG:
    'Serbia and Montenegro; Serbia-Montenegro; Serbia & Montenegro; Serbia y Montenegro; Sèrbia i Montenegro; Serbie-et-Monténégro; ' +
    'Sérvia e Montenegro',
  SDN: 'Sudan; Sudán; Soudan; Sudão; Sudan-North; Sudan (North); North Sudan',
  SML: 'Somaliland; Somalilandia; Somalilàndia',
  STP: 'Sao Tome & Principe; São Tomé & Príncipe; Sao Tome-Principe',
  SUR: 'Surinam',
  SVK: 'Slovak Rep.; Slovak Republic',
  SYR: 'Syrian Arab Rep.',
  TLS: 'Timor; East Timor; East Timor (Timor L’este); Timor L’este; Timor Leste; Democratic Republic of Timor-Leste',
  TUR: 'Turkey (Ottoman Empire); Türkiye; Turkiye; Turkey',
  TWN: 'Taiwan, China; Taiwan, Province of China; Taiwan; Taiwán; Chinese Taipei',
  TZA: 'Tanzania/Tanganyika; Tanzania, United Republic of; United Republic of Tanganyika and Zanzibar; Tanganica; Tanzania (United Republic of)',
  USA: 'US; U.S.; U.S.A.; USA; EE. UU.; EE.UU.; EEUU; Estats Units; Estados Unidos',
  GBR: 'UK; U.K.',
  VCT: 'St. Vincent & Grenadines; St Vincent & the Grenadines; St. Vincent and the Grenadines; St Vincent and the Grenadines; San Vicente y Granadinas',
  VDR:
    'South Vietnam; Vietnam South; Vietnam, South; Vietnam, S.; Republic of Vietnam; Republic of Viet-Nam; Viet Nam, Republic of; ' +
    'Vietnam, Republic of; Vietnam del Sur; Vietnam del Sud; Sud-Vietnam',
  VEN: 'Venezuela (República Bolivariana de); Venezuela (République bolivarienne du); Venezuela (República Bolivariana da); República Bolivariana de Venezuela; Venezuela, RB; Venezuela, Bolivarian Republic of; Venezuela (Bolivarian Republic of)',
  VIR: 'Virgin Islands (U.S.); US Virgin Islands; U.S. Virgin Islands',
  VNM:
    'Vietnam North; Vietnam, North; Vietnam, N.; North Vietnam; Vietnam, Democratic Republic of; Democratic Republic of Vietnam; ' +
    'Democratic Republic of Viet-Nam; Socialist Republic of Viet Nam',
  WSM: 'Samoa; Western Samoa; Samoa/Western Samoa',
  ESH: 'Sahrawi; Sahrawi Republic; Sahrawi Arab Democratic Republic',
  YEM:
    'Yemen; Yemen, Rep.; Yemen, N.; Yemen North; Yemen, North; North Yemen; Yemen Arab Republic; Yemen (Arab Republic of Yemen); ' +
    'Yemen (Arab Republic); República Árabe de Yemen; República Àrab del Iemen',
  YMD:
    'People’s Republic of Yemen; Yemen, People’s Republic of; People’s Republic of Southern Yemen; People’s Republic of South Yemen; Yemen People’s Republic; South Yemen; Yemen South; Yemen, South; Yemen, S.; Democratic Yemen; Yemen, Democratic; ' +
    'People’s Democratic Republic of Yemen; Southern Yemen; Yemen del Sur; Yemen del Sud; Iemen del Sud; Yemen Democrático; ' +
    'Yemen (People’s Democratic Republic of)',
  YUG:
    'Yugoslavia; Iugoslàvia; Yougoslavie; Iugoslávia; Jugoslávia; Federal Republic of Yugoslavia; Yugoslavia, Federal Republic of; ' +
    'Yugoslavia, Socialist Federal Republic of; Socialist Federal Republic of Yugoslavia; Yugoslavia/Serbia and Montenegro; ' +
    'República Federativa Socialista de Yugoslavia; República Federal de Yugoslavia',
  ZWE: 'Zimbabwe (Rhodesia)',
}

/** Two or more polities by one name, which no reading of it alone decides. Codes, the likeliest first. */
export const sharedNames: Readonly<Record<string, readonly string[]>> = {
  'Congo; El Congo; The Congo; Le Congo; O Congo': ['COG', 'COD'],
  'Guinea; Guinée; Guiné; Guinées': ['GIN', 'GNB', 'GNQ', 'PNG'],
  'Korea; Corea; Corée; Coreia; Coréia': ['KOR', 'PRK'],
  'Republic of China; República de China; República de la Xina; République de Chine': ['TWN', 'CHN'],
  'Virgin Islands; Islas Vírgenes; Illes Verges': ['VIR'],
}

/** What a whole list of states means by a name that alone is shared: the United Nations' own short names. */
export const listNames: Readonly<Record<string, string>> = {
  Congo: 'COG',
  'El Congo': 'COG',
  Guinea: 'GIN',
  Guinée: 'GIN',
  Guiné: 'GIN',
}
