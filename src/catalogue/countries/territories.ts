/** A place with a name of its own in birthplaces and directories that is not a current country of ISO 3166-1. */
export type Territory = {
  /** `historical`: a state that was; `part`: of a current state; `people`: a nation or disputed land without a code. */
  readonly kind: 'historical' | 'part' | 'people'
  /** Its names, separated by `;`. */
  readonly names: string
  /** Current codes a reviewer may choose from. Proposed, never chosen: a nation is not forced into a state. */
  readonly within: readonly string[]
  /** ISO 3166-3 (withdrawn) or ISO 3166-2 (subdivision) code where there is one. */
  readonly iso?: string
  /** First and last day or year it existed under this name, EDTF. */
  readonly from?: string
  readonly to?: string
}

const historical: readonly Territory[] = [
  {
    kind: 'historical',
    iso: 'SUHH',
    from: '1922-12-30',
    to: '1991-12-26',
    within: ['RU', 'UA', 'BY', 'KZ', 'UZ', 'GE', 'AM', 'AZ', 'MD', 'LT', 'LV', 'EE', 'KG', 'TJ', 'TM'],
    names:
      'Soviet Union; USSR; URSS; Unió Soviètica; Unión Soviética; Union soviétique; União Soviética; Unione Sovietica; CCCP',
  },
  {
    kind: 'historical',
    iso: 'YUCS',
    from: '1918-12-01',
    to: '2003-02-04',
    within: ['RS', 'HR', 'BA', 'SI', 'MK', 'ME', 'XK'],
    names: 'Yugoslavia; Iugoslàvia; Yougoslavie; Iugoslávia; Jugoslávia; Jugoslavia; Jugoslawien',
  },
  {
    kind: 'historical',
    iso: 'CSXX',
    from: '2003-02-04',
    to: '2006-06-05',
    within: ['RS', 'ME'],
    names:
      'Serbia and Montenegro; Sèrbia i Montenegro; Serbia y Montenegro; Serbie-et-Monténégro; Sérvia e Montenegro; Serbia e Montenegro',
  },
  {
    kind: 'historical',
    iso: 'CSHH',
    from: '1918-10-28',
    to: '1992-12-31',
    within: ['CZ', 'SK'],
    names:
      'Czechoslovakia; Txecoslovàquia; Checoslovaquia; Tchécoslovaquie; Checoslováquia; Tchecoslováquia; Cecoslovacchia',
  },
  {
    kind: 'historical',
    iso: 'DDDE',
    from: '1949-10-07',
    to: '1990-10-02',
    within: ['DE'],
    names:
      'East Germany; GDR; DDR; RDA; German Democratic Republic; República Democràtica Alemanya; República Democrática Alemana; Alemanya Oriental; Alemania Oriental; Alemania del Este; Allemagne de l’Est; República Democrática Alemã; Alemanha Oriental; Germania Est',
  },
  {
    kind: 'historical',
    from: '1949-05-23',
    to: '1990-10-02',
    within: ['DE'],
    names:
      'West Germany; Alemanya Occidental; Alemania Occidental; Allemagne de l’Ouest; Alemanha Ocidental; Germania Ovest',
  },
  {
    kind: 'historical',
    iso: 'ZRCD',
    from: '1971-10-27',
    to: '1997-05-17',
    within: ['CD'],
    names: 'Zaire; Zaïre; Congo belga; Belgian Congo; Congo belge',
  },
  {
    kind: 'historical',
    iso: 'HVBF',
    from: '1958-12-11',
    to: '1984-08-04',
    within: ['BF'],
    names: 'Upper Volta; Alt Volta; Alto Volta; Haute-Volta; Alta Volta',
  },
  {
    kind: 'historical',
    iso: 'DYBJ',
    from: '1958-12-04',
    to: '1975-11-30',
    within: ['BJ'],
    names: 'Dahomey; Dahomei',
  },
  {
    kind: 'historical',
    iso: 'RHZW',
    from: '1965-11-11',
    to: '1979-06-01',
    within: ['ZW', 'ZM'],
    names: 'Rhodesia; Rhodèsia; Rodesia; Rhodésie; Rodésia; Southern Rhodesia',
  },
  {
    kind: 'historical',
    iso: 'YDYE',
    from: '1967-11-30',
    to: '1990-05-22',
    within: ['YE'],
    names: 'South Yemen; Iemen del Sud; Yemen del Sur; Yémen du Sud; Democratic Yemen',
  },
  {
    kind: 'historical',
    iso: 'VDVN',
    from: '1945-09-02',
    to: '1976-07-02',
    within: ['VN'],
    names:
      'North Vietnam; Vietnam del Nord; Vietnam del Norte; South Vietnam; Vietnam del Sud; Vietnam del Sur',
  },
  {
    kind: 'historical',
    iso: 'ANHH',
    from: '1954-12-15',
    to: '2010-10-10',
    within: ['CW', 'SX', 'BQ', 'AW'],
    names:
      'Netherlands Antilles; Antilles Neerlandeses; Antillas Neerlandesas; Antillas Holandesas; Antilles néerlandaises; Antilhas Holandesas; Antille Olandesi',
  },
  {
    kind: 'historical',
    from: '1299',
    to: '1922-11-01',
    within: ['TR', 'SY', 'LB', 'IQ', 'PS', 'IL', 'JO', 'AM', 'GR', 'BG'],
    names:
      'Ottoman Empire; Imperi Otomà; Imperio Otomano; Empire ottoman; Império Otomano; Impero ottomano; Turquia otomana; Turquía otomana',
  },
  {
    kind: 'historical',
    from: '1867',
    to: '1918-11-11',
    within: ['AT', 'HU', 'CZ', 'SK', 'SI', 'HR', 'BA', 'PL', 'UA', 'RO', 'IT'],
    names:
      'Austria-Hungary; Àustria-Hongria; Imperio Austrohúngaro; Imperi Austrohongarès; Austria-Hungría; Autriche-Hongrie; Austro-Hungarian Empire; Áustria-Hungria; Austria-Ungheria',
  },
  {
    kind: 'historical',
    from: '1721',
    to: '1917',
    within: ['RU', 'UA', 'PL', 'BY', 'LT', 'LV', 'EE', 'FI', 'MD'],
    names: 'Russian Empire; Imperi Rus; Imperio Ruso; Empire russe; Império Russo; Impero russo',
  },
]

const parts: readonly Territory[] = [
  {
    kind: 'part',
    iso: 'GB-ENG',
    within: ['GB'],
    names: 'England; Anglaterra; Inglaterra; Angleterre; Inghilterra; Ingalaterra',
  },
  {
    kind: 'part',
    iso: 'GB-SCT',
    within: ['GB'],
    names: 'Scotland; Escòcia; Escocia; Écosse; Escócia; Scozia; Eskozia',
  },
  {
    kind: 'part',
    iso: 'GB-WLS',
    within: ['GB'],
    names: 'Wales; Gal·les; Gales; Pays de Galles; País de Gales; Galles; País de Gal·les',
  },
  {
    kind: 'part',
    iso: 'GB-NIR',
    within: ['GB'],
    names: 'Northern Ireland; Irlanda del Nord; Irlanda del Norte; Irlande du Nord; Irlanda do Norte; Ulster',
  },
  {
    kind: 'part',
    iso: 'RU-CE',
    within: ['RU'],
    names:
      'Chechnya; Chechenia; Txetxènia; Tchétchénie; Chechênia; Tchetchénia; Cecenia; Ichkeria; Chechen Republic',
  },
  {
    kind: 'part',
    iso: 'RU-DA',
    within: ['RU'],
    names: 'Dagestan; Daguestan; Daguestán; Daghestan; Daguestão',
  },
  { kind: 'part', iso: 'RU-IN', within: ['RU'], names: 'Ingushetia; Ingúixia; Ingusetia; Ingouchie' },
  {
    kind: 'part',
    iso: 'ES-CT',
    within: ['ES'],
    names: 'Catalonia; Catalunya; Cataluña; Catalogne; Catalunha; Catalogna; Katalonia',
  },
  {
    kind: 'part',
    iso: 'ES-PV',
    within: ['ES', 'FR'],
    names:
      'Basque Country; País Basc; País Vasco; Pays basque; País Basco; Paese Basco; Paesi Baschi; Euskadi; Euskal Herria',
  },
  { kind: 'part', iso: 'ES-GA', within: ['ES'], names: 'Galícia; Galiza; Galice' },
  { kind: 'part', within: ['ES', 'PL', 'UA'], names: 'Galicia' },
  {
    kind: 'part',
    iso: 'ES-VC',
    within: ['ES'],
    names: 'País Valencià; Comunidad Valenciana; Comunitat Valenciana; Valencian Country',
  },
  {
    kind: 'part',
    iso: 'IQ-KR',
    within: ['IQ'],
    names: 'Iraqi Kurdistan; Kurdistan iraquià; Kurdistán iraquí; Kurdistan irakien; Bashur',
  },
  { kind: 'part', iso: 'CN-XZ', within: ['CN'], names: 'Tibet; Tíbet; Tibete; Xizang' },
  {
    kind: 'part',
    iso: 'CN-XJ',
    within: ['CN'],
    names:
      'Xinjiang; Sinkiang; East Turkestan; Turquestan Oriental; Turkestán Oriental; Turkestan oriental; Uyghuristan',
  },
  {
    kind: 'part',
    iso: 'CN-NM',
    within: ['CN'],
    names: 'Inner Mongolia; Mongòlia Interior; Mongolia Interior',
  },
  { kind: 'part', iso: 'UA-43', within: ['UA'], names: 'Crimea; Crimée; Crimeia' },
  {
    kind: 'part',
    within: ['IN', 'PK', 'CN'],
    names: 'Kashmir; Caixmir; Cachemira; Cachemire; Kaixmir; Jammu and Kashmir; Jammu i Caixmir',
  },
  { kind: 'part', within: ['TZ'], names: 'Zanzibar; Zanzíbar; Tanganyika; Tanganica' },
  { kind: 'part', iso: 'US-NJ', within: ['US'], names: 'New Jersey; Nova Jersey; Nueva Jersey' },
  {
    kind: 'part',
    iso: 'US-NM',
    within: ['US'],
    names: 'New Mexico; Nou Mèxic; Nuevo México; Nouveau-Mexique; Novo México; Nuovo Messico',
  },
  {
    kind: 'part',
    within: ['PG', 'ID'],
    names: 'New Guinea; Nova Guinea; Nueva Guinea; Nouvelle-Guinée; Nova Guiné; Nuova Guinea',
  },
  {
    kind: 'part',
    within: ['ID'],
    iso: 'ID-PP',
    names: 'West Papua; Papua Occidental; Papúa Occidental; Irian Jaya; Papouasie occidentale',
  },
  { kind: 'part', iso: 'GE-AB', within: ['GE'], names: 'Abkhazia; Abkhàzia; Abjasia; Abkhazie; Abecásia' },
  { kind: 'part', within: ['GE'], names: 'South Ossetia; Ossètia del Sud; Osetia del Sur; Ossétie du Sud' },
  {
    kind: 'part',
    within: ['AZ'],
    names:
      'Nagorno-Karabakh; Nagorno Karabakh; Alt Karabakh; Alto Karabaj; Artsakh; Nagorni Karabaj; Haut-Karabagh',
  },
  { kind: 'part', within: ['MD'], names: 'Transnistria; Transnístria; Transnistrie' },
  { kind: 'part', within: ['SO'], names: 'Somaliland; Somalilàndia; Somalilandia; Puntland' },
  { kind: 'part', within: ['SD'], names: 'Darfur; Darfour' },
  { kind: 'part', within: ['ET'], names: 'Tigray; Tigré; Tigrai; Oromia; Òromia; Ogaden' },
  { kind: 'part', within: ['NG'], names: 'Biafra' },
  {
    kind: 'part',
    within: ['PS'],
    names:
      'Gaza; Gaza Strip; Franja de Gaza; Bande de Gaza; Faixa de Gaza; West Bank; Cisjordània; Cisjordania; Cisjordanie; Cisjordânia; Striscia di Gaza; Cisgiordania',
  },
  {
    kind: 'part',
    within: ['PS', 'IL'],
    names: 'East Jerusalem; Jerusalem; Jerusalem Est; Jerusalén Este; Jerusalem Oriental; Jerusalén',
  },
  { kind: 'part', within: ['SY', 'IL'], names: 'Golan; Golan Heights; Alts del Golan; Altos del Golán' },
  { kind: 'part', within: ['MX'], iso: 'MX-CHP', names: 'Chiapas' },
  {
    kind: 'part',
    within: ['CY'],
    names: 'Northern Cyprus; Xipre del Nord; Chipre del Norte; Chypre du Nord',
  },
  { kind: 'part', within: ['PG'], names: 'Bougainville' },
  { kind: 'part', within: ['CA'], iso: 'CA-QC', names: 'Quebec; Québec; Quebec (Canada)' },
]

const peoples: readonly Territory[] = [
  {
    kind: 'people',
    within: ['TR', 'IQ', 'IR', 'SY'],
    names: 'Kurdistan; Kurdistán; Curdistão; Curdistan; Kurdistan (Kurds)',
  },
  {
    kind: 'people',
    within: ['SY'],
    names: 'Rojava; Kurdistan sirià; Kurdistán sirio; Syrian Kurdistan; Kurdistan syrien',
  },
  {
    kind: 'people',
    within: ['TR'],
    names: 'Bakur; Northern Kurdistan; Kurdistan turc; Kurdistán turco; Turkish Kurdistan',
  },
  {
    kind: 'people',
    within: ['IR'],
    names: 'Rojhelat; Kurdistan iranià; Kurdistán iraní; Iranian Kurdistan; Kurdistan iranien',
  },
  {
    kind: 'people',
    within: ['CL', 'AR'],
    names: 'Wallmapu; Wallmapu (Mapuche); Araucanía; Nació Maputxe; Nación Mapuche; Mapuche Nation',
  },
  {
    kind: 'people',
    within: ['PK', 'IR', 'AF'],
    names: 'Balochistan; Baluchistan; Balutxistan; Baluchistán; Beluchistan',
  },
  {
    kind: 'people',
    within: ['NO', 'SE', 'FI', 'RU'],
    names: 'Sápmi; Sapmi; Lapland; Lapònia; Laponia; Laponie',
  },
  { kind: 'people', within: ['DZ'], names: 'Kabylia; Kabylie; Cabília; Cabilia' },
  { kind: 'people', within: ['MA'], names: 'Rif; El Rif' },
  { kind: 'people', within: ['MM', 'BD'], names: 'Rohingya; Rohinyà; Rohinyá; Arakan; Rakhine' },
  { kind: 'people', within: ['LK'], names: 'Tamil Eelam; Eelam' },
  { kind: 'people', within: ['ML'], names: 'Azawad' },
  {
    kind: 'people',
    within: ['CA', 'US', 'AU', 'NZ'],
    names: 'First Nations; Primeres Nacions; Primeras Naciones; Turtle Island',
  },
]

/** The editable list: historical states, parts of states, peoples. Dates from ISO 3166-3 and the states’ own acts. */
export const territories: readonly Territory[] = [...historical, ...parts, ...peoples]
