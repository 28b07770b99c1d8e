// The worker's first script: scenario and kit come after it, and take their mathematics from here.
import { useExactMath } from "../numeric/exactMath/index.ts";

useExactMath(Math);
