// Columns of text: names on the left, figures on the right, so that digits stand under digits.

/**
 * Rows as lines; the first column is aligned to the left and the others to the right. Rows may be short, and a row
 * of one cell is a heading, which may reach over all columns.
 */
export function table(rows: readonly (readonly string[])[], { indent = "", gap = 2 } = {}): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.filter((row) => row.length > 1).map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
    );
    return (indent + cells.join(" ".repeat(gap))).trimEnd();
  });
}
