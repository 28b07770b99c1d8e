// The worker's first script: installs the exact functions of Math for scenario and kit, which are loaded after it.
import { useExactMath } from "../exactMath/index.ts";

useExactMath(Math);
