// The generator behind chance inside a trial: C. Doty-Humphrey's sfc32 (PractRand), small, fast and chaotic.

// Powers in a loop are a call each where nobody folds them.
const twoTo26 = 2 ** 26;
const twoTo32 = 2 ** 32;
const twoTo52 = 2 ** 52;

const warmUpRounds = 12;
/** Rounds for a generator that goes on from another's state, which is random already. */
const spareRounds = 4;

/**
 * sfc32, seeded by three words of which any may be small or alike. The noise families take a fixed number
 * of uniforms from it, and what varies (after a rejection) from its spare.
 */
export class Sfc32 {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 1;
  private spareOne: Sfc32 | undefined;

  /** Starts the stream of these three words. */
  start(first: number, second: number, third: number, rounds: number = warmUpRounds): void {
    this.a = first | 0;
    this.b = second | 0;
    this.c = third | 0;
    this.counter = 1;
    for (let round = 0; round < rounds; round++) this.next();
  }

  /** The next word, a signed 32-bit integer. */
  next(): number {
    const word = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + word) | 0;
    return word;
  }

  /** Uniform in the open interval (0, 1), 52 bits. */
  uniform(): number {
    const high = this.next() >>> 6;
    const low = this.next() >>> 6;
    // 52 bits and a half: k + 0.5 is exact below 2^52, so the result is never 0 nor 1.
    return (high * twoTo26 + low + 0.5) / twoTo52;
  }

  /** Uniform in the open interval (0, 1), 32 bits: for yes or no, not for a value. */
  decision(): number {
    return ((this.next() >>> 0) + 0.5) / twoTo32;
  }

  /** A source of its own for draws whose number varies, so that this one keeps in step. */
  spare(): Sfc32 {
    this.spareOne ??= new Sfc32();
    this.spareOne.start(this.a, this.b, ~this.c, spareRounds);
    return this.spareOne;
  }
}
