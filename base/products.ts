/**
 * Releases of Appgate SDP and the version of the admin API that each speaks natively (the version windows of the
 * Appgate SDP Terraform provider and the branches of the published API specification). Oldest first. User claim scripts came
 * with 5.3, so nothing older is of use here.
 */
export const PRODUCTS = {
  "5.3": 14,
  "5.4": 15,
  "5.5": 16,
  "6.0": 17,
  "6.1": 18,
  "6.2": 19,
  "6.3": 20,
  "6.4": 21,
  "6.5": 22,
  "6.6": 23,
  "6.7": 24,
} as const satisfies Record<string, number>;

export type Product = keyof typeof PRODUCTS;

export const PRODUCT_NAMES = Object.keys(PRODUCTS) as Product[];
export const NEWEST_PRODUCT = "6.7" satisfies Product;

export function isProduct(text: string): text is Product {
  return Object.hasOwn(PRODUCTS, text);
}

/** The release that speaks an API version natively, or undefined. */
export function productOfApi(version: number): Product | undefined {
  return PRODUCT_NAMES.find((product) => PRODUCTS[product] === version);
}

/** Releases in which something holds: from `since` to `until`, both included; all when left out. */
export interface ProductRange {
  readonly since?: Product | undefined;
  readonly until?: Product | undefined;
}

export function holdsIn(range: ProductRange, product: Product): boolean {
  const api = PRODUCTS[product];
  return (
    api >= (range.since === undefined ? 0 : PRODUCTS[range.since]) &&
    api <= (range.until === undefined ? Infinity : PRODUCTS[range.until])
  );
}
