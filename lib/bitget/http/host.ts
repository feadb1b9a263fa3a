/** The only host of this product. The permission, the content security policy and the client use it. */
export const HOST = 'https://api.bitget.com';
