import CaseDates
import DataFormats

/// Dates in English words.
///
/// A day is never printed that was not written.
enum DateText {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// Returns a date in words: "22 May 2016 (not sure)", "about February 2010", "12 to 14 March 2015".
    static func words(_ date: EventDate) -> String {
        guard let value = date.value else { return date.text.isEmpty ? "No date" : "Date not known" }
        let words = words(value)
        return date.doubt.isUncertain ? "\(words) (not sure)" : words
    }

    /// Returns a calendar day in words.
    static func words(_ day: CalendarDay) -> String {
        words(PartialDate(day))
    }

    private static func words(_ value: EDTF) -> String {
        let about = value.doubt.isApproximate ? "about " : ""
        switch value {
        case .date(let date, _): return about + words(date)
        case .interval(let first, let last): return about + span(first, last)
        case .set(let dates, _): return about + list(dates)
        }
    }

    private static func words(_ date: PartialDate) -> String {
        let year = String(date.year)
        if let month = date.month, let day = date.day { return "\(day) \(months[month - 1]) \(year)" }
        if let month = date.month { return "\(months[month - 1]) \(year)" }
        if let season = date.season {
            let name = ["spring", "summer", "autumn", "winter"][season.rawValue - Season.spring.rawValue]
            return season == .winter ? "\(name) \(year) to \(date.year + 1)" : "\(name) \(year)"
        }
        return date.unknownFigures == 0 ? year : date.unknownFigures == 1 ? "the \(year)s" : "the century from \(year)"
    }

    private static func span(_ first: EDTFEnd, _ last: EDTFEnd) -> String {
        switch (first, last) {
        case (.date(let first, _), .date(let last, _)):
            if first.year == last.year, let month = first.month, let lastMonth = last.month {
                // "12 to 14 March 2015", "March to May 2015".
                if let day = first.day, last.day != nil {
                    return month == lastMonth
                        ? "\(day) to \(words(last))" : "\(day) \(months[month - 1]) to \(words(last))"
                }
                if first.day == nil, last.day == nil { return "\(months[month - 1]) to \(words(last))" }
            }
            return "\(words(first)) to \(words(last))"
        case (.date(let first, _), .open): return "from \(words(first)) on"
        case (.date(let first, _), .unknown): return "from \(words(first)) to a day not known"
        case (.open, .date(let last, _)): return "up to \(words(last))"
        case (.unknown, .date(let last, _)): return "from a day not known to \(words(last))"
        case (.open, _), (.unknown, _): return "from a day not known on"
        }
    }

    private static func list(_ dates: [PartialDate]) -> String {
        let words = dates.enumerated().map { index, date -> String in
            // "3 and 5 May 2024": the month and year are written once, behind the last day that shares them.
            guard index + 1 < dates.count, let day = date.day, date.month == dates[index + 1].month,
                date.year == dates[index + 1].year
            else { return Self.words(date) }
            return "\(day)"
        }
        return words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
    }

    /// The year in which the date begins as it is written, which for "about 2021" is 2021; `nil` for an open start.
    static func year(_ date: EventDate) -> Int? {
        switch date.value {
        case .date(let date, _)?: date.year
        case .interval(.date(let first, _), _)?: first.year
        case .set(let dates, _)?: dates.first?.year
        case .interval?, nil: nil
        }
    }

    /// The date for a program, where HTML has a form for it: a whole day, month or year without any doubt.
    static func machineForm(_ date: EventDate) -> String? {
        guard case .date(let partial, let doubt)? = date.value, !doubt.isPresent, partial.season == nil,
            partial.unknownFigures == 0, (1...9999).contains(partial.year)
        else { return nil }
        return partial.description
    }

    /// Whether the reader should see the words of the source beside the reading.
    static func showsWrittenForm(_ date: EventDate) -> Bool {
        guard date.value != nil else { return !date.text.isEmpty }
        // Of a plain day or span the words say no more, and from a workbook or a health record they are a machine's.
        if date.isPlain { return false }
        if date.isRelative || date.isInherited || date.doubt.isPresent { return true }
        return date.precision != .day && date.precision != .month && date.precision != .year
            || date.notes.contains(where: \.isAssumption)
    }
}
