// How a headline is shown.

/** The view of a headline that is there without being chosen. */
export const plainView = "bands";
