// The worker's first script: scenario and kit come after it, and take their mathematics from here.
import { useExactMath } from "../exactMath/index.ts";

useExactMath(Math);
