import { isEqual, toNumber } from './arithmetic.ts';
import { type Method, type Methods, plain, unary } from './method.ts';
import { print } from './print.ts';
import { isNumber, JavaDouble } from './value.ts';

type JavaNumber = bigint | JavaDouble;

/** The methods of numbers that templates use. */
export const numberMethods: Methods<JavaNumber> = {
  compareTo: unary((number, other) =>
    isNumber(other)
      ? order(toNumber(number) < toNumber(other), toNumber(number) > toNumber(other))
      : undefined,
  ),
  doubleValue: plain((number) => new JavaDouble(Number(toNumber(number)))),
  equals: unary((number, other, effort) => typeof number === typeof other && isEqual(number, other, effort)),
  floatValue: plain((number) => new JavaDouble(Math.fround(Number(toNumber(number))))),
  hashCode: (number, given) => (given.length === 0 && typeof number === 'bigint' ? number : undefined),
  intValue: whole(32),
  longValue: whole(64),
  toString: plain((number: JavaNumber) => print(number)),
};

/** The methods of true and false. */
export const booleanMethods: Methods<boolean> = {
  booleanValue: plain((value) => value),
  compareTo: unary((value, other) =>
    typeof other === 'boolean'
      ? order(Number(value) < Number(other), Number(value) > Number(other))
      : undefined,
  ),
  equals: unary((value, other) => value === other),
  hashCode: plain((value) => (value ? 1231n : 1237n)),
  toString: plain(String),
};

function order(isLess: boolean, isMore: boolean): bigint {
  return isLess ? -1n : isMore ? 1n : 0n;
}

function whole(bits: number): Method<JavaNumber> {
  return plain((number) => {
    if (typeof number === 'bigint') return BigInt.asIntN(bits, number);
    const most = 2 ** (bits - 1);
    const within = Math.min(Math.max(Math.trunc(number.value), -most), most);
    const value = Number.isNaN(within) ? 0n : BigInt(within);
    return value === BigInt(most) ? value - 1n : value;
  });
}
