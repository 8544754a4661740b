/** Where autocracies before the United Nations are. */
export const autocraciesAddress = '/workspace/observatory/autocracies'
