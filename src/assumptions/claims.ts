// The figures of an article, with who says so and how reliable that is.

/** Source reliability A to F and credibility 1 to 6 (NATO STANAG 2511); F and 6 mean "no basis", not "bad". */
export type AdmiraltyGrade = `${"A" | "B" | "C" | "D" | "E" | "F"}${1 | 2 | 3 | 4 | 5 | 6}`;

/** A figure or stated uncertainty of an article. */
export interface Claim {
  id: string;
  /** In our own words. */
  says: string;
  /** Absent where the article is vague ("may share technology"). */
  value?: number;
  unit?: string;
  /** How the article qualifies the figure: "about", "up to", "over", "could be as high as", "none". */
  hedge: string;
  /** Who says so. */
  source: string;
  /** Paragraph of the article, from 1. */
  paragraph: number;
  grade: AdmiraltyGrade;
  /** Why this grade. */
  gradeReason: string;
  /** Why no assumption uses it, where that is on purpose. */
  unused?: string;
}
