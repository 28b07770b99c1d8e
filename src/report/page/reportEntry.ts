// Script of a report: opens what the page holds, and what it comes to hold while the preview follows edits.

import { onHotUpdate } from "./hotUpdate.ts";
import { openPage, updatePage } from "./reportPage.ts";

const page = openPage();
onHotUpdate(async (update) => updatePage(await page, update));
