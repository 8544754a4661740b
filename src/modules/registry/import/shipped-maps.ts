import ruvte2019 from './maps/ruvte-2019.json' with { type: 'json' }

/** The mappings that come with the product, by the name under which `--map` finds them. */
export const shippedMaps: Readonly<Record<string, unknown>> = { 'ruvte-2019': ruvte2019 }
