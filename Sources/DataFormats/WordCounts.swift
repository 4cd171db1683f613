/// What a Word document holds besides text that is simply read.
public struct WordCounts: Sendable, Hashable {
    /// Tracked changes that put something in or move it here; it is read.
    public internal(set) var insertions = 0
    /// Tracked changes that delete something or move it away; it is not read.
    public internal(set) var deletions = 0
    /// Text boxes; their text is not read.
    public internal(set) var textBoxes = 0
    /// Paragraphs with text in those boxes.
    public internal(set) var textBoxParagraphs = 0
    /// References to footnotes and endnotes; the notes are not read.
    public internal(set) var footnotes = 0
    /// References to comments; the comments are not read.
    public internal(set) var comments = 0
    /// Equations; they are not read.
    public internal(set) var equations = 0
    /// Other documents that Word would put in here when it opens this one; they are not read.
    public internal(set) var importedParts = 0
    /// Stretches of hidden text; they are read.
    public internal(set) var hiddenRuns = 0
    /// Characters that only a symbol font has; U+FFFD stands for each.
    public internal(set) var symbolsReplaced = 0
    /// Widths of cells or gaps in columns that are no number or none that Word knows, and were taken as 0, 1 or 63.
    public internal(set) var widthsCorrected = 0
    /// Tables that stand inside others; they are read as tables of their own.
    public internal(set) var nestedTables = 0
}
