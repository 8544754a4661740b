/** The yearly tables of artistic freedom. */
export const artisticAddress = '/workspace/observatory/artistic'
/** What a cell of them counts. */
export const artisticRowsAddress = `${artisticAddress}/rows`
