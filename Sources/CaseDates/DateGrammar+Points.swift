/// One date: figures, month words, seasons and names, whole or with parts missing.
extension DateGrammar {
    /// Reads one date, with a weekday or a part ("early", "end of") before it.
    func points(at index: Int) -> [Reading<DatePiece>] {
        var index = index
        while isWord(index, "the") { index += 1 }
        var readings: [Reading<DatePiece>] = []
        if let weekday = word(index).flatMap(Weekday.init(word:)) {
            var next = index + 1
            while isMark(next, ",") || isMark(next, ".") || isMark(next, "-") || isWord(next, "the") { next += 1 }
            for (piece, end) in barePoints(at: next) where piece.day != nil {
                var piece = piece
                piece.weekday = weekday
                readings.append((piece, end))
            }
        }
        readings += weekOfMonth(at: index)
        for (part, next) in parts(at: index) {
            for (piece, end) in barePoints(at: next) where piece.canBeParted {
                var piece = piece
                piece.part = part
                readings.append((piece, end))
            }
        }
        return readings + barePoints(at: index)
    }

    private func barePoints(at index: Int) -> [Reading<DatePiece>] {
        figures(at: index) + dayMonthWord(at: index) + monthWord(at: index) + yearLabels(at: index)
            + named(at: index) + monthAndYear(at: index) + year(at: index) + dayAndMonth(at: index)
            + compact(at: index) + bareDay(at: index)
    }

    // MARK: Figures

    /// Three numbers: day, month, year in UK order, or year, month, day when the first has four figures.
    private func figures(at index: Int) -> [Reading<DatePiece>] {
        guard number(index, figures: 1...4) != nil,
            let (firstMark, second) = separator(at: index + 1), number(second, figures: 1...2) != nil,
            let (secondMark, third) = separator(at: second + 1), number(third, figures: 1...4) != nil
        else { return [] }
        // "2.1 1992" is a paragraph number and a year; "22.05 2016" has lost a full stop.
        if firstMark == ".", secondMark == " ",
            number(index, figures: 2...2) == nil || number(second, figures: 2...2) == nil
        {
            return []
        }
        let notes: [DateNote] = firstMark == secondMark ? [] : [.mixedSeparators]
        // "2015 14.30" is a year and a time.
        if number(index, figures: 4...4) != nil, firstMark == " ", secondMark != " " { return [] }
        if let year = number(index, figures: 4...4), let month = number(second, figures: 1...2),
            let day = number(third, figures: 1...2)
        {
            // "12/03/2019 - 9.30" is no day in September.
            if firstMark != secondMark { return [] }
            var piece = DatePiece(year: .full(year), month: month, day: day, notes: notes)
            piece.isYearFirst = true
            return [(piece.inFigures, third + 1)]
        }
        // With a space for one separator only a whole year is clear: "12/03/20 15" is not 2020.
        if (firstMark == " ") != (secondMark == " "), number(third, figures: 4...4) == nil { return [] }
        guard let day = number(index, figures: 1...2), let month = number(second, figures: 1...2) else { return [] }
        if let year = number(third, figures: 4...4) {
            return [(DatePiece(year: .full(year), month: month, day: day, notes: notes).inFigures, third + 1)]
        }
        guard let year = number(third, figures: 2...2) else { return [] }
        return [(DatePiece(year: .short(year), month: month, day: day, notes: notes).inFigures, third + 1)]
    }

    /// A separator between two numbers, also a doubled one, and the place behind it.
    ///
    /// A comma or colon must be tight.
    private func separator(at index: Int) -> (Character, Int)? {
        guard let token = token(index) else { return nil }
        switch token.kind {
        case .number: return token.hasSpaceBefore ? (" ", index) : nil
        case .mark(let mark) where mark == "/" || mark == "." || mark == "-":
            if case .mark(let again)? = self.token(index + 1)?.kind, again == "/" || again == "." || again == "-" {
                return ("?", index + 2)
            }
            return (mark, index + 1)
        case .mark(",") where !space(index) && !space(index + 1): return (",", index + 1)
        case .mark("'") where !space(index): return ("'", index + 1)
        case .mark, .word: return nil
        }
    }

    /// Eight or six figures without separators.
    private func compact(at index: Int) -> [Reading<DatePiece>] {
        if let value = number(index, figures: 8...8) {
            for (year, month, day) in [
                (value / 10_000, value / 100 % 100, value % 100),
                (value % 10_000, value / 10_000 % 100, value / 1_000_000),
            ] where (1900...2199).contains(year) && CalendarDay(year: year, month: month, day: day) != nil {
                return [(DatePiece(year: .full(year), month: month, day: day, notes: [.noSeparators]), index + 1)]
            }
        } else if let value = number(index, figures: 6...6),
            CalendarDay(year: 2000, month: value / 100 % 100, day: value / 10_000) != nil
        {
            let piece = DatePiece(year: .short(value % 100), month: value / 100 % 100, day: value / 10_000)
            return [(piece.noting(.noSeparators), index + 1)]
        }
        return []
    }

    /// Month and year in figures: `03/2015`, `2015-03`.
    private func monthAndYear(at index: Int) -> [Reading<DatePiece>] {
        guard case .mark(let mark)? = token(index + 1)?.kind, mark == "/" || mark == "." || mark == "-" else {
            return []
        }
        if let month = number(index, figures: 1...2), let year = fullYear(index + 2) {
            return [(DatePiece(year: .full(year), month: month), index + 3)]
        }
        guard let year = fullYear(index), let month = number(index + 2, figures: 1...2), month <= 12,
            !space(index + 1), !space(index + 2)
        else { return [] }
        let isOneFigure = number(index + 2, figures: 1...1) != nil
        let mayBeLabel =
            mark == "-" && month == (year + 1) % 100 || isOneFigure && month == (year + 1) % 10
        let piece = DatePiece(year: .full(year), month: month, notes: mayBeLabel ? [.monthOrTwoYearLabel] : [])
        return mark == "/" && month == (year + 1) % 100 ? [] : [(piece, index + 3)]
    }

    /// Two numbers: day and month, or, where that cannot be, month and a two-figure year.
    private func dayAndMonth(at index: Int) -> [Reading<DatePiece>] {
        guard let first = number(index, figures: 1...2), case .mark(let mark)? = token(index + 1)?.kind,
            mark == "/" || mark == "." || mark == "-", let second = number(index + 2, figures: 1...2),
            !space(index + 1), !space(index + 2)
        else { return [] }
        // Medical shorthand: "6/52" is six weeks, "10/40" the tenth week of a pregnancy.
        if mark == "/", second == 52 || second == 40 { return [] }
        if second <= 12 { return [(DatePiece(year: nil, month: second, day: first).inFigures, index + 3)] }
        guard first <= 12, mark != "-" else { return [] }
        let piece = DatePiece(year: .short(second), month: first, notes: second <= 31 ? [.monthAndYearOrDay] : [])
        return [(piece, index + 3)]
    }

    /// A day with nothing else: `14th`, or `12` where something behind it gives the month.
    private func bareDay(at index: Int) -> [Reading<DatePiece>] {
        guard let day = number(index, figures: 1...2) else { return [] }
        let (next, notes) = ordinalEnding(at: index + 1)
        var piece = DatePiece(year: nil, day: day, notes: notes)
        piece.isOrdinal = next > index + 1
        // "March 12-14, 2015": the year stands behind the last day.
        let yearIndex = isMark(next, ",") ? next + 1 : next
        guard let year = fullYear(yearIndex) else { return [(piece, next)] }
        var last = piece
        last.kind = .parts(year: .full(year), month: nil, day: day)
        return [(last, yearIndex + 1), (piece, next)]
    }

    // MARK: Month words

    /// `5th of March 2015`, `26May 2022`, `12-Mar-15`, `14 October`.
    func dayMonthWord(at index: Int) -> [Reading<DatePiece>] {
        guard let day = number(index, figures: 1...2) else { return [] }
        var (next, notes) = ordinalEnding(at: index + 1)
        let isTight = !space(next)
        let hasMark = isMark(next, "-") || isMark(next, "/") || isMark(next, ".") || isMark(next, ",")
        if hasMark { next += 1 }
        while isWord(next, "of", "in", "day") { next += 1 }
        guard let month = word(next).flatMap(DateWords.month) else { return [] }
        if isTight, !hasMark { notes = notes.adding(.spacing) }
        return withYear(at: next + 1).map { year, end, more in
            (DatePiece(year: year, month: month, day: day, notes: notes + more), end)
        }
    }

    /// `May 22, 2016`, `February 2010`, `Oct 14`, `August`.
    private func monthWord(at index: Int) -> [Reading<DatePiece>] {
        guard let month = word(index).flatMap(DateWords.month) else { return [] }
        var readings: [Reading<DatePiece>] = []
        var dayReadings: [Reading<DatePiece>] = []
        var next = index + 1
        if isMark(next, ".") || isWord(next, "the") { next += 1 }
        if let day = number(next, figures: 1...2) {
            let (end, notes) = ordinalEnding(at: next + 1)
            let isOrdinal = end > next + 1
            for (year, last, more) in withYear(at: end) where year != nil || isOrdinal || day <= 31 {
                var notes = notes + more
                if year == nil, !isOrdinal, number(next, figures: 2...2) != nil {
                    notes = notes.adding(.monthAndYearOrDay)
                }
                dayReadings.append((DatePiece(year: year, month: month, day: day, notes: notes), last))
            }
        }
        for (year, last, notes) in withYear(at: index + 1) {
            var piece = DatePiece(year: year, month: month, notes: notes)
            if case .short(let figures)? = year, figures <= 31, !isMark(last - 2, "'") {
                piece = piece.noting(.monthAndYearOrDay)
            }
            readings.append((piece, last))
        }
        return hasHeadingYear
            ? dayReadings + readings : dayReadings.filter { $0.value.year != nil } + readings + dayReadings
    }

    /// A year behind a month, in all ways of writing it, and lastly no year.
    private func withYear(at index: Int) -> [(DatePiece.Year?, Int, [DateNote])] {
        var next = index
        var notes: [DateNote] = []
        if isMark(next, ".") || isMark(next, ",") { next += 1 }
        let isTightMark = (isMark(next, "-") || isMark(next, "/")) && !space(next) && !space(next + 1)
        if isTightMark { next += 1 }
        while isWord(next, "of", "in") { next += 1 }
        if next == index, number(next, figures: 2...4) != nil, !space(next) { notes = [.spacing] }
        return years(at: next).map { ($0.value, $0.next, notes) } + [(nil, index, [])]
    }

    func ordinalEnding(at index: Int) -> (Int, [DateNote]) {
        guard let ending = word(index), DateWords.isOrdinalEnding(ending) else { return (index, []) }
        return (index + 1, space(index) ? [.spacing] : [])
    }

    // MARK: Years

    private func fullYear(_ index: Int) -> Int? {
        number(index, figures: 4...4).flatMap { (1800...2199).contains($0) ? $0 : nil }
    }

    /// `2014`, `'14`, `14`.
    private func years(at index: Int) -> [Reading<DatePiece.Year>] {
        if let year = fullYear(index) { return [(.full(year), index + 1)] }
        if isMark(index, "'"), let year = number(index + 1, figures: 2...2) { return [(.short(year), index + 2)] }
        guard let year = number(index, figures: 2...2), !DateWords.isOrdinalEnding(word(index + 1) ?? "") else {
            return []
        }
        return [(.short(year), index + 1)]
    }

    /// A year alone, or a decade.
    private func year(at index: Int) -> [Reading<DatePiece>] {
        if isMark(index, "'"), let year = number(index + 1, figures: 2...2) {
            if isWord(index + 2, "s"), !space(index + 2) { return [(DatePiece(.decade(decade(year))), index + 3)] }
            return [(DatePiece(year: .short(year)), index + 2)]
        }
        let plural = isMark(index + 1, "'") ? index + 2 : index + 1
        let isPlural = isWord(plural, "s") && !space(plural)
        if isPlural, let year = number(index, figures: 2...2), year % 10 == 0 {
            return [(DatePiece(.decade(decade(year))), plural + 1)]
        }
        guard let year = fullYear(index) else { return [] }
        return [isPlural ? (DatePiece(.decade(year)), plural + 1) : (DatePiece(year: .full(year)), index + 1)]
    }

    private func decade(_ figures: Int) -> Int {
        figures >= 30 ? 1900 + figures : 2000 + figures
    }

    /// `2013/14`, `school year 2013-14`, `2013/2014 academic year`.
    private func yearLabels(at index: Int) -> [Reading<DatePiece>] {
        let (kind, start) = yearKind(at: index)
        guard let year = fullYear(start), isMark(start + 1, "/") || isMark(start + 1, "-") else { return [] }
        let second = start + 2
        let isShort = number(second, figures: 2...2) == (year + 1) % 100
        guard isShort || number(second, figures: 4...4) == year + 1 else { return [] }
        let (kindBehind, end) = yearKind(at: second + 1)
        switch kind ?? kindBehind {
        case .school?: return [(DatePiece(.twoYears(year, from: 9, to: 8)), end)]
        case .financial?: return [(DatePiece(.twoYears(year, from: 4, to: 3)), end)]
        case nil:
            // A hyphen before a number that can be a month makes it one; four figures make two plain years.
            guard isShort, !(isMark(start + 1, "-") && (year + 1) % 100 <= 12) else { return [] }
            return [(DatePiece(.twoYears(year, from: 4, to: 8), notes: [.twoYearLabel]), second + 1)]
        }
    }

    private enum YearKind { case school, financial }

    private func yearKind(at index: Int) -> (YearKind?, Int) {
        let kind: YearKind? =
            switch word(index) {
            case "school", "academic": .school
            case "financial", "tax", "fiscal": .financial
            default: nil
            }
        guard let kind, isWord(index + 1, "year", "yr") else { return (nil, index) }
        let next = index + 2
        return (kind, isMark(next, ":") || isWord(next, "of") ? next + 1 : next)
    }

    // MARK: Seasons and names

    /// `Summer 2014`, `2014 summer`, `Winter 2013/14`, `Christmas '14`, `Autumn term`.
    private func named(at index: Int) -> [Reading<DatePiece>] {
        if let year = fullYear(index) {
            return nameKinds(at: index + 1).map { make, next in (DatePiece(make(.full(year))), next) }
        }
        return nameKinds(at: index).flatMap { make, next -> [Reading<DatePiece>] in
            withNameYear(at: next).compactMap { year, end, isLabel in
                guard isLabel, case .full(let first)? = year else { return (DatePiece(make(year)), end) }
                let kind = make(year)
                switch kind {
                // Spring and summer of a school year are in its second year; of a plain label nobody can say.
                case .season(.spring, _), .season(.summer, _): return nil
                case .period, .named: return (DatePiece(make(.full(isLate(kind) ? first + 1 : first))), end)
                default: return (DatePiece(kind), end)
                }
            }
        }
    }

    /// Whether a named day or period lies in the second year of a school year.
    private func isLate(_ kind: DatePiece.Kind) -> Bool {
        switch kind {
        case .period(let period, _): period.start.month <= 8
        case .named(let day, _):
            switch day.rule {
            case .easter: true
            case .fixed(let month, _): month <= 8
            }
        default: false
        }
    }

    private func withNameYear(at index: Int) -> [(DatePiece.Year?, Int, isLabel: Bool)] {
        var next = index
        while isMark(next, ",") || isMark(next, "-") || isMark(next, "/") || isWord(next, "of", "in", "time") {
            next += 1
        }
        var readings: [(DatePiece.Year?, Int, isLabel: Bool)] = []
        for (year, end) in years(at: next) {
            if case .full(let first) = year, isMark(end, "/") || isMark(end, "-"),
                number(end + 1, figures: 2...2) == (first + 1) % 100 || number(end + 1, figures: 4...4) == first + 1
            {
                readings.append((year, end + 2, true))
            }
            readings.append((year, end, false))
        }
        return readings + [(nil, index, false)]
    }

    private func nameKinds(at index: Int) -> [(make: (DatePiece.Year?) -> DatePiece.Kind, next: Int)] {
        var kinds: [(make: (DatePiece.Year?) -> DatePiece.Kind, next: Int)] = []
        for (meaning, next) in meanings(at: index) {
            switch meaning {
            case .day(let day): kinds.append(({ .named(day, $0) }, next))
            case .period(let period): kinds.append(({ .period(period, $0) }, next))
            case .event(let date): kinds.append(({ _ in .event(date) }, next))
            }
        }
        if let season = word(index).flatMap(DateWords.season) {
            kinds.append(({ .season(season, $0) }, index + 1))
        }
        return kinds
    }

    /// Names from the table, the longest first.
    private func meanings(at index: Int) -> [(DateNames.Meaning, Int)] {
        var name = ""
        var found: [(DateNames.Meaning, Int)] = []
        var next = index
        var words = 0
        while words < names.longestName, let token = token(next) {
            switch token.kind {
            case .word(let word): name += (name.isEmpty ? "" : " ") + word
            case .number(let number, _) where !name.isEmpty: name += " \(number)"
            case .mark("-") where !name.isEmpty: words -= 1
            case .mark, .number: return found.reversed()
            }
            next += 1
            words += 1
            if let meaning = names.meanings[name] { found.append((meaning, next)) }
        }
        return found.reversed()
    }

    // MARK: Parts of a period

    /// `first week of March 2019`.
    private func weekOfMonth(at index: Int) -> [Reading<DatePiece>] {
        var next = index + 1
        let ordinal: Int
        if let named = word(index).flatMap(DateWords.ordinal) {
            ordinal = named
        } else if let figure = number(index, figures: 1...1), figure <= 4,
            word(next).map(DateWords.isOrdinalEnding) ?? false
        {
            ordinal = figure
            next += 1
        } else {
            return []
        }
        guard isWord(next, "week", "wk"), isWord(next + 1, "of", "in") else { return [] }
        return barePoints(at: next + 2).compactMap { piece, end in
            guard case .parts(let year, let month?, nil) = piece.kind else { return nil }
            return (DatePiece(.weekOfMonth(ordinal, month: month, year: year), notes: piece.notes), end)
        }
    }

    /// `early`, `mid-`, `early to mid`, `beginning of`, `second half of`.
    private func parts(at index: Int) -> [Reading<DatePiece.Part>] {
        guard let first = word(index) else {
            if let half = number(index, figures: 1...1), half == 1 || half == 2,
                word(index + 1).map(DateWords.isOrdinalEnding) ?? false, isWord(index + 2, "half")
            {
                return [(.half(half - 1), pastOf(index + 3))]
            }
            return []
        }
        if isWord(index + 1, "half"), let half = ["first": 0, "second": 1, "latter": 1, "last": 1][first] {
            return [(.half(half), pastOf(index + 2))]
        }
        if ["end", "start", "beginning", "beg", "begin", "turn"].contains(first) {
            return [(.edge(isEnd: first == "end"), pastOf(index + 1))]
        }
        guard let third = Self.third(first) else { return [] }
        var next = index + 1
        var last = third
        let joinsTight = isMark(next, "/") || isMark(next, "-")
        if joinsTight || isWord(next, "to", "or"), let second = word(next + 1).flatMap(Self.third), second > third {
            last = second
            next += 2
        }
        return [(.thirds(third...last), pastOf(next))]
    }

    private static func third(_ word: String) -> Int? {
        switch word {
        case "early": 0
        case "mid", "middle": 1
        case "late", "latter": 2
        default: nil
        }
    }

    private func pastOf(_ index: Int) -> Int {
        var next = index
        while isMark(next, "-") || isMark(next, ".") || isWord(next, "of", "in", "the", "part") { next += 1 }
        return next
    }
}

extension DatePiece {
    /// Whether "early" or "end of" can stand before it.
    fileprivate var canBeParted: Bool {
        switch kind {
        case .parts(let year, let month, let day): day == nil && (year != nil || month != nil)
        case .season, .decade: true
        case .twoYears, .period, .named, .event, .weekOfMonth: false
        }
    }
}
