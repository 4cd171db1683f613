/// The tables and paragraphs of a Word document, as it reads once its tracked changes are accepted.
///
/// Text that is struck out by a tracked change is left out, and text that a change puts in is read. Text boxes, notes,
/// comments and equations stand beside the text: they are counted and not read.
public struct WordDocument: Sendable, Hashable {
    /// What follows one another down the page.
    public enum Block: Sendable, Hashable {
        /// A paragraph outside all tables that holds text.
        case paragraph(WordParagraph)
        /// A table; those inside its cells follow it, each as a block of its own.
        case table(WordTable)
    }

    /// The paragraphs and tables, in order.
    public let blocks: [Block]
    /// What was changed, replaced or passed over.
    public let counts: WordCounts

    /// The most rows that all tables may have together.
    public static let mostRows = 200_000
    /// The most cells that all tables may have together, with those that only fill a row up.
    public static let mostCells = 2_000_000

    /// Reads the main part of a Word document, which is mostly called `word/document.xml`.
    ///
    /// - Parameter documentXML: The part, in the transitional or the strict form of ISO 29500.
    /// - Throws: an ``XMLFault`` when the part is no XML or no Word document, is nested more than 200 deep, or has more
    ///   rows or cells than ``mostRows`` and ``mostCells`` allow.
    public init(parsing documentXML: [UInt8]) throws(XMLFault) {
        var reader = WordReader()
        try XMLStream.read(ByteSource(documentXML), limits: XMLLimits(depth: 200)) { (piece) throws(XMLFault) in
            try reader.take(piece)
        }
        (blocks, counts) = reader.finish()
    }

    /// The tables, in the order of their numbers.
    public var tables: [WordTable] {
        blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    /// The paragraphs outside all tables that hold text, in order.
    public var paragraphs: [WordParagraph] {
        blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
    }
}
