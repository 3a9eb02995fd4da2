package huizhan.call;

/** What a cell of an annex holds. */
public enum CellKind {
    /** The annex's own words, for the field beside it. */
    LABEL,
    /** What is typed in; a label may stand in the same cell. */
    FIELD,
    /** One or all boxes of a choice list. */
    BOXES,
    /** The number of a repeated row (序号). */
    NUMBER,
    /** A remark. */
    TEXT,
    /** Room for a seal, with the words and the date line beside it. */
    STAMP,
    /** The statement with the headings of the achievement's kind (A1, A5). */
    SECTIONS,
    /** Figures with captions. */
    FIGURES
}
