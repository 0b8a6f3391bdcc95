// Generated from sandbox-shim/profile by `npm run generate`: do not edit.

/**
 * User-claim scripts add claims. They run on the Controller at sign-in and at every renewal of the claims token;
 * each property of the result becomes `claims.user.agScripted.<property>`, readable by the Client.
 */

type UserClaimResult = { [name: string]: ClaimValue };
type UserClaimScript = (claims: Claims) => UserClaimResult;
