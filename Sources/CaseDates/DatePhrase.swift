/// What a whole date cell says, before it is worked out.
enum DatePhrase: Sendable, Hashable {
    case point(DatePiece)
    case span(DatePiece, DatePiece)
    case list([DatePiece])
    /// One of two days, such as "12 or 13 March 2015".
    case either(DatePiece, DatePiece)
    /// From a day to an end that nobody knows.
    case toUnknown(DatePiece)
    /// From a start that nobody knows to a day.
    case fromUnknown(DatePiece)
    case before(DatePiece)
    case after(DatePiece)
    /// The seven days from a day.
    case weekFrom(DatePiece)
    /// From the first day of one week to the last day of another.
    case weekSpan(DatePiece, DatePiece)
    /// The seven days up to a day.
    case weekTo(DatePiece)
    /// The Saturday and Sunday at a day.
    case weekend(DatePiece)
    /// The same date as the row above.
    case sameAsAbove
    /// So long after the row above, or before it for a negative number.
    case later(Int, DateUnit)
    /// At an age, in months and days; `slack` widens it by so many months before and after.
    case age(months: Int, days: Int, unit: DateUnit, slackBefore: Int, slackAfter: Int)
    /// So many days into a pregnancy, known to the given number of days.
    case pregnancy(days: Int, span: Int)
    /// Counted from something that no cell can give.
    case unresolved
    /// "Ongoing" and its relatives, with no start.
    case ongoing
}
