/** Where the joins of votes and regimes are. */
export const regimesAddress = '/workspace/observatory/regimes'
