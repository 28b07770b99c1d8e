// Squiggle's side: the same models in its language, the same figures (but no errors).

const figures = (name: string) =>
  `[mean(${name}), stdev(${name}), quantile(${name}, 0.05), quantile(${name}, 0.25), quantile(${name}, 0.5), quantile(${name}, 0.75), quantile(${name}, 0.95)]`;

export const productCode = `
soldiers = SampleSet.fromDist(11000 to 100000)
pay = SampleSet.fromDist(1800 to 2300)
months = SampleSet.fromDist(uniform(10, 14))
cost = soldiers * pay * months
${figures("cost")}`;

export const stockAndFlowCode = `
soldiers = SampleSet.fromDist(10000 to 15000)
arrivals = SampleSet.fromDist(uniform(0, 1000))
loss = SampleSet.fromDist(0.01 to 0.1)
replaced = SampleSet.fromDist(uniform(0, 1))
pay = SampleSet.fromDist(1800 to 2300)
kept = 1 - loss * (1 - replaced)
play(state, month) = {
  present: state.present * kept + arrivals,
  paid: state.paid + state.present * pay
}
end = List.reduce(List.upTo(1, 36), { present: soldiers, paid: 0 }, play)
${figures("end.paid")}`;

/** Each day's count of each trial is drawn on its own, as there is no draw with a varying mean. */
export const casualtiesCode = `
level = SampleSet.fromDist(1000 to 1500)
total = SampleSet.map(level, {|mean|
  List.reduce(List.upTo(1, 360), 0, {|sum, day| sum + sample(Danger.poissonDist(sample(gamma(100, mean / 100))))})
})
${figures("total")}`;

/** Runs a text; the figures as numbers. */
export async function squiggle(code: string, trials: number): Promise<number[]> {
  // Loaded at its turn: what it brings along is not to slow down those who were measured before.
  const { run } = await import("@quri/squiggle-lang");
  const environment = { sampleCount: trials, xyPointLength: 1000, seed: "bench" };
  const { result } = await run(code, { environment });
  if (!result.ok) throw new Error(`Squiggle: ${result.value.toString()}`);
  return JSON.parse(result.value.result.toString()) as number[];
}
