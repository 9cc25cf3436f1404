// Prints what csp_evaluator finds in each policy given, as one JSON list of {severity, directive, text}.
// The first argument is the folder of the evaluator.
const path = require("node:path");

const [folder, ...policies] = process.argv.slice(2);
const { CspEvaluator } = require(path.join(folder, "evaluator.js"));
const { CspParser } = require(path.join(folder, "parser.js"));

const findings = policies.flatMap((policy) =>
  new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .map(({ severity, directive, description }) => ({ severity, directive, text: description })),
);
console.log(JSON.stringify(findings));
