// The worker's first script: installs the exact functions of Math for scenario and kit, which are loaded after it.
import { installMath } from "../../numeric/exactMath/index.ts";

installMath(Math);
