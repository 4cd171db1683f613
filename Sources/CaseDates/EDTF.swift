/// A date in the terms of the Extended Date/Time Format, level 1 (ISO 8601-2), and the lists of days of level 2.
///
/// Source: https://www.loc.gov/standards/datetime/
public enum EDTF: Sendable, Hashable {
    /// One date, of any precision, and the doubt written with it.
    case date(PartialDate, Doubt)
    /// From one end to the other; both ends are included.
    case interval(EDTFEnd, EDTFEnd)
    /// Several separate dates, in order, each once.
    case set([PartialDate], Doubt)
}

/// One end of an interval.
public enum EDTFEnd: Sendable, Hashable {
    /// A date, with its doubt.
    case date(PartialDate, Doubt)
    /// The interval has no end on this side: `..`.
    case open
    /// There is an end on this side, and nobody knows when.
    case unknown
}

extension EDTF {
    /// Whether any part of the date was written as not sure or as approximate.
    public var doubt: Doubt {
        switch self {
        case .date(_, let doubt), .set(_, let doubt): doubt
        case .interval(let first, let last): first.doubt.joined(with: last.doubt)
        }
    }

    /// The first day that the date can stand for; `nil` when that end is open or not known.
    ///
    /// An approximate year, written alone or as the start of an interval, begins a year earlier.
    public var earliest: CalendarDay? {
        switch self {
        case .date(let date, let doubt): Self.days(of: date, doubt).lowerBound
        case .interval(let first, _): first.days?.lowerBound
        case .set(let dates, _): dates.first?.days.lowerBound
        }
    }

    /// The last day that the date can stand for; `nil` when that end is open or not known.
    ///
    /// An approximate year, written alone or as the end of an interval, ends a year later.
    public var latest: CalendarDay? {
        switch self {
        case .date(let date, let doubt): Self.days(of: date, doubt).upperBound
        case .interval(_, let last): last.days?.upperBound
        case .set(let dates, _): dates.last?.days.upperBound
        }
    }

    /// How fine the date is.
    public var precision: DatePrecision {
        switch self {
        case .date(let date, _): date.precision
        case .interval, .set: .range
        }
    }

    /// Returns the same date with more doubt on every part.
    func doubting(_ more: Doubt) -> EDTF {
        switch self {
        case .date(let date, let doubt): .date(date, doubt.joined(with: more))
        case .interval(let first, let last): .interval(first.doubting(more), last.doubting(more))
        case .set(let dates, let doubt): .set(dates, doubt.joined(with: more))
        }
    }

    fileprivate static func days(of date: PartialDate, _ doubt: Doubt) -> ClosedRange<CalendarDay> {
        guard doubt.isApproximate, date.precision == .year else { return date.days }
        // "c. 2012" is 2012, a year more or less.
        let first = CalendarDay.first(ofMonth: 1, in: date.year - 1)
        return first...CalendarDay.last(ofMonth: 12, in: date.year + 1)
    }
}

extension EDTFEnd {
    var doubt: Doubt {
        if case .date(_, let doubt) = self { doubt } else { .none }
    }

    var days: ClosedRange<CalendarDay>? {
        if case .date(let date, let doubt) = self { EDTF.days(of: date, doubt) } else { nil }
    }

    func doubting(_ more: Doubt) -> EDTFEnd {
        guard case .date(let date, let doubt) = self else { return self }
        return .date(date, doubt.joined(with: more))
    }
}

extension EDTF {
    /// The start as the end of an interval.
    var firstEnd: EDTFEnd {
        switch self {
        case .date(let date, let doubt): .date(date, doubt)
        case .interval(let first, _): first
        case .set(let dates, let doubt): dates.first.map { .date($0, doubt) } ?? .unknown
        }
    }

    /// The end as the end of an interval.
    var lastEnd: EDTFEnd {
        switch self {
        case .date(let date, let doubt): .date(date, doubt)
        case .interval(_, let last): last
        case .set(let dates, let doubt): dates.last.map { .date($0, doubt) } ?? .unknown
        }
    }
}
