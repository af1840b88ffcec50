// The regions and départements of France: ISO 3166-2 codes, and the names people write for them, old and new.

export interface Area {
  /** ISO 3166-2. */
  readonly code: string;
  /** The code of the area it lies in. */
  readonly within: string;
  /** The official name first, then others, former ones included. Case, accents and hyphens do not matter. */
  readonly names: readonly string[];
}

const region = (code: string, ...names: string[]): Area => ({ code, within: 'FR', names });

const regions: readonly Area[] = [
  region('FR-ARA', 'Auvergne-Rhône-Alpes', 'Auvergne', 'Rhône-Alpes', 'AURA'),
  region('FR-BFC', 'Bourgogne-Franche-Comté', 'Bourgogne', 'Franche-Comté'),
  region('FR-BRE', 'Bretagne', 'Brittany'),
  region('FR-CVL', 'Centre-Val de Loire', 'Centre', 'région Centre'),
  region('FR-20R', 'Corse', 'Corsica'),
  region('FR-GES', 'Grand Est', 'Lorraine', 'Champagne-Ardenne', 'Alsace-Champagne-Ardenne-Lorraine', 'ACAL'),
  region('FR-HDF', 'Hauts-de-France', 'Nord-Pas-de-Calais', 'Picardie', 'Nord-Pas-de-Calais-Picardie', 'HDF'),
  region('FR-IDF', 'Île-de-France', 'IDF', 'région parisienne'),
  region(
    'FR-NAQ',
    'Nouvelle-Aquitaine',
    'Aquitaine',
    'Limousin',
    'Poitou-Charentes',
    'Aquitaine-Limousin-Poitou-Charentes',
    'ALPC',
  ),
  region('FR-NOR', 'Normandie', 'Haute-Normandie', 'Basse-Normandie', 'Normandy'),
  region(
    'FR-OCC',
    'Occitanie',
    'Languedoc-Roussillon',
    'Midi-Pyrénées',
    'Languedoc-Roussillon-Midi-Pyrénées',
    'LRMP',
  ),
  region('FR-PAC', 'Provence-Alpes-Côte d’Azur', 'PACA', 'Provence'),
  region('FR-PDL', 'Pays de la Loire', 'PDL'),
  region('FR-971', 'Guadeloupe'),
  region('FR-972', 'Martinique'),
  region('FR-973', 'Guyane', 'Guyane française', 'French Guiana'),
  region('FR-974', 'La Réunion', 'Réunion', 'île de la Réunion'),
  region('FR-976', 'Mayotte'),
  region('FR-BL', 'Saint-Barthélemy', 'Saint-Barth'),
  region('FR-MF', 'Saint-Martin'),
  region('FR-PM', 'Saint-Pierre-et-Miquelon', 'SPM'),
  region('FR-WF', 'Wallis-et-Futuna', 'îles Wallis-et-Futuna'),
  region('FR-PF', 'Polynésie française', 'Polynésie', 'Tahiti', 'French Polynesia'),
  region('FR-NC', 'Nouvelle-Calédonie', 'New Caledonia'),
  region('FR-TF', 'Terres australes et antarctiques françaises', 'TAAF', 'Terres australes françaises'),
  region('FR-CP', 'Clipperton', 'Île Clipperton'),
  { code: 'FR-6AE', within: 'FR-GES', names: ['Collectivité européenne d’Alsace', 'Alsace', 'CEA'] },
  { code: 'FR-69M', within: 'FR-ARA', names: ['Métropole de Lyon', 'Grand Lyon'] },
];

/** Number, name, former names; one line a region. Paris has the code `FR-75C`. */
const départements: Readonly<Record<string, string>> = {
  'FR-ARA':
    '01 Ain|03 Allier|07 Ardèche|15 Cantal|26 Drôme|38 Isère|42 Loire|43 Haute-Loire|63 Puy-de-Dôme|69 Rhône|73 Savoie|74 Haute-Savoie',
  'FR-BFC':
    '21 Côte-d’Or|25 Doubs|39 Jura|58 Nièvre|70 Haute-Saône|71 Saône-et-Loire|89 Yonne|90 Territoire de Belfort=Belfort',
  'FR-BRE': '22 Côtes-d’Armor=Côtes-du-Nord|29 Finistère|35 Ille-et-Vilaine|56 Morbihan',
  'FR-CVL': '18 Cher|28 Eure-et-Loir|36 Indre|37 Indre-et-Loire|41 Loir-et-Cher|45 Loiret',
  'FR-20R': '2A Corse-du-Sud|2B Haute-Corse',
  'FR-GES': '08 Ardennes|10 Aube|51 Marne|52 Haute-Marne|54 Meurthe-et-Moselle|55 Meuse|57 Moselle|88 Vosges',
  'FR-6AE': '67 Bas-Rhin|68 Haut-Rhin',
  'FR-HDF': '02 Aisne|59 Nord|60 Oise|62 Pas-de-Calais|80 Somme',
  'FR-IDF':
    '75C Paris=Ville de Paris|77 Seine-et-Marne|78 Yvelines|91 Essonne|92 Hauts-de-Seine|93 Seine-Saint-Denis|94 Val-de-Marne|95 Val-d’Oise',
  'FR-NAQ':
    '16 Charente|17 Charente-Maritime=Charente-Inférieure|19 Corrèze|23 Creuse|24 Dordogne|33 Gironde|40 Landes|47 Lot-et-Garonne|64 Pyrénées-Atlantiques=Basses-Pyrénées|79 Deux-Sèvres|86 Vienne|87 Haute-Vienne',
  'FR-NOR': '14 Calvados|27 Eure|50 Manche|61 Orne|76 Seine-Maritime=Seine-Inférieure',
  'FR-OCC':
    '09 Ariège|11 Aude|12 Aveyron|30 Gard|31 Haute-Garonne|32 Gers|34 Hérault|46 Lot|48 Lozère|65 Hautes-Pyrénées|66 Pyrénées-Orientales|81 Tarn|82 Tarn-et-Garonne',
  'FR-PAC':
    '04 Alpes-de-Haute-Provence=Basses-Alpes|05 Hautes-Alpes|06 Alpes-Maritimes|13 Bouches-du-Rhône|83 Var|84 Vaucluse',
  'FR-PDL': '44 Loire-Atlantique=Loire-Inférieure|49 Maine-et-Loire|53 Mayenne|72 Sarthe|85 Vendée',
};

/** Codes that ISO 3166-2 or 3166-1 also has, or had, for the same area. */
export const formerCodes: Readonly<Record<string, string>> = {
  'FR-COR': 'FR-20R',
  'FR-75': 'FR-75C',
  UK: 'GB',
  EL: 'GR',
  GP: 'FR-971',
  MQ: 'FR-972',
  GF: 'FR-973',
  RE: 'FR-974',
  YT: 'FR-976',
  BL: 'FR-BL',
  MF: 'FR-MF',
  PM: 'FR-PM',
  WF: 'FR-WF',
  PF: 'FR-PF',
  NC: 'FR-NC',
  TF: 'FR-TF',
  'FR-GP': 'FR-971',
  'FR-GUA': 'FR-971',
  'FR-MQ': 'FR-972',
  'FR-GF': 'FR-973',
  'FR-GUF': 'FR-973',
  'FR-RE': 'FR-974',
  'FR-LRE': 'FR-974',
  'FR-YT': 'FR-976',
  'FR-MAY': 'FR-976',
};

/** Every area of France, regions first. */
export function areasOfFrance(): readonly Area[] {
  const smaller = Object.entries(départements).flatMap(([within, line]) =>
    line.split('|').map((entry) => {
      const space = entry.indexOf(' ');
      return { code: `FR-${entry.slice(0, space)}`, within, names: entry.slice(space + 1).split('=') };
    }),
  );
  return [...regions, ...smaller];
}
