// The generator behind chance inside a trial: C. Doty-Humphrey's sfc32 (PractRand), small, fast and chaotic.

// Powers in a loop are a call each where no bundler folds them.
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
  private readonly state = new Int32Array(4);
  private spareOne: Sfc32 | undefined;

  /** Starts the stream of these three words. */
  start(first: number, second: number, third: number, rounds: number = warmUpRounds): void {
    const { state } = this;
    state[0] = first;
    state[1] = second;
    state[2] = third;
    state[3] = 1;
    for (let round = 0; round < rounds; round++) this.next();
  }

  /** The next word, a signed 32-bit integer. */
  next(): number {
    const { state } = this;
    const b = state[1]!;
    const c = state[2]!;
    const counter = state[3]!;
    const word = (((state[0]! + b) | 0) + counter) | 0;
    state[3] = counter + 1;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = (((c << 21) | (c >>> 11)) + word) | 0;
    return word;
  }

  /** Uniform in the open interval (0, 1), 52 bits. */
  uniform(): number {
    // Two words as from `next`, without putting the state away in between: half of most draws is this.
    const { state } = this;
    const a = state[0]!;
    const b = state[1]!;
    const c = state[2]!;
    const counter = state[3]!;
    const first = (((a + b) | 0) + counter) | 0;
    const nextB = (c + (c << 3)) | 0;
    const nextC = (((c << 21) | (c >>> 11)) + first) | 0;
    const second = ((((b ^ (b >>> 9)) + nextB) | 0) + ((counter + 1) | 0)) | 0;
    state[0] = nextB ^ (nextB >>> 9);
    state[1] = (nextC + (nextC << 3)) | 0;
    state[2] = (((nextC << 21) | (nextC >>> 11)) + second) | 0;
    state[3] = counter + 2;
    // 52 bits and a half: k + 0.5 is exact below 2^52, so the result is never 0 nor 1.
    return ((first >>> 6) * twoTo26 + (second >>> 6) + 0.5) / twoTo52;
  }

  /** Uniform in the open interval (0, 1), 32 bits: for yes or no, not for a value. */
  decision(): number {
    return ((this.next() >>> 0) + 0.5) / twoTo32;
  }

  /** A source of its own for draws whose number varies, so that this one keeps in step. */
  spare(): Sfc32 {
    this.spareOne ??= new Sfc32();
    this.spareOne.start(this.state[0]!, this.state[1]!, ~this.state[2]!, spareRounds);
    return this.spareOne;
  }
}
