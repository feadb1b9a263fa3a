/** The only host that this product ever talks to; the permission, the content security policy and the client take it from here. */
export const HOST = 'https://api.bitget.com';
