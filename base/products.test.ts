import { expect, test } from "vitest";
import {
  holdsIn,
  isProduct,
  NEWEST_PRODUCT,
  PRODUCT_NAMES,
  PRODUCTS,
  productOfApi,
} from "./products.ts";

test("every release speaks one API version, each one newer than the one before", () => {
  const versions = PRODUCT_NAMES.map((product) => PRODUCTS[product]);
  expect(versions).toEqual(versions.map((_, index) => 14 + index));
  expect(PRODUCT_NAMES.at(-1)).toBe(NEWEST_PRODUCT);
});

test("a release is found by its API version", () => {
  expect(productOfApi(20)).toBe("6.3");
  expect(productOfApi(13)).toBeUndefined();
});

test("a text is a release or it is not", () => {
  expect(isProduct("6.5")).toBe(true);
  expect(isProduct("6.50")).toBe(false);
  expect(isProduct("toString")).toBe(false);
});

test("a range holds from its first to its last release", () => {
  expect(holdsIn({}, "5.3")).toBe(true);
  expect(holdsIn({ since: "6.3" }, "6.2")).toBe(false);
  expect(holdsIn({ since: "6.3" }, "6.3")).toBe(true);
  expect(holdsIn({ until: "6.1" }, "6.1")).toBe(true);
  expect(holdsIn({ until: "6.1" }, "6.2")).toBe(false);
});
