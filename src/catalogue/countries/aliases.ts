/**
 * Names in use that neither CLDR nor i18n-iso-countries carries in the seven languages read here, each of which
 * means one current country and no other. A name with two meanings belongs in `ambiguities.ts`; a place that is
 * not a country of the list belongs in `territories.ts`. Separated by `;`.
 */
export const aliases: Readonly<Record<string, string>> = {
  AE: 'Emirates; Unió dels Emirats Àrabs; Emiratos Árabes; Emirats Àrabs; Emiratos; Emirats',
  AG: 'Antigua e Barbuda; Antigua-et-Barbuda',
  AR: 'Argentine Republic; República Argentina; Argentinien',
  BA: 'Bosnia; Bòsnia; Bosnie; Bósnia; Bòsnia i Herzegovina; Bosnia-Herzegovina; BiH; Bosnia-Hercegovina',
  BF: 'Burkina',
  BI: 'Burundi',
  BO: 'Estado Plurinacional de Bolivia; Plurinational State of Bolivia; Estat Plurinacional de Bolívia',
  BR: 'Brasil; República Federativa do Brasil',
  BY: 'Bielorrússia; Bielorussia; Belarus; Belorussia; Byelorussia; Biélorussie; Bielorrusia; Bielorússia',
  CD:
    'DR Congo; D.R. Congo; DRC; RDC; R.D. Congo; RD Congo; RD del Congo; Congo-Kinshasa; Congo Kinshasa; Congo (Kinshasa); ' +
    'Congo RDC; Congo (RDC); Congo DRC; Congo (DRC); Congo RD; República Democràtica del Congo; República Democrática del Congo; ' +
    'República Democrática do Congo; Democratic Republic of Congo; Democratic Congo; Repubblica Democratica del Congo; ' +
    'République démocratique du Congo; Rep. Dem. Congo; Rep. Dem. del Congo; The Democratic Republic of the Congo; ' +
    'Congo, The Democratic Republic of the; Congo Democràtic; Congo Democrático',
  CF: 'CAR; RCA; República Centreafricana; Centreàfrica; Centroáfrica; Centrafrique; Rep. Centroafricana',
  CG:
    'Republic of the Congo; Republic of Congo; Congo-Brazzaville; Congo Brazzaville; Congo (Brazzaville); República del Congo; ' +
    'République du Congo; República do Congo; Repubblica del Congo; Repubblica del Congo-Brazzaville',
  CI: 'Ivory Coast; Côte d’Ivoire; Costa de Marfil; Costa d’Ivori; Costa do Marfim; Costa d’Avorio',
  CN: 'PRC; PR China; República Popular de Xina; República Popular China; República Popular de China; República Popular Xina; Mainland China',
  CV: 'Cap Verd; Cabo Verde; Cape Verde; Capo Verde; Cap-Vert',
  CY: 'Xipre; Chipre',
  CZ: 'Txèquia; República Txeca; Czech Republic; Chequia; Tchéquie; Chéquia; Tcheca; Cechia; Repubblica Ceca; República Tcheca',
  DE: 'Federal Republic of Germany; República Federal d’Alemanya; República Federal de Alemania',
  DO: 'Rep. Dominicana; Dominican Rep.; Dominican Republic; Santo Domingo (República Dominicana)',
  EH:
    'Sàhara Occidental; Sahara Occidental; Western Sahara; Sahara Occidentale; Sahara occidental; Saara Ocidental; RASD; SADR; ' +
    'República Àrab Sahrauí Democràtica; República Árabe Saharaui Democrática; Sahrawi Arab Democratic Republic',
  ES: 'Estat espanyol; Estado español; Estado Español; Spanish State; État espagnol',
  GB:
    'Great Britain; Gran Bretanya; Gran Bretaña; Grande-Bretagne; Grã-Bretanha; Gran Bretagna; Britain; U.K.; ' +
    'United Kingdom of Great Britain and Northern Ireland; Regne Unit de Gran Bretanya i Irlanda del Nord; ' +
    'Reino Unido de Gran Bretaña e Irlanda del Norte',
  GM: 'Gàmbia; Gambia; The Gambia',
  GN:
    'Guinea Conakry; Guinea-Conakry; Guinea (Conakry); Guinée-Conakry; Guiné-Conacri; Guinea Conakri; Republic of Guinea; ' +
    'República de Guinea; République de Guinée',
  GQ: 'Guinea Equatorial; Guinea Ecuatorial; Equatorial Guinea; Guinée équatoriale; Guiné Equatorial; Guinea Equatoriale',
  GW: 'Guinea Bissau; Guinea-Bissau; Guinea-Bisáu; Guinée-Bissau; Guiné-Bissau; Guinea Bissáu; Guinea (Bissau)',
  HT: 'Haití; Haïti; Haiti',
  HN: 'Hondures; Honduras',
  IR: 'Islamic Republic of Iran; República Islàmica de l’Iran; República Islámica del Irán; Persia; Pèrsia',
  KP:
    'North Korea; Corea del Nord; Corea del Norte; Corée du Nord; Coreia do Norte; DPRK; ' +
    'Democratic People’s Republic of Korea; República Popular Democràtica de Corea; República Democrática Popular de Corea',
  KR: 'South Korea; Corea del Sud; Corea del Sur; Corée du Sud; Coreia do Sul; Republic of Korea; República de Corea; ROK',
  KG: 'Kirguizistan; Kirguistán; Kyrgyz Republic; Kirguízia; Kirguisistan; Kirguizstan; Kirghizistan',
  LK: 'Ceylon; Ceilán; Ceilan',
  MD: 'Moldova; Moldàvia; Moldavia; Moldavie; Moldávia; República de Moldova',
  MK:
    'North Macedonia; Macedònia del Nord; Macedonia del Norte; Macédoine du Nord; Macedônia do Norte; Macedónia do Norte; ' +
    'Macedonia del Nord; FYROM; Former Yugoslav Republic of Macedonia; Antiga República Iugoslava de Macedònia',
  MM:
    'Birmània; Burma; Birmania; Birmanie; Birmânia; Myanmar/Burma; Burma/Myanmar; Myanmar (Burma); Myanmar (Birmània); ' +
    'Myanmar (Birmania); Birmània (Myanmar); Birmania (Myanmar); Burma (Myanmar); Union of Myanmar; Republic of the Union of Myanmar',
  MX: 'Mèxic; Mexico; México; Méjico; Mexique; Messico; Estados Unidos Mexicanos; Mejico',
  NL: 'Holanda; Holland; Països Baixos; Pays-Bas; Olanda; Hollande; Netherlands; The Netherlands; Paesi Bassi',
  PH: 'The Philippines; Filipines; Pilipinas',
  PG: 'Papua New Guinea; Papua Nova Guinea; Papúa Nueva Guinea; Papouasie-Nouvelle-Guinée; Papua Nuova Guinea; PNG',
  PS:
    'Palestina; Palestine; State of Palestine; Estat de Palestina; Estado de Palestina; État de Palestine; Territoris palestins; ' +
    'Territoris Palestins Ocupats; Occupied Palestinian Territory; Occupied Palestinian Territories; ' +
    'Territorios Palestinos Ocupados; Territorio Palestino Ocupado; Territori Palestí Ocupat; ' +
    'Territoire palestinien occupé; Territoires palestiniens occupés; OPT',
  RS: 'Sèrbia; Republic of Serbia; República de Serbia; República de Sèrbia',
  RU:
    'Rússia; Russia; Rusia; Russie; Russian Federation; Federació Russa; Federació de Rússia; Federación Rusa; ' +
    'Federación de Rusia; Fédération de Russie; Federação Russa; Federação da Rússia; Federazione Russa',
  SN: 'Senegal',
  SS: 'South Sudan; Sudan del Sud; Sudán del Sur; Soudan du Sud; Sudão do Sul; Sud Sudan; Sud-Sudan; Southern Sudan',
  SV: 'El Salvador; Salvador, El; República de El Salvador; Republic of El Salvador',
  ST: 'São Tomé i Príncipe; Santo Tomé y Príncipe; Sao Tome and Principe; São Tomé e Príncipe; Sao Tomé-et-Principe',
  SY: 'Síria; Siria; República Àrab Siriana; República Árabe Siria; Syrian Arab Republic',
  SZ: 'Swaziland; Swazilàndia; Suazilandia; Suazilàndia; Swazilandia; Suazilândia; Eswatini; eSwatini; Esuatini; Essuatíni',
  TD: 'Txad; Chad; Tchad; Ciad; Chade',
  TL: 'Timor Oriental; East Timor; Timor-Leste; Timor Leste; Timor Est; Timor de l’Est; Timor del Este',
  TN: 'Tunísia; Túnez; Tunis (Tunísia)',
  TR: 'Turkey; Türkiye; Turquia; Turquía; Turquie; Turchia',
  TZ: 'Tanzània; Tanzania; Tanzanie; Tanzânia; United Republic of Tanzania; República Unida de Tanzània',
  US:
    'Estats Units; Estats Units d’Amèrica; EUA; E.U.A.; EE.UU.; EE. UU.; EEUU; Estados Unidos de América; ' +
    'Estados Unidos; United States of America; États-Unis d’Amérique; Stati Uniti d’America; Estados Unidos da América',
  VA: 'Vaticà; Vaticano; Vatican; Santa Seu; Santa Sede; Holy See; Saint-Siège; Santa Sé',
  VE:
    'Venezuela; Veneçuela; República Bolivariana de Venezuela; República Bolivariana de Veneçuela; ' +
    'Bolivarian Republic of Venezuela; Vénézuéla',
  VN: 'Vietnam; Viet Nam; Viêt Nam; Vietname; Vietnã; República Socialista de Vietnam',
  XK: 'Kosovo; Kosova; Kosove',
  YE: 'Iemen; Yemen; Iémen; Iêmen; Yémen',
  ZA:
    'Sud-àfrica; Sudàfrica; Sudáfrica; Sud-africa; South Africa; Afrique du Sud; África do Sul; Sudafrica; RSA; Àfrica del Sud; ' +
    'República Sud-africana',
  WS: 'Western Samoa; Samoa Occidental; Samoa occidentale; Samoa occidentales',
  ZW: 'Zimbabwe; Zimbàbue; Zimbabue',
}
