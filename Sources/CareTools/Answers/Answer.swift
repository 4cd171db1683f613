public import CaseDates  // An answer may be a day.

/// An answer that fits its item.
public enum Answer: Sendable, Hashable {
    /// The codes of the chosen options, in the order of the scale; one for a choice.
    case codes([String])
    /// Words; never blank.
    case text(String)
    /// A number.
    case number(ExactNumber)
    /// A day.
    case day(CalendarDay)
    /// An item of the tool.
    case item(ItemID)
}
