import type { Labels } from '#platform/i18n'

/** What stands beside every figure of a kind, wherever it is shown. */
export const caveats = {
  agreement: {
    en: 'Agreement depends on what was put to the vote that year. Texts adopted without a vote are not counted, and adoption without a vote is not unanimity. Look at n before comparing.',
    es: 'La coincidencia depende de lo que se sometió a votación ese año. Los textos aprobados sin votación no se cuentan, y la aprobación sin votación no es unanimidad. Mire n antes de comparar.',
    ca: "La coincidència depèn del que es va sotmetre a votació aquell any. Els textos aprovats sense votació no es compten, i l'aprovació sense votació no és unanimitat. Mireu n abans de comparar.",
  },
  cohesion: {
    en: 'Cohesion is measured on roll calls only, resolutions and amendments together; a group that avoids votes looks no less united. Groups are those of the file, not those of the date.',
    es: 'La cohesión se mide solo en votaciones nominales, resoluciones y enmiendas juntas; un grupo que evita votar no parece menos unido. Los grupos son los del archivo, no los de la fecha.',
    ca: 'La cohesió es mesura només en votacions nominals, resolucions i esmenes juntes; un grup que evita votar no sembla menys unit. Els grups són els del fitxer, no els de la data.',
  },
  idealPoints: {
    en: 'One line cannot hold everything states differ on. Positions are relative to the other states and to what was put to the vote; the interval tells how sure the place among the states of a session is, not where the line of one session lies against that of another, which is known less well before 1960.',
    es: 'Una sola línea no puede contener todo lo que separa a los Estados. Las posiciones son relativas a los demás Estados y a lo que se sometió a votación; el intervalo dice con qué certeza se conoce el lugar entre los Estados de un período de sesiones, no cómo se sitúa la línea de un período frente a la de otro, que antes de 1960 se conoce peor.',
    ca: "Una sola línia no pot contenir tot el que separa els Estats. Les posicions són relatives als altres Estats i al que es va sotmetre a votació; l'interval diu amb quina certesa es coneix el lloc entre els Estats d'un període de sessions, no com se situa la línia d'un període davant de la d'un altre, que abans de 1960 es coneix pitjor.",
  },
  earlyWarning: {
    en: 'A risk is no prediction: of a hundred countries with a risk of 2 %, two are expected to see a mass killing begin within two years. The model knows neither this week nor the country; use it to decide where to look. Internal until somebody decides otherwise.',
    es: 'Un riesgo no es una predicción: de cien países con un riesgo del 2 %, se espera que en dos comience una matanza masiva en los dos años siguientes. El modelo no conoce esta semana ni el país; úselo para decidir dónde mirar. Interno mientras nadie decida otra cosa.',
    ca: "Un risc no és una predicció: de cent països amb un risc del 2 %, s'espera que en dos comenci una matança massiva en els dos anys següents. El model no coneix aquesta setmana ni el país; feu-lo servir per decidir on mirar. Intern mentre ningú no decideixi altrament.",
  },
} as const satisfies Record<string, Labels>
