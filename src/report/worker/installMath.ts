// The worker's first script: scenario and kit come after it, and take their mathematics from here.
import { installMath } from "../../numeric/exactMath/index.ts";

installMath(Math);
