const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/** Words that say nothing about which right: articles, prepositions, conjunctions, possessives (folded). */
export const functionWords = words(`
  the of and to for in on by with a an at as from their its this that
  de del dels d la el l les los las lo le du des et da do das dos e y i o u al als amb per pel pels para por con en
  s un una uns unes unos unas sobre entre com als seus seves sus su sua seu
  di della dello degli dei delle il gli ed nel nella nei nelle ai alla alle dell all
  sur pour par dans aux au un une leurs
  pelo pela pelos pelas em nos nas no na aos ao as os um uma
  que qui or ou
`)

/** Words for a right or for access to it: what follows them is a right. */
export const rightWords = words(`
  dret drets right rights derecho derechos droit droits direito direitos dereito dereitos diritto diritti
  acces access acceso acesso accesso
`)

/** English puts the holder before (“women's rights”); there it governs what follows only with one of these. */
export const englishRightWords = words('right rights access')
export const englishGovernors = words('of to for')

/** Words for freedom. */
export const freedomWords = words(`
  llibertat llibertats libertad libertades freedom freedoms liberty liberte libertes liberdade liberdades liberta
`)

/** Words of opposition or ending: understood only before a harm (torture, the death penalty, disappearance). */
export const oppositionWords = words(`
  contra against contre contro anti stop fi end ending abolicio abolicion abolition abolicao abolizione
  prevencio prevencion prevention prevencao prevenzione eradicacio erradicacion eradication victimes victimas victims victimas
  vittime lluita lucha
`)

/**
 * Words that carry no right of their own: defending, campaigning, persons, groups, human rights as such, and the
 * ways of acting that are another facet (peaceful protest).
 */
export const neutralWords = words(`
  human humans humanos humanas humains humaines humano umani umana humana
  fundamental fundamentals fundamentales fondamentaux fundamentais fondamentali basic basics basicos basiques
  persones persona personas persons person people peoples poble pobles pueblo pueblos peuple peuples povo povos popolo popoli
  personnes personne pessoas pessoa persone persoas pobos
  collectiu collectius colectivo colectivos collective collectives collectif collectifs coletivo coletivos community communities
  comunitat comunitats comunidad comunidades communaute communautes comunidade comunita group groups grup grups grupo grupos
  defensa defensar defensant defensor defensora defensors defensores defence defense defend defending defender defenders
  defender defendiendo defenseur defenseurs defenseure defesa defender difesa difensori difensore defensoras defensor
  activisme activismo activism activist activists activista activistas activistes activismo ativismo ativista ativistas attivismo
  attivista militant militants militante militantes
  lluita lluites lluitar lucha luchas luchar fight fighting fights struggle struggles lutte luttes luta lutas lotta lotte loita
  promocio promocion promotion promocao promozione promoting promover promoure
  proteccio proteccion protection protecao protezione protecting
  campanya campanyes campana campanas campaign campaigns campagne campanha
  construccio construccion construction construcao costruzione building
  full plens plenos totes tots todos todas all every tothom
  exercici ejercicio exercise exercice exercicio
  protesta protestas protestes protest protests protesto proteste
  pacifica pacifico pacific peaceful pacifique pacificament pacificamente
`)

/** Runs of words that are understood together and add nothing: context and method. */
export const neutralPhrases: readonly string[] = [
  'no violenta',
  'no violentes',
  'no violent',
  'non violent',
  'nonviolent',
  'non violenta',
  'non violente',
  'nao violento',
  'armed conflict',
  'armed conflicts',
  'conflicte armat',
  'conflictes armats',
  'conflicto armado',
  'conflictos armados',
  'conflit arme',
  'conflits armes',
  'conflito armado',
  'conflitos armados',
  'conflitto armato',
  'conflitti armati',
]
