/// Reads the date cells of British records, in every form that people and systems write them.
///
/// Figures are day, month, year, always. A date that the calendar does not have is a fault and is never moved to a
/// day that it has. What is missing is taken from the row or heading above, with a note; what is doubtful stays
/// doubtful. Nothing is guessed from the clock or the locale.
///
///     let reader = DateReader(asOf: today, names: names)
///     try reader.read("?22 may 2016").value?.description   // "2016-05-22?"
///     try reader.read("12-14.03.15").value?.description    // "2015-03-12/2015-03-14"
///     try reader.read("29.02.13")                          // throws DateFault, impossible
public struct DateReader: Sendable {
    /// The day from which two-figure years are read: no date with such a year lies after it.
    public let asOf: CalendarDay
    /// The named days and periods.
    public let names: DateNames

    /// The first year that a two-figure year can mean.
    static let firstYear = 1920
    /// The first year that any date can have; an earlier one is a slip of the pen.
    private static let earliestYear = 1800
    /// The last year that any date can have.
    private static let lastYear = 9999

    /// Makes a reader.
    public init(asOf: CalendarDay, names: DateNames) {
        self.asOf = asOf
        self.names = names
    }

    /// Reads one date cell.
    ///
    /// Blank, "not known" and the days that systems write for "no date" give a date without a value. So does a text
    /// that counts from something that is not there ("five months later" in the first row, "aged 3" with no date of
    /// birth); its precision is `relative`.
    ///
    /// - Throws: ``DateFault`` when the text is no date, or one that the calendar does not have.
    public func read(_ text: String, in context: DateContext = .none) throws(DateFault) -> EventDate {
        if let plain = plainDay(text) { return plain }
        if let plain = dayWithUnknownParts(text) { return try finished(plain, in: context) }
        guard let tokens = DateToken.tokens(of: text) else { throw DateFault(kind: .unreadable, text: text) }
        if standsForNoDate(tokens) { return EventDate(text: text, value: nil) }
        if let value = extendedDate(text) {
            return try finished(EventDate(text: text, value: value, notes: notes(on: value)), in: context)
        }

        if DateDoubt.hasUnknownFigure(tokens) { throw DateFault(kind: .unreadable, text: text) }
        let clock = DateClock(tokens)
        let doubt = DateDoubt(clock.tokens)
        let grammar = DateGrammar(
            tokens: doubt.tokens,
            names: names,
            hasHeadingYear: context.headingYear != nil
        )
        guard let found = grammar.phrase() else { throw DateFault(kind: .unreadable, text: text) }
        var work = DateWork(asOf: asOf, text: text, context: context)
        work.note(found.notes)
        work.note(clock.notes)
        var value = try work.value(of: found.phrase)?.doubting(doubt.doubt)
        var time = clock.time ?? found.trailingTime
        if let zone = clock.zone, let written = time, case .date(let date, let doubt)? = value, date.day != nil {
            let universal = UnitedKingdomTime.normalised(
                day: date.days.lowerBound,
                minute: written.minute - zone
            )
            let local = UnitedKingdomTime.local(day: universal.day, minute: universal.minute)
            if local.day != date.days.lowerBound || local.minute != written.minute {
                value = .date(PartialDate(local.day), doubt)
                time = TimeOfDay(hour: local.minute / 60, minute: local.minute % 60)
                work.note(.timeZone)
            }
        }
        let date = EventDate(
            text: text,
            value: value,
            isRelative: work.isRelative,
            isInherited: work.isInherited,
            time: time,
            notes: work.notes
        )
        return try finished(date, in: context)
    }

    /// Takes the last steps of every way of reading: days that stand for no date, years that no record speaks of or
    /// that have more than four figures, and days still to come.
    private func finished(_ date: EventDate, in context: DateContext = .none) throws(DateFault) -> EventDate {
        if case .date(let part, _)? = date.value, part.day != nil, names.fillDays.contains(part.days.lowerBound) {
            let day = part.days.lowerBound
            guard context.isBirth, day.year >= Self.firstYear, day <= asOf else {
                return EventDate(text: date.text, value: nil, notes: [.fillDate])
            }
        }
        if let value = date.value, value.firstYear ?? Self.earliestYear < Self.earliestYear {
            throw DateFault(kind: .unreadable, text: date.text)
        }
        // Counting on from a year such as 9999 can leave the four figures, which EDTF of level 1 cannot write.
        if [date.earliest, date.latest].contains(where: { $0?.year ?? 0 > Self.lastYear }) {
            throw DateFault(kind: .unreadable, text: date.text)
        }
        guard let earliest = date.earliest, earliest > asOf else { return date }
        return EventDate(
            text: date.text,
            value: date.value,
            isRelative: date.isRelative,
            isInherited: date.isInherited,
            time: date.time,
            notes: date.notes.adding(.inFuture)
        )
    }

    /// Reads a spreadsheet's number for a day, counted from 30 December 1899; the fraction is the time of day.
    ///
    /// Only a column that holds nothing but numbers may be read this way.
    ///
    /// - Throws: ``DateFault`` `unreadable` when the text is not such a number, or lies before 1920 or more than ten
    ///   years after the as-of date.
    public func readSerial(_ text: String) throws(DateFault) -> EventDate {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let days = PartialDate.figures(parts[0]), parts[0].count == 5 else {
            throw DateFault(kind: .unreadable, text: text)
        }
        let epoch = CalendarDay.first(ofMonth: 12, in: 1899).adding(days: 29)
        let day = epoch.adding(days: days)
        guard day.year >= Self.firstYear, day.year <= asOf.year + 10 else {
            throw DateFault(kind: .unreadable, text: text)
        }
        var time: TimeOfDay?
        if parts.count == 2 {
            guard let fraction = PartialDate.figures(parts[1].prefix(9)) else {
                throw DateFault(kind: .unreadable, text: text)
            }
            let scale = (0..<min(parts[1].count, 9)).reduce(1) { scale, _ in scale * 10 }
            let minutes = (fraction * 1440 + scale / 2) / scale
            if minutes > 0 { time = TimeOfDay(hour: minutes / 60, minute: minutes % 60) }
        }
        let date = EventDate(
            text: text,
            value: .date(PartialDate(day), .none),
            time: time,
            notes: [.spreadsheetSerial]
        )
        return try finished(date)
    }

    /// Reads a time cell: "14:30", "2.30pm", "2115 hrs", "after 9pm", "0930"; `nil` for words alone.
    public func readTime(_ text: String) -> TimeOfDay? {
        guard let tokens = DateToken.tokens(of: text) else { return nil }
        if let time = DateClock(tokens).time { return time }
        let figures = tokens.compactMap(\.number)
        guard tokens.allSatisfy({ $0.word == nil }) else { return nil }
        if figures.count == 1, case .number(let value, figures: 4) = tokens[0].kind {
            return TimeOfDay(hour: value / 100, minute: value % 100)
        }
        guard figures.count == 2, tokens.count == 3, tokens[1].isMark("."), case .number(_, figures: 2) = tokens[2].kind
        else { return nil }
        // "2.30" may be in the afternoon.
        if case .number(1...7, figures: 1) = tokens[0].kind { return nil }
        return TimeOfDay(hour: figures[0], minute: figures[1])
    }

    // MARK: The short ways

    /// Reads `dd/mm/yyyy` and `yyyy-mm-dd`, which most rows hold, without the grammar.
    private func plainDay(_ text: String) -> EventDate? {
        let bytes = text.utf8
        guard bytes.count == 10 else { return nil }
        func figures(_ start: Int, _ count: Int) -> Int? {
            let from = bytes.index(bytes.startIndex, offsetBy: start)
            return PartialDate.figures(bytes[from..<bytes.index(from, offsetBy: count)])
        }
        func isMark(_ offset: Int, _ mark: UInt8) -> Bool {
            bytes[bytes.index(bytes.startIndex, offsetBy: offset)] == mark
        }
        let parts: (year: Int?, month: Int?, day: Int?)
        if isMark(2, UInt8(ascii: "/")), isMark(5, UInt8(ascii: "/")) {
            parts = (figures(6, 4), figures(3, 2), figures(0, 2))
        } else if isMark(4, UInt8(ascii: "-")), isMark(7, UInt8(ascii: "-")) {
            parts = (figures(0, 4), figures(5, 2), figures(8, 2))
        } else {
            return nil
        }
        guard let year = parts.year, let month = parts.month, let day = parts.day,
            let date = CalendarDay(year: year, month: month, day: day), !names.fillDays.contains(date),
            year >= Self.earliestYear
        else { return nil }
        return EventDate(text: text, value: .date(PartialDate(date), .none), notes: date > asOf ? [.inFuture] : [])
    }

    /// Reads `zz/05/2020`, `zz/zz/2021` and `zz/zz/zzzz`: the way in which the SSDA903 return writes what is not known.
    private func dayWithUnknownParts(_ text: String) -> EventDate? {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        func isUnknown(_ part: Substring.UTF8View.SubSequence) -> Bool {
            part.allSatisfy { $0 | 0x20 == UInt8(ascii: "z") }
        }
        guard text.utf8.count == 10, parts.map(\.count) == [2, 2, 4], isUnknown(parts[0]) else { return nil }
        if isUnknown(parts[1]), isUnknown(parts[2]) { return EventDate(text: text, value: nil) }
        guard let year = PartialDate.figures(parts[2]), year >= Self.earliestYear else { return nil }
        let month = isUnknown(parts[1]) ? nil : PartialDate.figures(parts[1])
        guard isUnknown(parts[1]) || month != nil else { return nil }
        return PartialDate(year: year, month: month).map { EventDate(text: text, value: .date($0, .none)) }
    }

    /// Whether the cell is blank, only marks, all noughts, or says in words that there is no date.
    private func standsForNoDate(_ tokens: [DateToken]) -> Bool {
        if tokens.isEmpty { return true }
        var words: [String] = []
        var hasFigures = false
        for token in tokens {
            switch token.kind {
            case .number(let value, _):
                if value != 0 { return false }
                hasFigures = true
            case .word(let word): words.append(word)
            case .mark("\""), .mark("\u{BD}"): return false
            case .mark: break
            }
        }
        if words.isEmpty {
            return hasFigures
                ? tokens.count > 1
                : tokens.allSatisfy { token in "-.?/~()[]*,:;".contains { token.isMark($0) } }
        }
        return !hasFigures && names.noDateWords.contains(words.joined(separator: " "))
    }

    /// Reads text that is EDTF and could hardly be anything else: a set, an interval, a season, unknown figures.
    private func extendedDate(_ text: String) -> EDTF? {
        let trimmed = text.utf8.drop { $0 == 0x20 }
        guard trimmed.count >= 4, let value = EDTF(text) else { return nil }
        switch value {
        case .set: return value
        case .interval(let first, let last):
            if first == .unknown, last == .open { return nil }
            for case .date(let date, _) in [first, last] where Self.isTwoYearLabel(date) { return nil }
            return value
        case .date(let date, let doubt):
            if Self.isTwoYearLabel(date) { return nil }
            if date.season != nil || date.unknownFigures > 0 || doubt.isPresent { return value }
            return text.utf8.contains(UInt8(ascii: "X")) ? value : nil
        }
    }

    /// Whether EDTF text such as "2021-22" is far more likely two years than a season.
    private static func isTwoYearLabel(_ date: PartialDate) -> Bool {
        date.season?.rawValue == (date.year + 1) % 100
    }

    private func notes(on value: EDTF) -> [DateNote] {
        if case .date(let date, _) = value, date.season == .winter { [.winterCrossesYear] } else { [] }
    }
}

extension EDTF {
    /// The earliest year that is written in it.
    fileprivate var firstYear: Int? {
        switch self {
        case .date(let date, _): date.year
        case .interval(let first, let last): [first, last].compactMap(\.year).min()
        case .set(let dates, _): dates.map(\.year).min()
        }
    }
}

extension EDTFEnd {
    fileprivate var year: Int? {
        if case .date(let date, _) = self { date.year } else { nil }
    }
}
