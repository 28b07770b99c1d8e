// What the preview's thread runs: makes pages, and tells failures as the command line does.
import { serveFollower } from "../node/preview/builderWorker.ts";
import { failureOf } from "./describeFailure.ts";

serveFollower((error, options) => failureOf(error, options).message);
