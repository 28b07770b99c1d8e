// What the preview's thread runs: makes pages, and tells failures as the command line does.
import { serveBuilder } from "../node/preview/builderProcess.ts";
import { failureOf } from "./describeFailure.ts";

serveBuilder((error, options) => failureOf(error, options).message);
