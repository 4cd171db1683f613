/// Why a text is not a date.
public struct DateFault: Error, Sendable, Hashable {
    /// The kind of fault; the raw value is the stable identifier of the finding.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The calendar has no such day, such as 29 February 2013.
        case impossible = "event.date.impossible"
        /// The figures are a date only with the month first.
        case american = "event.date.american"
        /// The text is not a date in any known form.
        case unreadable = "event.date.unreadable"
        /// A day and month with no year, and no row or heading above to take it from.
        case noYear = "event.date.noYear"
        /// The span ends before it begins.
        case reversed = "event.date.reversed"
        /// A two-figure year that neither century puts between 1920 and the as-of date.
        case noCentury = "event.date.noCentury"
    }

    /// What is wrong.
    public let kind: Kind
    /// The words that were to be read, unchanged.
    public let text: String

    /// Makes a fault.
    public init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }

    /// One line on what is wrong.
    ///
    /// The text is quoted only where it can hold nothing but a date.
    public var summary: String {
        let named = DateWords.holdsOnlyDateWords(text) ? "date '\(text)'" : "the text in the date cell"
        return switch kind {
        case .impossible: "\(named) is not in the calendar"
        case .american: "\(named) works only with the month first; write the day first"
        case .unreadable: "\(named) is not a date that can be read"
        case .noYear: "\(named) has no year, and no row or heading above gives one"
        case .reversed: "\(named) ends before it begins"
        case .noCentury: "\(named) has a two-figure year that fits neither century; write four figures"
        }
    }
}
