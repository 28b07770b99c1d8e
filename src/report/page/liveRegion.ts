// Words that are said once and go again.

/** Long enough to be read, and for a screen reader to come to it. */
const readMs = 5000;

/** Says something in an element; what is said in passing goes after some seconds, anything else with the next words. */
export function announce(element: {
  textContent: string | null;
}): (words: string, isPassing: boolean) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (words, isPassing) => {
    clearTimeout(timer);
    element.textContent = words;
    if (!isPassing) return;
    timer = setTimeout(() => {
      element.textContent = "";
    }, readMs);
  };
}
