// Which figures of a page can be seen, kept up to date while the reader scrolls.

/** Figures of a page, and how long they are watched. */
export interface WatchOptions {
  /** The figures by the names of their placements. */
  figures: ReadonlyMap<string, { element: HTMLElement }>;
  /** How far outside the window a figure counts too, as a share of the window's height. */
  margin: number;
  /** Called when figures have come into the range. */
  onEnter?(): void;
  signal: AbortSignal;
}

/** Names of the figures inside the window or within the margin around it. The set changes as the page scrolls. */
export function visibleFigures({ figures, margin, onEnter, signal }: WatchOptions): ReadonlySet<string> {
  const isVisible = (element: HTMLElement) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > -margin * innerHeight && top < (1 + margin) * innerHeight;
  };
  const visible = new Set([...figures].filter(([, { element }]) => isVisible(element)).map(([name]) => name));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const name = (target as HTMLElement).dataset.placement!;
        if (isIntersecting) visible.add(name);
        else visible.delete(name);
      }
      if (entries.some(({ isIntersecting }) => isIntersecting)) onEnter?.();
    },
    { rootMargin: `${100 * margin}% 0px` },
  );
  for (const { element } of figures.values()) observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
  return visible;
}
