// Keeps labels that stand over each other from overlapping.

/**
 * Moves positions apart until neighbours are at least `gap` from each other, as little as possible and around
 * their common middle. The order stays. spread([1, 1], 2) → [0, 2]
 */
export function dodge(positions: readonly number[], gap: number): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => positions[a]! - positions[b]! || a - b);
  // Blocks of labels that touch; each stands where its labels' mean wishes.
  const blocks: { members: number[]; middle: number }[] = [];
  for (const index of order) {
    let block = { members: [index], middle: positions[index]! };
    for (let last = blocks.at(-1); last && overlap(last, block, gap); last = blocks.at(-1)) {
      blocks.pop();
      block = join(last, block);
    }
    blocks.push(block);
  }
  const apart = new Array<number>(positions.length);
  for (const { members, middle } of blocks) {
    members.forEach((index, i) => {
      apart[index] = middle + (i - (members.length - 1) / 2) * gap;
    });
  }
  return apart;
}

type Block = { members: number[]; middle: number };

function overlap(lower: Block, upper: Block, gap: number): boolean {
  const reach = ((lower.members.length + upper.members.length) / 2) * gap;
  return upper.middle - lower.middle < reach;
}

function join(lower: Block, upper: Block): Block {
  const [m, n] = [lower.members.length, upper.members.length];
  return {
    members: [...lower.members, ...upper.members],
    middle: (lower.middle * m + upper.middle * n) / (m + n),
  };
}
