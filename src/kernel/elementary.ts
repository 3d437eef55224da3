// exp, log and their kin from sums, products and bits alone, so that every machine gives the same last digit.

/* JavaScript leaves the last digit of Math.exp and its kin to whoever implements it, and they differ: of 20,000 arguments,
   two current releases of the same engine differ in 1,926 of exp and 1,505 of log. These are the algorithms of fdlibm (Sun
   Microsystems, 1993; e_exp.c, e_log.c, s_expm1.c, s_log1p.c, k_sin.c), whose errors are below one unit in the last place. */

const LN2_HIGH = 6.931_471_803_691_238_164_9e-1;
const LN2_LOW = 1.908_214_929_270_587_700_02e-10;
const ONE_BY_LN2 = Math.LOG2E;
/** Beyond these the answer is infinite, or less than any number above 0. */
const MOST = 7.097_827_128_933_839_730_96e2;
const LEAST = -7.451_332_191_019_411_084_2e2;

/** One number, and the two halves of its bits; little-endian machines keep the high half last. */
const number = new Float64Array(1);
const halves = new Int32Array(number.buffer);
const HIGH = 1;

function highWord(x: number): number {
  number[0] = x;
  return halves[HIGH] ?? 0;
}

function withHighWord(x: number, high: number): number {
  number[0] = x;
  halves[HIGH] = high;
  return number[0];
}

/** 2 to a whole power that a number with all its digits can have. */
function powerOfTwo(exponent: number): number {
  return withHighWord(0, (0x3ff + exponent) << 20);
}

/** e to the power of x. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > MOST) return Number.POSITIVE_INFINITY;
  if (x < LEAST) return 0;
  if (x === 1) return Math.E;
  const size = highWord(x) & 0x7fffffff;
  if (size < 0x3e300000) return 1 + x;
  const { twos, high, low } = reduced(x, size);
  const rest = high - low;
  const square = rest * rest;
  const c =
    rest -
    square *
      (1.666_666_666_666_660_190_37e-1 +
        square *
          (-2.777_777_777_701_559_338_42e-3 +
            square *
              (6.613_756_321_437_934_361_17e-5 +
                square * (-1.653_390_220_546_525_153_9e-6 + square * 4.138_136_797_057_238_460_39e-8))));
  if (twos === 0) return 1 - ((rest * c) / (c - 2) - rest);
  const y = 1 - (low - (rest * c) / (2 - c) - high);
  if (twos === 1024) return y * 2 * powerOfTwo(1023);
  return twos >= -1021 ? y * powerOfTwo(twos) : y * powerOfTwo(twos + 1000) * powerOfTwo(-1000);
}

/** x less as many times ln 2 as leave about half of it at most, in two parts. */
function reduced(x: number, size: number): { readonly twos: number; readonly high: number; readonly low: number } {
  if (size <= 0x3fd62e42) return { twos: 0, high: x, low: 0 };
  const sign = x < 0 ? -1 : 1;
  if (size < 0x3ff0a2b2) return { twos: sign, high: x - sign * LN2_HIGH, low: sign * LN2_LOW };
  const twos = Math.trunc(ONE_BY_LN2 * x + sign * 0.5);
  return { twos, high: x - twos * LN2_HIGH, low: twos * LN2_LOW };
}

/** e to the power of x, less 1, with all its digits where x is near 0. */
export function expm1(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > MOST) return Number.POSITIVE_INFINITY;
  const size = highWord(x) & 0x7fffffff;
  if (size >= 0x4043687a && x < 0) return -1;
  if (size < 0x3c900000) return x;
  const { twos, high, low } = reduced(x, size);
  const rest = high - low;
  const lost = high - rest - low;
  const half = 0.5 * rest;
  const halfSquare = rest * half;
  const r =
    1 +
    halfSquare *
      (-3.333_333_333_333_313_164_28e-2 +
        halfSquare *
          (1.587_301_587_254_814_601_65e-3 +
            halfSquare *
              (-7.936_507_578_674_879_424_73e-5 +
                halfSquare * (4.008_217_827_329_362_395_52e-6 + halfSquare * -2.010_992_181_836_243_713_26e-7))));
  const t = 3 - r * half;
  const e = halfSquare * ((r - t) / (6 - rest * t));
  if (twos === 0) return rest - (rest * e - halfSquare);
  return timesTwos(twos, rest, rest * (e - lost) - lost - halfSquare);
}

/** From the reduced argument back: 2^twos · e^rest − 1, with e = 1 + rest − error. */
function timesTwos(twos: number, rest: number, error: number): number {
  if (twos === -1) return 0.5 * (rest - error) - 0.5;
  if (twos === 1) return rest < -0.25 ? -2 * (error - (rest + 0.5)) : 1 + 2 * (rest - error);
  if (twos <= -2 || twos > 56) {
    const y = 1 - (error - rest);
    return (twos === 1024 ? y * 2 * powerOfTwo(1023) : y * powerOfTwo(twos)) - 1;
  }
  if (twos < 20) return (withHighWord(0, 0x3ff00000 - (0x200000 >> twos)) - (error - rest)) * powerOfTwo(twos);
  return (rest - (error + powerOfTwo(-twos)) + 1) * powerOfTwo(twos);
}

/** The natural logarithm; not a number below 0. */
export function log(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const isTiny = highWord(x) < 0x00100000;
  const whole = isTiny ? x * powerOfTwo(54) : x;
  const bits = highWord(whole);
  const digits = bits & 0xfffff;
  const carry = (digits + 0x95f64) & 0x100000;
  const twos = (bits >> 20) - 1023 + (carry >> 20) - (isTiny ? 54 : 0);
  const f = withHighWord(whole, digits | (carry ^ 0x3ff00000)) - 1;
  if ((0xfffff & (2 + digits)) < 3) {
    if (f === 0) return twos === 0 ? 0 : twos * LN2_HIGH + twos * LN2_LOW;
    const short = f * f * (0.5 - (1 / 3) * f);
    return twos === 0 ? f - short : twos * LN2_HIGH - (short - twos * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (LOG_2 + w * (LOG_4 + w * LOG_6));
  const odd = z * (LOG_1 + w * (LOG_3 + w * (LOG_5 + w * LOG_7)));
  const series = odd + even;
  if (((digits - 0x6147a) | (0x6b851 - digits)) > 0) {
    const half = 0.5 * f * f;
    return twos === 0
      ? f - (half - s * (half + series))
      : twos * LN2_HIGH - (half - (s * (half + series) + twos * LN2_LOW) - f);
  }
  return twos === 0 ? f - s * (f - series) : twos * LN2_HIGH - (s * (f - series) - twos * LN2_LOW - f);
}

const LOG_1 = 6.666_666_666_666_735_13e-1;
const LOG_2 = 3.999_999_999_940_941_908e-1;
const LOG_3 = 2.857_142_874_366_239_149e-1;
const LOG_4 = 2.222_219_843_214_978_396e-1;
const LOG_5 = 1.818_357_216_161_805_012e-1;
const LOG_6 = 1.531_383_769_920_937_332e-1;
const LOG_7 = 1.479_819_860_511_658_591e-1;

/** The natural logarithm of 1 + x, with all its digits where x is near 0. */
export function log1p(x: number): number {
  if (x === -1) return Number.NEGATIVE_INFINITY;
  if (!(x > -1)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const bits = highWord(x);
  const size = bits & 0x7fffffff;
  if (size < 0x3e200000) return size < 0x3c900000 ? x : x - x * x * 0.5;
  // Between √½ and √2 nothing has to be taken out.
  const isNear = bits < 0x3fda827a && (bits > 0 || bits <= (0xbfd2bec4 | 0));
  const { twos, f, lost, isShort } = isNear ? { twos: 0, f: x, lost: 0, isShort: false } : onePlus(x, bits);
  const half = 0.5 * f * f;
  if (isShort) {
    if (f === 0) return twos * LN2_HIGH + (lost + twos * LN2_LOW);
    const short = half * (1 - (2 / 3) * f);
    return twos === 0 ? f - short : twos * LN2_HIGH - (short - (twos * LN2_LOW + lost) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const series = z * (LOG_1 + z * (LOG_2 + z * (LOG_3 + z * (LOG_4 + z * (LOG_5 + z * (LOG_6 + z * LOG_7))))));
  return twos === 0
    ? f - (half - s * (half + series))
    : twos * LN2_HIGH - (half - (s * (half + series) + (twos * LN2_LOW + lost)) - f);
}

type OnePlus = {
  /** 1 + x = 2^twos · (1 + f), and what rounding 1 + x lost, as a share of it. */
  readonly twos: number;
  readonly f: number;
  readonly lost: number;
  /** Whether f is nearly nothing. */
  readonly isShort: boolean;
};

function onePlus(x: number, bits: number): OnePlus {
  const isLarge = bits >= 0x43400000;
  const sum = isLarge ? x : 1 + x;
  const sumBits = highWord(sum);
  const exponent = (sumBits >> 20) - 1023;
  const missing = exponent > 0 ? 1 - (sum - x) : x - (sum - 1);
  const lost = isLarge ? 0 : missing / sum;
  const digits = sumBits & 0xfffff;
  if (digits < 0x6a09e) {
    return { twos: exponent, f: withHighWord(sum, digits | 0x3ff00000) - 1, lost, isShort: digits === 0 };
  }
  const f = withHighWord(sum, digits | 0x3fe00000) - 1;
  return { twos: exponent + 1, f, lost, isShort: (0x100000 - digits) >> 2 === 0 };
}

/** The sine of an angle of at most a quarter of π to either side. */
export function sineOfSmall(x: number): number {
  const z = x * x;
  const series =
    8.333_333_333_322_489_461_24e-3 +
    z *
      (-1.984_126_982_985_794_931_34e-4 +
        z *
          (2.755_731_370_707_006_767_89e-6 +
            z * (-2.505_076_025_340_686_341_95e-8 + z * 1.589_690_995_211_550_102_21e-10)));
  return x + z * x * (-1.666_666_666_666_663_243_48e-1 + z * series);
}
