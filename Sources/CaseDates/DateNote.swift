/// What the reader had to repair, assume or leave out to read a date.
///
/// Every note is a reason for a person to look at the source; none changes a day that was written.
public enum DateNote: String, Sendable, Hashable, CaseIterable {
    case mixedSeparators
    case noSeparators
    case spacing
    case lostDash
    case sideBySide
    case paragraphNumber
    case weekdayDisagrees
    case yearFromHeading
    case yearFromRowAbove
    case monthFromRowAbove
    case sameAsRowAbove
    case countedFromRowAbove
    case stepsBack
    case crossesYear
    case winterCrossesYear
    case earlierCentury
    case twoYearLabel
    case monthOrTwoYearLabel
    case monthAndYearOrDay
    case weekNotFromMonday
    case weekNotToWeekend
    case wordsOutside
    case anotherDate
    case documentDate
    case notHappened
    case otherKind
    case fillDate
    case namedDate
    case localTerms
    case spreadsheetSerial
    case timeNotRead
    case timeZone
    case oneOfSeveral
    case countedFromBirth
    case countedFromExpectedBirth
    case nothingToCountFrom
    case openStart
    case inFuture
    case notRead

    /// The note in plain words, without a full stop.
    public var words: String {
        switch self {
        case .mixedSeparators: "the separators are mixed"
        case .noSeparators: "the figures have no separators"
        case .spacing: "a space is missing or out of place"
        case .lostDash: "two days with no dash are read as a range"
        case .sideBySide: "dates side by side are read as separate days"
        case .paragraphNumber: "the first figures are read as a paragraph number"
        case .weekdayDisagrees: "the weekday written is not the weekday of this date"
        case .yearFromHeading: "the year is taken from the heading above"
        case .yearFromRowAbove: "the year is taken from the row above"
        case .monthFromRowAbove: "the month and year are taken from the row above"
        case .sameAsRowAbove: "the date is taken from the row above"
        case .countedFromRowAbove: "counted from the row above"
        case .stepsBack: "with the year of the row above the order steps back; the next year is possible too"
        case .crossesYear: "the start is read in the year before the end"
        case .winterCrossesYear: "winter runs from December to the next February"
        case .earlierCentury: "read in the 1900s, because the same date in the 2000s is still to come"
        case .twoYearLabel: "may be a school year or a financial year; both are covered"
        case .monthOrTwoYearLabel: "read as a month; it may be a label for two years"
        case .monthAndYearOrDay: "may be a month and year, or a day of the month"
        case .weekNotFromMonday: "the week does not begin on a Monday"
        case .weekNotToWeekend: "the week does not end on a Friday, Saturday or Sunday"
        case .wordsOutside: "words beside the date are left out of the reading"
        case .anotherDate: "another date in the cell is left out of the reading"
        case .documentDate: "the words say that this is the date of a document"
        case .notHappened: "the words say that this was due, planned, cancelled or moved"
        case .otherKind: "the words say that this is a date of another kind"
        case .fillDate: "this date stands for no date"
        case .namedDate: "read from the table of named dates"
        case .localTerms: "term dates differ locally; the usual months are used"
        case .spreadsheetSerial: "a spreadsheet's number for a day"
        case .timeNotRead: "the time could not be read"
        case .timeZone: "the time was written in another time zone and is shown in UK time"
        case .oneOfSeveral: "one of these days"
        case .countedFromBirth: "counted from the date of birth"
        case .countedFromExpectedBirth: "counted from the expected date of birth"
        case .nothingToCountFrom: "there is no date to count from"
        case .openStart: "no start is written"
        case .inFuture: "the date lies after the as-of date"
        case .notRead: "the words could not be read as a date"
        }
    }

    /// Whether the note marks an assumption that could be wrong; the others only say how the words were read.
    public var isAssumption: Bool {
        switch self {
        case .mixedSeparators, .noSeparators, .spacing, .sameAsRowAbove, .winterCrossesYear, .weekNotFromMonday,
            .weekNotToWeekend, .fillDate, .namedDate, .localTerms, .spreadsheetSerial, .timeZone, .countedFromBirth,
            .countedFromExpectedBirth:
            false
        case .lostDash, .sideBySide, .paragraphNumber, .weekdayDisagrees, .yearFromHeading, .yearFromRowAbove,
            .monthFromRowAbove, .countedFromRowAbove, .stepsBack, .crossesYear, .earlierCentury, .twoYearLabel,
            .monthOrTwoYearLabel, .monthAndYearOrDay, .wordsOutside, .anotherDate, .documentDate, .notHappened,
            .otherKind, .timeNotRead,
            .oneOfSeveral, .nothingToCountFrom, .openStart, .inFuture, .notRead:
            true
        }
    }
}
