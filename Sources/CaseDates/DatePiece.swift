/// One date inside a cell, as far as it is written: parts may still be missing.
struct DatePiece: Sendable, Hashable {
    /// A year in four figures, or in two of which the century is to be found.
    enum Year: Sendable, Hashable {
        case full(Int)
        case short(Int)
    }

    enum Kind: Sendable, Hashable {
        /// A day, a month, a year, or any of them without what comes before it. A zero day or month is not given.
        case parts(year: Year?, month: Int?, day: Int?)
        case season(Season, Year?)
        case decade(Int)
        /// A label for two years, such as "2013/14": school years, financial years, or either.
        case twoYears(Int, from: Int, to: Int)
        case period(DateNames.Period, Year?)
        case named(DateNames.Day, Year?)
        case event(EDTF)
        /// A week of a month, 1...4, or 5 for the last one.
        case weekOfMonth(Int, month: Int, year: Year?)
    }

    /// A part of a period: thirds, or halves.
    enum Part: Sendable, Hashable {
        /// From one third to another; 0 is the first.
        case thirds(ClosedRange<Int>)
        /// The first half (0) or the second (1).
        case half(Int)
        /// "End of", "beginning of": the last or the first third alone, the very end at the end of a range.
        case edge(isEnd: Bool)
    }

    var kind: Kind
    var part: Part?
    var weekday: Weekday?
    /// Whether the day was written with its ending, as in "14th".
    var isOrdinal = false
    /// Whether its month was written in figures.
    var isFigures = false
    /// Whether it was written in figures with the year first.
    var isYearFirst = false
    var notes: [DateNote] = []

    init(_ kind: Kind, notes: [DateNote] = []) {
        self.kind = kind
        self.notes = notes
    }

    init(year: Year?, month: Int? = nil, day: Int? = nil, notes: [DateNote] = []) {
        self.init(.parts(year: year, month: month, day: day), notes: notes)
    }

    var year: Year? {
        switch kind {
        case .parts(let year, _, _), .season(_, let year), .period(_, let year), .named(_, let year),
            .weekOfMonth(_, _, let year):
            year
        case .decade(let year), .twoYears(let year, _, _): .full(year)
        case .event(let date): date.earliest.map { .full($0.year) }
        }
    }

    var month: Int? {
        switch kind {
        case .parts(_, let month, _): month
        case .weekOfMonth(_, let month, _): month
        case .season(let season, _): season.firstMonth
        default: nil
        }
    }

    var day: Int? {
        if case .parts(_, _, let day) = kind { day } else { nil }
    }

    /// Whether it is the number of a day, without its month.
    var isBareDay: Bool {
        if case .parts(_, nil, .some) = kind { true } else { false }
    }

    func with(year: Year) -> DatePiece {
        var piece = self
        switch kind {
        case .parts(nil, let month, let day): piece.kind = .parts(year: year, month: month, day: day)
        case .season(let season, nil): piece.kind = .season(season, year)
        case .period(let period, nil): piece.kind = .period(period, year)
        case .named(let day, nil): piece.kind = .named(day, year)
        case .weekOfMonth(let week, let month, nil): piece.kind = .weekOfMonth(week, month: month, year: year)
        default: break
        }
        return piece
    }

    func with(month: Int) -> DatePiece {
        var piece = self
        if case .parts(let year, nil, let day) = kind { piece.kind = .parts(year: year, month: month, day: day) }
        return piece
    }

    var inFigures: DatePiece {
        var piece = self
        piece.isFigures = true
        return piece
    }

    func noting(_ note: DateNote) -> DatePiece {
        var piece = self
        if !piece.notes.contains(note) { piece.notes.append(note) }
        return piece
    }
}
