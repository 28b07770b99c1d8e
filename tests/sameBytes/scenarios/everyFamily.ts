// Every family of beliefs, and every kind of draw inside a trial.
import { defineScenario, scalar, series } from "sandtable";

export default defineScenario({
  title: "Every family",
  question: "Is every belief and every draw the same on every Node and in every browser?",
  answer: "After {horizon} it is {sum}.",
  headline: ["sum", "drawn"],
  step: "month",
  inputs: {
    uniform: "1",
    triangular: "1",
    pert: "1",
    normal: "1",
    studentT: "1",
    logistic: "1",
    lognormal: "1",
    gamma: "1",
    exponential: "1",
    weibull: "1",
    pareto: "1",
    beta: "1",
    bernoulli: "1",
    poisson: "1",
    negativeBinomial: "1",
    binomial: "1",
    mixture: "1",
    discrete: "1",
    truncated: "1",
    quantiles: "1",
    range: "1",
    logUniform: "1",
  },
  outputs: { drawn: series("1", "Drawn so far"), sum: scalar("1", "Sum of all") },
  trial(inputs, out, { steps, random }) {
    const { gamma, weibull, pert, poisson } = inputs;
    let sum = 0;
    for (const name in inputs) sum += inputs[name as keyof typeof inputs];
    let drawn = 0;
    for (let month = 0; month < steps; month++) {
      drawn += random.normal(weibull, pert) + random.lognormal(0, 0.3) + random.exponential(2);
      drawn += random.gamma(0.1 + gamma / 4) + random.stream("counts").poisson(poisson);
      drawn += random.stream("counts").binomial(40, 0.2) + random.negativeBinomial(9, 0.4);
      drawn += random.stream("days").negativeBinomialSum(30, 9, 0.4) + random.choice([1, 2, 3]);
      out.drawn[month] = drawn;
    }
    out.sum = sum + drawn / 1000;
  },
});
