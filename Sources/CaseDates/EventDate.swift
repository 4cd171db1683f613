/// The date of an event, exactly as uncertain as it was written.
///
/// It keeps the words of the source, what they were read as, and what had to be assumed. Dates of events are never
/// compared as numbers: a month is neither before nor after a day in it. The one order in which events are listed is
/// documented at `ChronologicalOrder`.
public struct EventDate: Sendable, Hashable {
    /// The words of the date cell, unchanged.
    public let text: String
    /// The words of a separate end-date cell; `nil` where there was none or it was blank.
    public let endText: String?
    /// What the words were read as; `nil` when no date was given, or when there was nothing to count from.
    public let value: EDTF?
    /// Whether the date was counted from something else, such as the row above or a birth.
    public let isRelative: Bool
    /// Whether the whole date or a part of it was taken from a row or heading above.
    public let isInherited: Bool
    /// The time of day, when the date cell holds one.
    public let time: TimeOfDay?
    /// What was repaired, assumed or left out, in the order in which it was met.
    public let notes: [DateNote]

    /// Makes a date from what was read.
    public init(
        text: String,
        endText: String? = nil,
        value: EDTF?,
        isRelative: Bool = false,
        isInherited: Bool = false,
        time: TimeOfDay? = nil,
        notes: [DateNote] = []
    ) {
        self.text = text
        self.endText = endText
        self.value = value
        self.isRelative = isRelative
        self.isInherited = isInherited
        self.time = time
        self.notes = notes
    }

    /// The first day that the date can stand for; `nil` when there is none or that end is open.
    public var earliest: CalendarDay? { value?.earliest }

    /// The last day that the date can stand for; `nil` when there is none or that end is open.
    public var latest: CalendarDay? { value?.latest }

    /// How fine the date is.
    public var precision: DatePrecision {
        if isRelative { return .relative }
        return value?.precision ?? .none
    }

    /// Whether the writer was unsure, or wrote "about".
    public var doubt: Doubt { value?.doubt ?? .none }

    /// Whether the words say no more than the value: a day, or a span between two, without any doubt.
    public var isPlain: Bool {
        guard value != nil, doubt == .none, !isRelative, !isInherited, notes.allSatisfy({ $0 == .inFuture }) else {
            return false
        }
        return precision == .range || precision == .day && endText == nil
    }

    /// Whether the event has a place in time at all.
    public var isDated: Bool { earliest != nil || latest != nil }

    /// Returns this date as the start of a span that ends with `end`.
    ///
    /// The span runs from the first day of this date to the last day of `end`; an end that is itself open leaves the
    /// span open. Both texts are kept. Two equal ends give the one date. Where either has no date, the span is this
    /// date alone.
    ///
    /// - Throws: ``DateFault`` `reversed` when the end lies wholly before the start, or is open at its start only.
    public func lasting(until end: EventDate) throws(DateFault) -> EventDate {
        guard let value, let endValue = end.value else {
            return EventDate(
                text: text,
                endText: end.text,
                value: value,
                isRelative: isRelative,
                isInherited: isInherited,
                time: time,
                notes: notes
            )
        }
        if let earliest, let latestEnd = end.latest, latestEnd < earliest {
            throw DateFault(kind: .reversed, text: "\(text) to \(end.text)")
        }
        return EventDate(
            text: text,
            endText: end.text,
            value: value == endValue ? value : .interval(value.firstEnd, endValue.lastEnd),
            isRelative: isRelative || end.isRelative,
            isInherited: isInherited || end.isInherited,
            time: time,
            notes: notes + end.notes.filter { !notes.contains($0) }
        )
    }
}
