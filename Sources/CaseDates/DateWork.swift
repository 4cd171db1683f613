/// Works out one phrase: finds the century, takes missing parts from above, and asks the calendar.
struct DateWork {
    let asOf: CalendarDay
    let text: String
    let context: DateContext
    private(set) var isRelative = false
    private(set) var isInherited = false
    private(set) var notes: [DateNote] = []

    init(asOf: CalendarDay, text: String, context: DateContext) {
        self.asOf = asOf
        self.text = text
        self.context = context
    }

    mutating func note(_ more: DateNote...) { note(more) }

    mutating func note(_ more: [DateNote]) {
        for note in more where !notes.contains(note) { notes.append(note) }
    }

    private func fault(_ kind: DateFault.Kind) -> DateFault { DateFault(kind: kind, text: text) }

    /// Returns what a phrase stands for; `nil` when there is nothing to count from.
    mutating func value(of phrase: DatePhrase) throws(DateFault) -> EDTF? {
        switch phrase {
        case .point(let piece): return try value(of: inheriting(piece))
        case .span(let first, let last): return try span(first, last)
        case .either(let first, let last):
            note(.oneOfSeveral)
            return try span(first, last).doubting(Doubt(isUncertain: true, isApproximate: false))
        case .list(let pieces): return try list(pieces)
        case .fromUnknown(let piece): return try .interval(.unknown, value(of: inheriting(piece)).lastEnd)
        case .toUnknown(let piece): return try .interval(value(of: inheriting(piece)).firstEnd, .unknown)
        case .before(let piece): return try .interval(.open, value(of: inheriting(piece)).lastEnd)
        case .after(let piece): return try .interval(value(of: inheriting(piece)).firstEnd, .open)
        case .weekSpan(let first, let last): return try weekSpan(first, last)
        case .weekFrom(let piece), .weekTo(let piece), .weekend(let piece): return try week(phrase, piece)
        case .sameAsAbove: return sameAsAbove()
        case .later(let count, let unit): return later(count, unit)
        case .age(let months, let days, let unit, let before, let after):
            return atAge(months: months, days: days, unit: unit, slack: (before, after))
        case .pregnancy(let days, let span): return inPregnancy(days: days, span: span)
        case .unresolved:
            isRelative = true
            note(.nothingToCountFrom)
            return nil
        case .ongoing:
            note(.openStart)
            return .interval(.unknown, .open)
        }
    }

    // MARK: One date

    /// Gives a piece the year, or the month and year, that it lacks.
    private mutating func inheriting(_ piece: DatePiece) throws(DateFault) -> DatePiece {
        guard piece.year == nil else { return piece }
        var piece = piece
        if piece.isBareDay {
            guard let above = context.rowAbove?.earliest, context.rowAbove?.precision != .year else {
                throw fault(.noYear)
            }
            note(.monthFromRowAbove)
            piece = piece.with(month: above.month).with(year: .full(context.headingYear ?? above.year))
        } else if context.isEnd, let start = context.rowAbove?.earliest {
            // The end of a row is in the year of its start, or, where that would lie before it, in the next.
            note(.yearFromRowAbove)
            let ending = piece
            piece = ending.with(year: .full(start.year))
            if let end = try value(of: piece).latest, end < start {
                note(.crossesYear)
                piece = ending.with(year: .full(start.year + 1))
            }
        } else if let year = context.headingYear {
            note(.yearFromHeading)
            piece = piece.with(year: .full(year))
            if let above = context.rowAbove?.latest, let end = try? value(of: piece).latest, end < above {
                note(.stepsBack)
            }
        } else if let above = context.rowAbove, let day = above.earliest ?? above.latest {
            note(.yearFromRowAbove)
            piece = piece.with(year: .full(day.year))
            if let start = try? value(of: piece).latest, start < day { note(.stepsBack) }
        } else {
            throw fault(.noYear)
        }
        isInherited = true
        return piece
    }

    private mutating func value(of piece: DatePiece) throws(DateFault) -> EDTF {
        note(piece.notes)
        let value: EDTF
        switch piece.kind {
        case .parts(let year, let month, let day):
            value = try .date(parts(year, month, day, isYearFirst: piece.isYearFirst), .none)
        case .season(let season, let year):
            if season == .winter { note(.winterCrossesYear) }
            value = .date(PartialDate(year: try full(year, month: season.firstMonth), season: season), .none)
        case .decade(let year): value = .date(PartialDate(year: year, unknownFigures: 1), .none)
        case .twoYears(let year, let from, let to):
            value = try .interval(
                .date(parts(.full(year), from, nil), .none),
                .date(parts(.full(year + 1), to, nil), .none)
            )
        case .period(let period, let year): value = try self.period(period, in: full(year, month: period.start.month))
        case .named(let named, let year):
            value = .date(
                PartialDate(named.day(in: try full(year, month: nil))),
                Doubt(isUncertain: false, isApproximate: named.isApproximate)
            )
        case .event(let date):
            note(.namedDate)
            value = date
        case .weekOfMonth(let week, let month, let year): value = try weekOfMonth(week, month, full(year, month: month))
        }
        if let weekday = piece.weekday, case .date(let date, _) = value, date.day != nil,
            date.days.lowerBound.weekday != weekday
        {
            note(.weekdayDisagrees)
        }
        return piece.part.map { Self.part($0, of: value) } ?? value
    }

    private mutating func parts(
        _ year: DatePiece.Year?,
        _ month: Int?,
        _ day: Int?,
        isYearFirst: Bool = false
    ) throws(DateFault) -> PartialDate {
        // A nought means that the part is not known.
        let month = month == 0 ? nil : month
        let day = day == 0 || month == nil ? nil : day
        let whole = try full(year, month: month, day: day)
        guard whole > 0 else { throw fault(.unreadable) }
        guard let date = PartialDate(year: whole, month: month, day: day) else {
            if !isYearFirst, let month, let day, month > 12, PartialDate(year: whole, month: day, day: month) != nil {
                throw fault(.american)
            }
            throw fault(.impossible)
        }
        return date
    }

    /// Finds the century of a two-figure year: the later one that keeps the date between 1920 and the as-of date.
    private mutating func full(_ year: DatePiece.Year?, month: Int? = nil, day: Int? = nil) throws(DateFault) -> Int {
        switch year {
        case .full(let year)?: return year
        case nil: throw fault(.noYear)
        case .short(let figures)?:
            let recent =
                PartialDate(year: 2000 + figures, month: month, day: day)
                ?? PartialDate(year: 2000 + figures, month: month) ?? PartialDate(year: 2000 + figures)
            if let recent, recent.days.lowerBound <= asOf { return recent.year }
            guard 1900 + figures >= DateReader.firstYear else { throw fault(.noCentury) }
            // "Feb 30" can only be meant as a day.
            if day == nil, let month, (1...12).contains(month), notes.contains(.monthAndYearOrDay),
                (30...31).contains(figures), figures > CalendarDay.length(ofMonth: month, in: 2000)
            {
                throw fault(.impossible)
            }
            // Only where the later century is near does a person need to be told.
            if let recent, recent.days.lowerBound <= asOf.adding(months: 120) { note(.earlierCentury) }
            return 1900 + figures
        }
    }

    private mutating func period(_ period: DateNames.Period, in year: Int) throws(DateFault) -> EDTF {
        if period.isLocal { note(.localTerms) }
        let about = Doubt(isUncertain: false, isApproximate: true)
        let crosses = (period.end.month, period.end.day ?? 31) < (period.start.month, period.start.day ?? 1)
        return try .interval(
            .date(parts(.full(year), period.start.month, period.start.day), about),
            .date(parts(.full(crosses ? year + 1 : year), period.end.month, period.end.day), about)
        )
    }

    private func weekOfMonth(_ week: Int, _ month: Int, _ year: Int) throws(DateFault) -> EDTF {
        guard (1...12).contains(month) else { throw fault(.impossible) }
        let first = CalendarDay.first(ofMonth: month, in: year)
        let last = CalendarDay.last(ofMonth: month, in: year)
        let start = week == 5 ? last.adding(days: -6) : first.adding(days: (week - 1) * 7)
        return .days(start...start.adding(days: 6)).doubting(Doubt(isUncertain: false, isApproximate: true))
    }

    /// Returns the part of a year, a month, a season or a decade; approximate.
    private static func part(_ part: DatePiece.Part, of value: EDTF) -> EDTF {
        guard case .date(let date, let doubt) = value else { return value }
        let about = doubt.joined(with: Doubt(isUncertain: false, isApproximate: true))
        let (from, to): (PartialDate?, PartialDate?)
        if date.unknownFigures == 1 {
            let bounds: (Int, Int) =
                switch part {
                case .thirds(let thirds): ([0, 4, 7][thirds.lowerBound], [3, 6, 9][thirds.upperBound])
                case .half(let half): (half * 5, half * 5 + 4)
                case .edge(let isEnd): isEnd ? (7, 9) : (0, 3)
                }
            (from, to) = (PartialDate(year: date.year + bounds.0), PartialDate(year: date.year + bounds.1))
        } else if let month = date.month {
            let length = CalendarDay.length(ofMonth: month, in: date.year)
            let bounds: (Int, Int) =
                switch part {
                case .thirds(let thirds): ([1, 11, 21][thirds.lowerBound], [10, 20, length][thirds.upperBound])
                case .half(let half): half == 0 ? (1, 15) : (16, length)
                case .edge(let isEnd): isEnd ? (21, length) : (1, 10)
                }
            (from, to) = (
                PartialDate(year: date.year, month: month, day: bounds.0),
                PartialDate(year: date.year, month: month, day: bounds.1)
            )
        } else {
            let first = date.season?.firstMonth ?? 1
            let length = date.season == nil ? 12 : 3
            let third = length / 3
            let bounds: (Int, Int) =
                switch part {
                case .thirds(let thirds): (thirds.lowerBound * third, (thirds.upperBound + 1) * third - 1)
                case .half(let half): half == 0 ? (0, (length + 1) / 2 - 1) : (length / 2, length - 1)
                case .edge(let isEnd): isEnd ? (length - third, length - 1) : (0, third - 1)
                }
            let start = CalendarDay.first(ofMonth: first + bounds.0, in: date.year)
            let end = CalendarDay.first(ofMonth: first + bounds.1, in: date.year)
            (from, to) = (
                PartialDate(year: start.year, month: start.month), PartialDate(year: end.year, month: end.month)
            )
        }
        guard let from, let to else { return value }
        return from == to ? .date(from, about) : .interval(.date(from, about), .date(to, about))
    }

    // MARK: Spans, lists and weeks

    private mutating func span(_ first: DatePiece, _ last: DatePiece) throws(DateFault) -> EDTF {
        var (first, last) = (first, last)
        // "start of March to end of May" is March to May.
        if case .edge(isEnd: false)? = first.part { first.part = nil }
        if case .edge(isEnd: true)? = last.part { last.part = nil }
        // "14-12 March" is reversed; only a start with a month of its own may belong to the year before.
        let mayCrossYear = !first.isBareDay
        if first.isBareDay, last.isBareDay { last = try inheriting(last) }
        if first.isBareDay, let month = last.month { first = first.with(month: month) }
        if last.isBareDay, let month = first.month { last = last.with(month: month) }
        let startLacksYear = first.year == nil
        let endLacksYear = last.year == nil
        if endLacksYear, let year = first.year {
            last = last.with(year: year)
        } else if endLacksYear {
            last = try inheriting(last)
        }
        if startLacksYear, let year = last.year { first = first.with(year: year) }
        var start = try value(of: first)
        var end = try value(of: last)
        if let from = start.earliest, let to = end.latest, to < from {
            if startLacksYear, mayCrossYear, start.earliest?.month != end.earliest?.month,
                let year = start.earliest?.year
            {
                // "Dec - Jan 2015" begins in the year before.
                start = try value(of: first.replacingYear(year - 1))
                note(.crossesYear)
            } else if endLacksYear, let year = end.earliest?.year {
                end = try value(of: last.replacingYear(year + 1))
                note(.crossesYear)
            }
        }
        if let from = start.earliest, let to = end.latest, to < from { throw fault(.reversed) }
        return start == end ? start : .interval(start.firstEnd, end.lastEnd)
    }

    private mutating func list(_ pieces: [DatePiece]) throws(DateFault) -> EDTF {
        // A bare day takes its month, and a day and month their year, from the next that has one, else the last.
        var filled = pieces
        for index in filled.indices.reversed().dropFirst() {
            let following = filled[index + 1]
            if filled[index].isBareDay, let month = following.month { filled[index] = filled[index].with(month: month) }
            if filled[index].year == nil, let year = following.year { filled[index] = filled[index].with(year: year) }
        }
        for index in filled.indices.dropFirst() {
            let previous = filled[index - 1]
            if filled[index].isBareDay, let month = previous.month { filled[index] = filled[index].with(month: month) }
            if filled[index].year == nil, let year = previous.year { filled[index] = filled[index].with(year: year) }
        }
        var dates: [PartialDate] = []
        for piece in filled {
            guard case .date(let date, _) = try value(of: inheriting(piece)), date.day != nil else {
                throw fault(.unreadable)
            }
            if !dates.contains(date) { dates.append(date) }
        }
        dates.sort { $0.days.lowerBound < $1.days.lowerBound }
        return dates.count == 1 ? .date(dates[0], .none) : .set(dates, .none)
    }

    private mutating func week(_ phrase: DatePhrase, _ piece: DatePiece) throws(DateFault) -> EDTF {
        guard case .date(let date, let doubt) = try value(of: inheriting(piece)), date.day != nil else {
            throw fault(.unreadable)
        }
        let day = date.days.lowerBound
        let days: ClosedRange<CalendarDay>
        switch phrase {
        case .weekTo:
            if day.weekday.rawValue < Weekday.friday.rawValue { note(.weekNotToWeekend) }
            days = day.adding(days: -6)...day
        case .weekend:
            // The Saturday and Sunday of the week that the day is in; Friday is no weekend of its own.
            let saturday = day.adding(days: Weekday.saturday.rawValue - day.weekday.rawValue)
            days = saturday...saturday.adding(days: 1)
        default:
            if day.weekday != .monday { note(.weekNotFromMonday) }
            days = day...day.adding(days: 6)
        }
        return EDTF.days(days).doubting(doubt)
    }

    /// From the first day of one week to the last day of another.
    private mutating func weekSpan(_ first: DatePiece, _ last: DatePiece) throws(DateFault) -> EDTF {
        var first = first
        let last = try inheriting(last)
        if first.year == nil, let year = last.year { first = first.with(year: year) }
        let start = try week(.weekFrom(first), first)
        let end = try week(.weekFrom(last), last)
        guard let from = start.earliest, let to = end.earliest, from <= to else { throw fault(.reversed) }
        return .interval(start.firstEnd, end.lastEnd)
    }

    // MARK: Counted from elsewhere

    private mutating func sameAsAbove() -> EDTF? {
        guard let above = context.directlyAbove, let value = above.value else {
            isRelative = true
            note(.nothingToCountFrom)
            return nil
        }
        isInherited = true
        isRelative = above.isRelative
        note(.sameAsRowAbove)
        return value
    }

    private mutating func later(_ count: Int, _ unit: DateUnit) -> EDTF? {
        isRelative = true
        guard let first = context.directlyAbove?.earliest, let last = context.directlyAbove?.latest else {
            note(.nothingToCountFrom)
            return nil
        }
        isInherited = true
        note(.countedFromRowAbove)
        let about = Doubt(isUncertain: false, isApproximate: true)
        switch unit {
        case .day: return EDTF.days(first.adding(days: count)...last.adding(days: count)).doubting(about)
        case .week, .fortnight:
            let days = count * (unit == .week ? 7 : 14)
            if days == 0 { return EDTF.days(first.adding(days: -6)...last.adding(days: 6)).doubting(about) }
            return EDTF.days(first.adding(days: days)...last.adding(days: days + 6)).doubting(about)
        case .month:
            return .months(first.adding(months: count), last.adding(months: count), about)
        case .year:
            return .years(first.year + count, last.year + count, about)
        }
    }

    private mutating func atAge(months: Int, days: Int, unit: DateUnit, slack: (before: Int, after: Int)) -> EDTF? {
        isRelative = true
        guard let born = context.birth?.born?.earliest, let bornLast = context.birth?.born?.latest else {
            note(.nothingToCountFrom)
            return nil
        }
        note(.countedFromBirth)
        let start = born.adding(months: months - slack.before).adding(days: days)
        let end =
            switch unit {
            case .day: bornLast.adding(months: months).adding(days: days)
            case .week, .fortnight: bornLast.adding(months: months).adding(days: days + 6)
            case .month: bornLast.adding(months: months + 1).adding(days: days - 1)
            case .year: bornLast.adding(months: months + 12).adding(days: days - 1)
            }
        let value = EDTF.days(start...end.adding(months: slack.after))
        let isWide = slack.before > 0 || slack.after > 0
        return isWide ? value.doubting(Doubt(isUncertain: false, isApproximate: true)) : value
    }

    private mutating func inPregnancy(days: Int, span: Int) -> EDTF? {
        isRelative = true
        guard let first = context.birth?.expected?.earliest, let last = context.birth?.expected?.latest else {
            note(.nothingToCountFrom)
            return nil
        }
        note(.countedFromExpectedBirth)
        let offset = days - Age.daysOfPregnancy
        return EDTF.days(first.adding(days: offset)...last.adding(days: offset + span - 1))
    }
}

extension DatePiece {
    /// Returns the piece in another year, in place of the one it has.
    fileprivate func replacingYear(_ year: Int) -> DatePiece {
        var piece = self
        switch kind {
        case .parts(_, let month, let day): piece.kind = .parts(year: .full(year), month: month, day: day)
        case .season(let season, _): piece.kind = .season(season, .full(year))
        case .period(let period, _): piece.kind = .period(period, .full(year))
        case .named(let day, _): piece.kind = .named(day, .full(year))
        case .weekOfMonth(let week, let month, _): piece.kind = .weekOfMonth(week, month: month, year: .full(year))
        case .decade, .twoYears, .event: break
        }
        return piece
    }
}

extension EDTF {
    /// The span from one day to another, or the one day.
    static func days(_ days: ClosedRange<CalendarDay>) -> EDTF {
        let first = PartialDate(days.lowerBound)
        let last = PartialDate(days.upperBound)
        return first == last ? .date(first, .none) : .interval(.date(first, .none), .date(last, .none))
    }

    fileprivate static func months(_ first: CalendarDay, _ last: CalendarDay, _ doubt: Doubt) -> EDTF? {
        guard let from = PartialDate(year: first.year, month: first.month),
            let to = PartialDate(year: last.year, month: last.month)
        else { return nil }
        return from == to ? .date(from, doubt) : .interval(.date(from, doubt), .date(to, doubt))
    }

    fileprivate static func years(_ first: Int, _ last: Int, _ doubt: Doubt) -> EDTF? {
        guard let from = PartialDate(year: first), let to = PartialDate(year: last) else { return nil }
        return from == to ? .date(from, doubt) : .interval(.date(from, doubt), .date(to, doubt))
    }
}
