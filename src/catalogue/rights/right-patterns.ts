/**
 * What makes a code. Patterns are folded content words (function words left out) separated by `;`; `*` ends a
 * stem; `R` stands for a word for right or access, `F` for freedom, in any language read here.
 */
export type RightPatterns = {
  /** Understood wherever it stands. */
  readonly sure: string
  /** Understood only when a word for right, access or freedom governs it in the same clause. */
  readonly governed?: string
  /** Suggests the code and no more: a profession, a method, a word of two meanings. Always for review. */
  readonly hint?: string
}

/** Languages: ca, es, en, fr, pt, it, gl. Written for this project; no outside list was copied. */
export const rightPatterns: Readonly<Record<string, RightPatterns>> = {
  women: {
    sure: 'dona; dones; mujer; mujeres; women; woman; femme; femmes; mulher; mulheres; muller; mulleres; donne; feminis*; femenis*; igualtat genere; igualdad genero; gender equality; egalite genre; egalite femmes hommes; igualdade genero; parita genere; igualtat dones homes; igualdad mujeres hombres; igualdade xenero; equality women men',
    hint: 'genere; genero; gender; genre; xenero; empoderament*; matern*; donna',
  },
  'gender-violence': {
    sure: 'violencia genere; violencia genero; violencia xenero; violencies genere; violencias genero; gender based violence; gender violence; violence genre; violences genre; violences fondees genre; violence fondee genre; violenza genere; violencia masclista; violencies masclistes; violencia machista; violencias machistas; violencia sexual; violencies sexuals; violencias sexuales; sexual violence; violence sexuelle; violences sexuelles; violencias sexuais; violenza sessuale; violencia contra dones; violencia contra mujeres; violencia contra mulheres; violencia contra mulleres; violence against women; violence contre femmes; violences contre femmes; violences faites femmes; violenza contro donne; femicid*; feminicid*; femminicid*; mutilacio genital; mutilacion genital; genital mutilation; domestic violence; violencia domestica; violence domestique; violenza domestica; sexist violence; violencies sexistes; conflict related sexual violence',
    hint: 'violacio*; violacion*; rape; viol; assetjament; acoso; harassment; trata; tracta; trafficking',
  },
  srhr: {
    sure: 'R sexual* reproduct*; R sexual* reprodut*; R reproduct* sexual*; R reprodut* sexual*; R sexuels reproduct*; R sexuels reprodut*; R sexuais reproduct*; R sexuais reprodut*; R sessuali riproduttiv*; reproductive sexual R; sexual reproductive R; sexual reproductive health R; sexual reproductive health; reproductive R; R reproduct*; R reprodut*; R reproductius; salut sexual reproductiva; salud sexual reproductiva; sante sexuelle reproductive; saude sexual reprodutiva; salute sessuale riproduttiva; reproductive health; salut reproductiva; salud reproductiva; avortament; aborto; abortion; avortement; R sexuals; R sexuales; sexual R; R sexuels; R sexuais',
    governed: 'sexuals reproductius; sexuales reproductivos',
    hint: 'sexual*; reproduct*; reprodut*; contracep*; anticoncep*',
  },
  lgbtiq: {
    sure: 'lgbt*; lgtb*; glbt*; lgb; col lectiu lgbt*; gay*; lesbian*; lesbi*; transgender; transgenere; transgenero; trans; transsexual*; transexual*; bisexual*; intersex*; queer; homosexual*; diversitat sexual genere; diversidad sexual genero; diversitat sexual; diversidad sexual; sexual orientation gender identity; sexual orientation; orientacio sexual; orientacion sexual; gender identity; identitat genere; identidad genero; sogi*',
    hint: 'homofob*; homophob*; transfob*; transphob*',
  },
  indigenous: {
    sure: 'indigen*; poble* indigen*; pueblo* indigen*; peuple* autochtone*; autochtone*; povo* indigen*; popol* indigen*; poble* original*; poble* originari*; pueblo* originario*; povo* originario*; first nations; aborigen*; aborigin*; native peoples; pueblos nativos; pobles nadius',
    hint: 'mapuche*; maputxe*; maya; maia; maies; mayas; quechua*; aimara*; aymara*; nativ*',
  },
  'land-territory': {
    sure: 'R terra; R terra territori*; R tierra; R tierra territorio*; R tierras; R land; land R; R land territory; R lands territor*; R terre; R terre territoire; R terra territorio; defens* territori*; defens* terra; defens* tierra; defense land; defence land; defense territory; defence territory; defesa territorio; defesa terra; difesa territorio; difesa terra; defense territoire; defense terre; defenders land; land defen*; territori; territoris; territorio; territorios; territory; territories; territoire; territoires; R territorials; R territoriales; reforma agrari*; agrarian reform; acaparament terres; acaparamiento tierras; land grabbing; land reform; landless; sem terra; sin tierra; sense terra; despojo tierras; dispossession land',
    governed: 'terra; terres; tierra; tierras; land; lands; terre; terres; terras',
    hint: 'terra; terres; tierra; tierras; land; terre; pages*; campes*; peasant*; camponeses; contadini; agrari*; propiet*; property',
  },
  environment: {
    sure: 'medi ambient*; mediambient*; medioambient*; medio ambient*; meio ambiente; environment*; environnement*; ambiental*; healthy environment; clean environment; environmental justice; justicia ambiental; justicia climatica; climate justice; climate change; canvi climatic; cambio climatico; changement climatique; mudancas climaticas; cambiamento climatico; climate; climatic*; climatique*; biodivers*; sustainable development; desenvolupament sostenible; desarrollo sostenible; developpement durable; desenvolvimento sustentavel; sviluppo sostenibile; ecolog*; ecosystem*; ecosistem*; ecossistem*; R naturalesa; R naturaleza; rights nature; droits nature; medi natural; deforestacio*; deforestation; desmatamento; R ambiente; defens* ambiente; defesa ambiente; difesa ambiente; proteccion ambiente; protezione ambiente; tutela ambiente',
    hint: 'ambient*; natura; naturaleza; nature; naturalesa; mineria; mining; mines; extractiv*; rius; rios; rivers; boscos; bosques; forests; contamina*; pollut*; sostenib*; sustainab*; poluicao; clima',
  },
  'migrants-refugees': {
    sure: 'migrant*; migrants refugi*; migrante*; migrad*; migrat*; immigra*; inmigra*; imigra*; migra*; refugi*; refugee*; refugie*; rifugiat*; asylum; asylum seek*; R asil; R asilo; R asile; demandeurs asile; sollicitants asil; solicitantes asilo; requerentes asilo; richiedenti asilo; displaced persons; displaced people; internally displaced persons; internally displaced; persones desplacades; personas desplazadas; personnes deplacees; pessoas deslocadas; desplacament forcat; desplazamiento forzado; forced displacement; deplacement force; stateless*; apatrid*; mobilitat humana; movilidad humana',
    governed: 'asil; asilo; asile; desplacades; desplazadas; deplacees; displaced',
    hint: 'asil; asilo; asile; desplacad*; desplazad*; deplace*; displaced; frontera*; borders; exil*; nacionalitat; nationality; nacionalidad',
  },
  minorities: {
    sure: 'minories; minorias; minoria; minorities; minority; minorites; minorite; minoritat*; minoritari*; minories etniques nacionals; minories etniques; minories nacionals; minorias etnicas; minorias etnicas nacionales; ethnic minorities; national minorities; ethnic national minorities; religious minorities; linguistic minorities; minories religioses; minorias religiosas; minorites ethniques; minorites nationales; minorites ethniques nationales; minorites religieuses; minorias etnicas nacionais; minoranze etniche nazionali; minoranze etniche; minoranze*; minories linguistiques; minorias linguisticas; minories etniques religioses',
    hint: 'racis*; racismo; etnic*; ethnic*; afro*; romani; roma; gitan*; poble gitano; dalit*; kurd*; uigur*; uyghur*; discriminac*; discrimination; antiracis*; xenofob*; xenophob*; lingu*; llengua; lengua',
  },
  peace: {
    sure: 'pau; paz; peace; paix; pace; peacebuilding; construccio pau; construccion paz; peace building; cultura pau; cultura paz; culture peace; culture paix; desarmament; desarme; disarmament; desarmement; disarmo; nonproliferation; desarmamento; antimilitaris*; pacifis*',
    hint: 'noviolencia; nonviolence; dialeg; dialogo; reconciliac*; mediac*; conviven*; objeccio consciencia; objecion conciencia; conscientious objection',
  },
  'truth-justice-reparation': {
    sure: 'veritat justicia reparacio*; verdad justicia reparacion*; truth justice reparation*; verite justice reparation*; verdade justica reparacao; verita giustizia riparazione; veritat justicia; verdad justicia; truth justice; verite justice; verdade justica; verita giustizia; R veritat; R verdad; R truth; R verite; R verdade; R verita; R reparacio*; R reparation*; R reparacao; R riparazione; transitional justice; justicia transicional; justicia transicio; justice transitionnelle; justica transicao; giustizia transizione; verdade xustiza reparacion; veritat justicia reparacio no repeticio; verdad justicia reparacion no repeticion; verdad justicia reparacion garantias no repeticion; veritat justicia reparacio garanties no repeticio; verdade justica reparacao nao repeticao; truth justice reparation guarantees non recurrence; truth justice reparation non repetition',
    governed:
      'veritat; verdad; truth; verite; verdade; verita; reparacio; reparacion; reparation; reparations; reparacao',
    hint: 'veritat; verdad; truth; verite; verdade; impunit*; impunid*; impunity; reparac*; reparation*; victim*; justicia; justice; justica; giustizia; xustiza; accountability; rendicio comptes; rendicion cuentas; crims guerra; crimenes guerra; war crimes; genocid*',
  },
  memory: {
    sure: 'memoria historica; historical memory; historic memory; memoire historique; memoria storica; memoria democratica; democratic memory; R memoria; R memory; R memoire; collective memory; memoria collectiva; memoria colectiva; memoire collective; memoria coletiva; llocs memoria; lugares memoria; sites memory; lieux memoire',
    governed: 'memoria; memory; memoire',
    hint: 'memoria; memory; memoire; memories; exhumac*; fosses; fosas',
  },
  'civil-political': {
    sure: 'R civils politic*; R civiles politic*; civil political R; R civils politiques; R civis politic*; R civili politic*; R politic* civil*; political civil R; R civils; R civiles; civil R; R civis; R civili; R politics; R politicos; political R; R politiques; R politici; civil liberties; libertades civiles; llibertats civils; libertes civiles; liberdades civis; civil political liberties',
    hint: 'civil*; politic*; civis; political*; oposici*; opposition; dissiden*; disident*; presos politic*; political prisoners; prisoners conscience; presos consciencia; presos conciencia; llibertats; libertades; liberties; freedoms',
  },
  expression: {
    sure: 'F expressio; F expresion; F expression; F expressao; F espressione; F opinio; F opinion; F opiniao; F opinione; F paraula; F speech; F palabra; F parole; F parola; F palavra; free speech; free expression; F informacio; F informacion; F information; F informacao; F informazione; R informacio; R informacion; R information; R informacao; R informazione; lliure expressio; libre expresion; libre expression; livre expressao; libera espressione; F expressio opinio; F expression opinion',
    governed:
      'expressio; expresion; expression; expressao; espressione; opinio; opinion; opiniao; opinione; informacio; informacion; information; informacao',
    hint: 'expressio; expresion; expression; censura; censorship; blog*; opinio*; informacio*; informat*; paraula',
  },
  press: {
    sure: 'F premsa; F prensa; F press; F presse; F imprensa; F stampa; F imprenta; press F; F mitjans; F mitjans comunicacio; F medios; F medios comunicacion; F media; media F; F medias; free press; free media; premsa lliure; prensa libre; presse libre; imprensa livre; stampa libera; media freedom; independent media; independent journalism; periodisme independent; periodismo independiente; journalisme independant; jornalismo independente; safety journalists; seguretat periodistes; seguridad periodistas; protection journalists; proteccio periodistes; proteccion periodistas; giornalismo indipendente',
    governed:
      'premsa; prensa; press; presse; imprensa; stampa; media; periodistes; periodistas; journalists; journalistes; jornalistas; giornalisti',
    hint: 'premsa; prensa; press; presse; imprensa; periodis*; journalis*; jornalis*; giornalis*; xornalis*; mitjans; medios; media; report*; comunicad*',
  },
  'association-assembly': {
    sure: 'F associacio; F asociacion; F association; F associacao; F associazione; F reunio; F reunion; F reuniao; F riunione; F assembly; F assemblea; F asamblea; F manifestacio; F manifestacion; F manifestation; F manifestacao; F manifestazione; R reunio; R reunion; R reuniao; R riunione; R assembly; R associacio; R asociacion; R association; R associacao; R associazione; R manifestacio; R manifestacion; R manifestation; R manifestacao; R protest*; peaceful assembly; peaceful protest R; R reunio pacifica; R reunion pacifica; F peaceful assembly; R peaceful assembly; F assembly association; F association assembly; F peaceful assembly association; civic space; espai civic; espacio civico; espace civique; espaco civico',
    governed:
      'associacio; asociacion; association; associacao; associazione; reunio; reunion; reuniao; riunione; assembly; assemblea; asamblea; manifestacio; manifestacion; manifestation; manifestacao; protesta; protest',
    hint: 'reunio*; reunion*; associacio*; asociacion*; association*; assembly; assemblea; manifesta*; societat civil; sociedad civil; civil society; societe civile; sociedade civil; societa civile; sindical; vaga; huelga; strike',
  },
  'self-determination': {
    sure: 'autodeterminac*; autodeterminat*; self determination; selfdetermination; autodeterminazione; autodetermination; libre determinacion; lliure determinacio; livre determinacao; libera determinazione',
    hint: 'contra ocupacio; contra ocupacion; against occupation; contre occupation; contra ocupacao; contro occupazione; sahara ocupat; sahara ocupado; independencia; independence; independentis*; sobirania; soberania; descoloni*; decoloni*; ocupacio militar; ocupacion militar; military occupation',
  },
  'life-death-penalty': {
    sure: 'R vida; R vida integritat fisica; R life; R vie; R vita; R vida integritat; pena mort; pena muerte; death penalty; peine mort; pena morte; pena capital; capital punishment; peine capitale; extrajudicial execution*; extrajudicial killing*; execucions extrajudicials; ejecuciones extrajudiciales; executions extrajudiciaires; execucoes extrajudiciais; esecuzioni extragiudiziali; abolicio pena mort; abolition death penalty',
    hint: 'vida; life; vie; vita; assassinat*; asesinat*; killing*; execuc*; ejecuc*; execution*; murder*; mort; muerte; death',
  },
  disappearance: {
    sure: 'desaparicio* forcad*; desapariciones forzadas; desaparicion forzada; enforced disappearance*; forced disappearance*; disparition* forcee*; desaparecimento* forcado*; desaparecidos forcados; sparizion* forzat*; persones desaparegudes; personas desaparecidas; disappeared persons; disappeared people; disappeared; desaparegud*; desaparecid*; personnes disparues; pessoas desaparecidas; persone scomparse; desaparicions; desapariciones; disappearances; recerca desapareguts; search disappeared; cerca persones desaparegudes; busqueda personas desaparecidas; busqueda desaparecidos; desaparicions forcoses',
    hint: 'desaparici*; disappearance*; disparition*; disparu*; missing; missing persons; missing people; sparizion*; desaparecimento*',
  },
  'torture-detention': {
    sure: 'tortura; tortures; torturas; torture; detencio arbitraria; detencions arbitraries; detencion arbitraria; detenciones arbitrarias; arbitrary detention*; arbitrary arrest*; detention* arbitraire*; detencao arbitraria; detencoes arbitrarias; detenzion* arbitrari*; maltractaments; malos tratos; ill treatment; mauvais traitements; maus tratos; maltrattamenti; tracte* inhuma; tratos crueles; tractes cruels; cruel inhuman treatment; R presos; R preses; prisoners R; R prisoners; R detainees; R persones preses; R personas privadas libertad; R persones privades llibertat; R personas presas; R presas; R prisonniers; R detenus; R detenuti; personas privadas libertad; persones privades llibertat',
    hint: 'presos; presas; preses; prison*; preso; detenc*; detention*; detain*; detingu*; detenid*; carcel*; carcer*; presoner*; brutalitat policial; violencia policial; police violence; police brutality; violencia institucional; violencia estat; violencia estado; arrest*; empresonament*; incomunic*; presos politic*; political prisoners; prisoners conscience; presos consciencia; presos conciencia',
  },
  'children-youth': {
    sure: 'infancia; infants; infant; nens; nenes; nen; nena; menors; menores; menores edad; menors edat; adolescen*; jove; joves; jovent; joventut; joven; jovenes; juventud; juvenil; ninez; nino; ninos; nina; ninas; children; child; girls; boys; youth; youths; young people; young persons; enfant; enfants; enfance; jeune; jeunes; jeunesse; crianca; criancas; jovem; jovens; juventude; bambini; bambine; infanzia; giovani; gioventu; minori; minori eta; xuventude; nenos; nenas; mozos; mozas; mocidade; rapazes; raparigas; adolescenza; fillettes; child rights; child soldiers; nens soldat; ninos soldado',
    hint: 'filles; young; escolar*; student*; estudiant*; estudante*; etudiant*; studenti',
  },
  labour: {
    sure: 'R laboral*; labour R; labor R; workers R; R worker*; R trabajador*; R treballador*; R travailleu*; R trabalhador*; R laborais; R laboural*; R lavorator*; R travail; R treball; R trabajo; R trabalho; R lavoro; R work; decent work; treball digne; trabajo digno; trabajo decente; treball decent; travail decent; trabalho digno; lavoro dignitoso; F sindical*; F sindicat*; llibertat sindical; libertad sindical; trade union R; trade union F; union R; R sindical*; R syndica*; liberte syndicale; R vaga; R huelga; R strike; R greve; R sciopero; child labour; treball infantil; trabajo infantil; forced labour; forced labor; treball forcat; trabajo forzoso; trabajo forzado; travail force; trabalho forcado; modern slavery; esclavitud moderna',
    hint: 'worker*; treballador*; travailleu*; trabalhador*; lavorator*; lavoratric*; traballador*; laboral*; sindic*; syndic*; union*; trade union*; trabajador*; treball; trabajo; work; travail; trabalho; lavoro; obrer*; esclav*; slavery; escravatura; escravidao; llars; ocupacio; empleo; salari*; feina; emprego',
  },
  housing: {
    sure: 'R habitatge; habitatge digne; habitatge; vivienda; vivienda digna; R vivienda; housing; R housing; housing R; adequate housing; logement; R logement; habitacao; moradia; R moradia; R habitacao; R casa; alloggio; R abitazione; abitazione; forced eviction*; desnonament*; desahucio*; desalojo* forzoso*; vivenda; R vivenda',
    hint: 'casa; desallotj*; desaloj*; eviction*; sense llar; sin techo; homeless*; expulsion*; sostre; techo',
  },
  'religion-belief': {
    sure: 'F religi*; F religio*; F consciencia; F conciencia; F conscience; F coscienza; F pensament; F pensamiento; F thought; F pensee; F pensamento; F pensiero; F culte; F culto; F worship; F belief*; F creenc*; F creenci*; F religion belief; F religio creences; F religion creencias; F thought conscience religion; F pensament consciencia religio; F pensamiento conciencia religion; F fe; F faith; religious F; R libertad religiosa',
    governed:
      'religio; religion; religiao; religione; consciencia; conciencia; conscience; pensament; pensamiento; thought; culte; culto; belief; beliefs; creences; creencias; crenca; conviction; convictions; relixion; crencas; faith',
    hint: 'religi*; relixi*; esglesia; iglesia; church; cristian*; christian*; musulm*; muslim*; bahai*; fe; faith; creenc*; belief*',
  },
  artistic: {
    sure: 'F artistic*; F artistique*; artistic F; artistic expression; expressio artistica; expresion artistica; expression artistique; expressao artistica; espressione artistica; F expressio artistica; F expresion artistica; F artistic expression; F artistic creation; F artistica; F creacio; F creacion; F creation; F criacao; F creacio artistica; F creacion artistica; F creation artistique; F artistica creativa; F creativa; F creation; F artistique; F arts; F art; F expression artistique; F expressao artistica; F espressione artistica; artist* risk; artistes risc; artistas riesgo',
    hint: 'teatr*; theat*; music*; musica; art; arts; arte; artes; artist*; cine; cinema; film*; poet*; poes*; literat*; escript*; escrit*; writer*; ecriv*; cultur*; dansa; danza; dance; pintur*; fotograf*; photograph*; rap; hip; muralis*; artivis*',
  },
  'elections-democracy': {
    sure: 'democra*; democrat*; eleccion*; elections; election; elecci*; eleicoes; elezioni; electoral; electoral*; R vot; R voto; R vote; R sufragi*; right vote; vote R; voting R; free elections; free fair elections; eleccions lliures; elecciones libres; participacio politica; participacion politica; political participation; participation politique; participacao politica; partecipazione politica; sufragi; sufragio; suffrage; regeneracio democratica',
    hint: 'pluralis*; govern*; parti*; vot*; corrupc*; corruption; transparen*; opposition',
  },
  'privacy-digital': {
    sure: 'R digital*; digital R; R digitals; R digitales; R numeriques; R digitais; R digitali; R privacitat; R privacidad; R privacy; privacy R; privacitat; privacidad; privacidade; privacy; vie privee; vida privada; private life; vita privata; proteccio dades; proteccion datos; data protection; protection donnees; protecao dados; surveillance; vigilancia massiva; vigilancia masiva; mass surveillance; internet F; F internet; R intimitat; R intimidad; R vie privee; seguretat digital; seguridad digital; digital security; drets digitals; R internet',
    governed: 'digital; internet; intimitat; intimidad',
    hint: 'digital*; internet; tecnolog*; technolog*; dades; datos; vigilanc*; spyware; cyber*; ciber*; hacktiv*; tech',
  },
  disability: {
    sure: 'discapac*; discapacitat*; disabilit*; disabled; handicap*; deficienc*; diversitat funcional; diversidad funcional; persones discapacitat; disabilita; personas discapacidad; people disabilities; persons disabilities; personnes handicapees; situation handicap; pessoas deficiencia; persone disabilita; accessibilitat universal; accesibilidad universal; deaf; sord*',
    hint: 'salut mental; salud mental; mental health; cec; cegues; ciegos; blind; accessib*; accesib*',
  },
  academic: {
    sure: 'F academic*; F academique*; academic F; F accadem*; F catedra; llibertat catedra; libertad catedra; autonomia universit*; university autonomy; scholars risk; F universitari*; F recerca; F investigacion; F research; F recherche; F investigacao; F ricerca; F scientific research; F cientifica; F ensenyament',
    hint: 'academic*; academiq*; universit*; universid*; student*; estudiant*; estudante*; etudiant*; professor*; profesor*; scholar*; cientific*; scientif*; investiga*; research*; recerca; recherche',
  },
  health: {
    sure: 'R salut; R salud; R health; health R; R sante; R saude; R salute; R sanitat; R sanidad; health care; healthcare; salut publica; salud publica; public health; sante publique; saude publica; atencio sanitaria; atencion sanitaria; assistencia sanitaria; R medicaments; R medicamentos; R medicines; salut mental; salud mental; mental health; sante mentale; saude mental; salute mentale; R health care',
    governed:
      'salut; salud; health; sante; saude; salute; sanitat; sanidad; medicaments; medicines; healthcare',
    hint: 'salut; salud; health; sante; saude; salute; sanit*; metge*; medic*; doctor*; infermer*; vih; hiv; sida; aids; covid*; nurs*',
  },
  education: {
    sure: 'R educac*; R educaci*; R education; education R; R instruction; R ensenyament; R ensenanza; R istruzione; R educazione; R educacao; R escola; R escuela; R school; R enseignement; girls education; education girls; educacio nenes; educacion ninas; public education; educacio publica; educacion publica; R aprendre',
    governed:
      'educacio; educacion; education; educacao; educazione; istruzione; ensenyament; ensenanza; instruction; enseignement; escola; escuela; school; schooling; ensino',
    hint: 'educa*; educat*; ensenya*; ensena*; enseign*; school*; escol*; escuel*; mestr*; maestr*; teacher*; alfabet*; literacy; pedagog*; formac*; docent*; istruz*; training; ensino',
  },
  'water-food': {
    sure: 'R aigua; R agua; R water; R eau; R acqua; R auga; R alimenta*; R food; R aliment*; R alimentacao; R nourriture; R cibo; food sovereignty; sobirania alimentaria; soberania alimentaria; souverainete alimentaire; soberania alimentar; sovranita alimentare; food security; seguretat alimentaria; seguridad alimentaria; securite alimentaire; seguranca alimentar; aigua potable; agua potable; drinking water; safe water; eau potable; water sanitation; aigua sanejament; agua saneamiento; acqua potabile; agua potavel; water food; food water',
    governed:
      'aigua; agua; water; eau; acqua; auga; alimentacio; alimentacion; alimentation; alimentacao; alimentazione; food; aliments; alimentos; sanejament; saneamiento; sanitation; assainissement; saneamento; cibo',
    hint: 'aigua; agua; water; eau; acqua; aliment*; food; fam; hambre; hunger; faim; fome; fame; sanejament; sanitation; saneamiento',
  },
  'fair-trial': {
    sure: 'judici just; juicio justo; fair trial; proces equitable; julgamento justo; processo equo; giusto processo; due process; degut proces; debido proceso; proces degut; devido processo; garanties processals; garantias procesales; tutela judicial efectiva; judicial independence; independencia judicial; independence judiciary; independance justice; xuizo xusto; presumpcio innocencia; presuncion inocencia; presumption innocence; proces judiciaire equitable; R judici just; R juicio justo; R fair trial; R effective remedy; R recurs efectiu',
    hint: 'rule law; estat dret; estado derecho; etat droit; estado direito; stato diritto; access justice; acces justicia; acces justice; acceso justicia; acesso justica; accesso giustizia; justicia; justice; justica; giustizia; judici*; juicio*; trial*; proces*; tribunal*; court*; advoca*; abogad*; avocat*; advogad*; avvocat*; lawyer*; jurid*; legal*; judicial*; llei; ley; law; igualtat llei; jueces; jutges; judges; assistencia legal; legal aid',
  },
}
