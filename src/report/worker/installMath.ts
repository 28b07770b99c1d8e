// The worker's first script: the scenario and the engine, which come after it, use the exact functions it installs.
import { installMath } from "../../numeric/exactMath/index.ts";

installMath(Math);
