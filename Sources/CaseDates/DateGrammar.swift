/// The grammar of date cells, over the tokens of one cell from which times and marks of doubt are already taken out.
///
/// Every rule returns all its readings from a place in the tokens, best first, each with the place behind it. Nothing
/// is decided by what the calendar allows: `31/04/2015` is a date by its form, and it is for the reader to say that
/// there is no such day.
struct DateGrammar {
    /// A value and the index of the token behind it.
    typealias Reading<Value> = (value: Value, next: Int)

    let tokens: [DateToken]
    let names: DateNames
    /// Whether a year heading is in force, so that "Oct 14" is more likely a day.
    let hasHeadingYear: Bool

    /// The best reading of the whole cell; `nil` when there is none.
    func phrase() -> (phrase: DatePhrase, notes: [DateNote], trailingTime: TimeOfDay?)? {
        for (start, leading) in starts() {
            var best: (phrase: DatePhrase, notes: [DateNote], trailingTime: TimeOfDay?, next: Int)?
            for (phrase, next) in phrases(at: start) where next > best?.next ?? start {
                guard let rest = trailing(at: next, behind: phrase) else { continue }
                if leading.contains(.documentDate), rest.notes.contains(.anotherDate) { continue }
                if isPartial(phrase), leading.contains(.wordsOutside) { continue }
                best = (rest.weekday.map { phrase.on($0) } ?? phrase, leading + rest.notes, rest.time, next)
            }
            if let best { return (best.phrase, best.notes, best.trailingTime) }
        }
        return nil
    }

    // MARK: What may stand before a date

    /// The places where a date may begin, each with what the words skipped over mean.
    private func starts() -> [(Int, [DateNote])] {
        var starts: [(Int, [DateNote])] = [(0, [])]
        var notes: [DateNote] = []
        var words = 0
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            switch token.kind {
            case .mark("/"), .mark("+"), .mark("&"), .mark("@"), .mark("="): return starts
            case .mark(let mark):
                // A sign of money or of sums, or the end of something else, makes the figures behind it no date.
                guard Self.openingMarks.contains(mark) || index + 1 < tokens.count && tokens[index + 1].hasSpaceBefore,
                    !"£$€¥%^<".contains(mark)
                else { return starts }
            case .word(let word):
                if index + 1 < tokens.count, tokens[index + 1].number != nil, !tokens[index + 1].hasSpaceBefore,
                    word.count <= 2, !DateWords.fillers.contains(word)
                {
                    // "l2/03/2019": letters in the place of figures.
                    return starts
                }
                if isUnit(index), isWord(index + 1, "after", "before", "from", "since", "prior", "following") {
                    return starts
                }
                // "rescheduled from 12 to 14 March" is no span.
                if ["postponed", "rescheduled", "rearranged", "moved", "changed"].contains(word),
                    isWord(index + 1, "from")
                {
                    return starts
                }
                if DateWords.documentWords.contains(word) {
                    notes = notes.adding(.documentDate)
                } else if DateWords.plans.contains(word) {
                    notes = notes.adding(.notHappened)
                } else if DateWords.otherKinds.contains(word)
                    || word == "birth" && (self.token(index + 1)?.number != nil || isMark(index + 1, ":"))
                {
                    notes = notes.adding(.otherKind)
                } else if !DateWords.fillers.contains(word) {
                    guard !Self.bindingWords.contains(word), DateWords.month(word) == nil,
                        Weekday(word: word) == nil, words < 4
                    else { return starts }
                    words += 1
                    notes = notes.adding(.wordsOutside)
                }
                if index + 1 < tokens.count, tokens[index + 1].number != nil, !tokens[index + 1].hasSpaceBefore {
                    notes = notes.adding(.spacing)
                }
            case .number:
                guard let next = paragraphNumber(at: index) else { return starts }
                notes = notes.adding(.paragraphNumber)
                index = next - 1
            }
            index += 1
            starts.append((index, notes))
        }
        return starts
    }

    /// Words that tie what stands before them to the date, so that the date alone would say something else.
    private static let bindingWords: Set<String> = [
        "before", "after", "since", "until", "till", "til", "to", "from", "between", "later", "ago", "next",
        "following", "previous", "not", "no", "never", "or", "by", "prior", "earlier", "within", "age", "aged",
        "except", "but", "excepting", "excluding", "excl", "without", "apart", "unless", "neither", "nor", "none",
        "nothing",
        "week", "weeks", "wk", "wks", "birth", "into", "than",
    ]

    /// Marks that may touch the date behind them.
    private static let openingMarks: Set<Character> = [
        "(", "[", "{", "-", ":", ",", ".", "\"", "'", "*", "#", ">",
    ]

    private func isUnit(_ index: Int) -> Bool {
        word(index).map {
            DateWords.unit($0) != nil || ["hour", "hours", "minutes"].contains($0) || DateWords.partsOfDay.contains($0)
        } ?? false
    }

    /// Reads a row number: "2.1" before a year, "1." or "3)" before any date.
    private func paragraphNumber(at index: Int) -> Int? {
        guard number(index, figures: 1...3) != nil else { return nil }
        if isMark(index + 1, "."), number(index + 2, figures: 1...2) != nil, !space(index + 1), !space(index + 2),
            space(index + 3), number(index + 3, figures: 1...4) != nil
        {
            return index + 3
        }
        guard isMark(index + 1, ".") || isMark(index + 1, ")"), !space(index + 1), space(index + 2) else { return nil }
        return index + 2
    }

    // MARK: What may stand behind a date

    private func trailing(
        at index: Int,
        behind phrase: DatePhrase
    ) -> (notes: [DateNote], time: TimeOfDay?, weekday: Weekday?)? {
        let isDated = isDated(phrase)
        if goesOn(at: index, needsJoint: isDated) || !isDated && hasAnotherDate(from: index) { return nil }
        let rest = index
        var index = index
        var notes: [DateNote] = []
        var time: TimeOfDay?
        var weekday: Weekday?
        while isMark(index, ",") || isMark(index, "(") { index += 1 }
        if let named = word(index).flatMap(Weekday.init(word:)) {
            weekday = named
            index += 1
        }
        while let word = word(index), DateWords.partsOfDay.contains(word) || word == "in" || word == "at" {
            index += 1
        }
        if isOneDay(phrase), space(index), let (read, next) = plainClock(at: index),
            !(index > rest && number(index, figures: 4...4).map((1900...2059).contains) ?? false)
        {
            if case .number(1...7, figures: 1)? = token(index)?.kind {
                // "2.30" may be in the afternoon.
                notes = [.timeNotRead]
            } else {
                time = read
            }
            index = next
            if isMark(index, "-") || isWord(index, "to", "until", "till"), let (_, end) = plainClock(at: index + 1) {
                index = end
            }
        }
        let wordsBegin = word(index) != nil
        var hasTitleMark = false
        while case .mark(let mark)? = token(index)?.kind {
            // A slash or a full stop that touches a figure belongs to a date that was not understood.
            if number(index + 1, figures: 1...9) != nil, !space(index + 1), mark != "(" { return nil }
            hasTitleMark = true
            index += 1
        }
        guard index < tokens.count else { return (notes, time, weekday) }
        if number(index, figures: 1...9) != nil {
            guard hasTitleMark, word(index + 1) != nil else { return nil }
        }
        if wordsBegin {
            if isPartial(phrase) { return nil }
            if let word = word(index), Self.bindingWords.contains(word),
                !["to", "by", "no", "not", "aged", "age"].contains(word)
            {
                return nil
            }
        }
        notes.append(hasAnotherDate(from: index) ? .anotherDate : .wordsOutside)
        for near in index..<index + 3 {
            guard let word = word(near) else { continue }
            if DateWords.plans.contains(word) { notes = notes.adding(.notHappened) }
            if DateWords.otherKinds.contains(word) { notes = notes.adding(.otherKind) }
        }
        return (notes, time, weekday)
    }

    /// Whether what stands behind a date begins with another date, a week or a length of time, so that the first
    /// date alone would say something else.
    private func goesOn(at start: Int, needsJoint: Bool) -> Bool {
        var index = start
        if isWord(index, "for"), count(index + 1) != nil || isWord(index + 1, "several", "few"),
            word(index + 2).map({ DateWords.unit($0) != nil }) ?? false
        {
            return true
        }
        while isMark(index, ",") || isMark(index, ";") || isMark(index, "&") || isMark(index, "+") || isMark(index, "-")
            || isMark(index, "/") || isMark(index, ">")
            || isWord(index, "and", "then", "again", "into", "to", "also", "until", "till", "or", "on", "in", "the")
        {
            index += 1
        }
        guard index < tokens.count, index > start || !needsJoint else { return false }
        if !weeks(at: index).isEmpty { return true }
        return points(at: index).contains { piece, end in
            guard let day = piece.day, let month = piece.month else {
                if case .full? = piece.year { return true }
                return false
            }
            // "9.30-10" is the start of two times.
            return piece.year == nil ? !piece.isFigures : !piece.isFigures || day <= 31 && month <= 12
        }
    }

    /// Whether a phrase has a date of its own, not one counted from elsewhere.
    private func isDated(_ phrase: DatePhrase) -> Bool {
        switch phrase {
        case .sameAsAbove, .later, .age, .pregnancy, .unresolved, .ongoing: false
        default: true
        }
    }

    /// Whether a phrase is one day, behind which a time may stand.
    private func isOneDay(_ phrase: DatePhrase) -> Bool {
        switch phrase {
        case .point(let piece): piece.day != nil || piece.month == nil && piece.year == nil
        case .sameAsAbove, .later: true
        default: false
        }
    }

    /// Reads "0930" or "9.30" behind a date, where it can be nothing but a time.
    private func plainClock(at index: Int) -> (TimeOfDay, Int)? {
        if let figures = number(index, figures: 4...4), let time = TimeOfDay(hour: figures / 100, minute: figures % 100)
        {
            return (time, index + 1)
        }
        guard let hour = number(index, figures: 1...2), isMark(index + 1, "."), !space(index + 1), !space(index + 2),
            let minute = number(index + 2, figures: 2...2), let time = TimeOfDay(hour: hour, minute: minute)
        else { return nil }
        return (time, index + 3)
    }

    /// Whether the rest of the cell holds another date.
    private func hasAnotherDate(from start: Int) -> Bool {
        (start..<tokens.count).contains { index in
            points(at: index).contains { piece, _ in
                if case .parts(_, .some, .some) = piece.kind { true } else { false }
            }
        }
    }

    /// Whether a phrase lacks its year, so that words beside it make it unlikely to be a date at all.
    private func isPartial(_ phrase: DatePhrase) -> Bool {
        switch phrase {
        case .point(let piece), .before(let piece), .after(let piece), .toUnknown(let piece), .fromUnknown(let piece):
            piece.year == nil
        case .sameAsAbove, .unresolved, .ongoing: true
        default: false
        }
    }

    // MARK: Tokens

    func token(_ index: Int) -> DateToken? {
        tokens.indices.contains(index) ? tokens[index] : nil
    }

    func word(_ index: Int) -> String? {
        token(index)?.word
    }

    func isWord(_ index: Int, _ words: String...) -> Bool {
        word(index).map(words.contains) ?? false
    }

    func isMark(_ index: Int, _ mark: Character) -> Bool {
        token(index)?.isMark(mark) ?? false
    }

    func space(_ index: Int) -> Bool {
        token(index)?.hasSpaceBefore ?? true
    }

    func number(_ index: Int, figures: ClosedRange<Int>) -> Int? {
        guard case .number(let value, let count)? = token(index)?.kind, figures.contains(count) else { return nil }
        return value
    }

    /// A number in figures or in words.
    func count(_ index: Int) -> Int? {
        number(index, figures: 1...3) ?? word(index).flatMap(DateWords.number)
    }
}

extension DatePhrase {
    /// Returns the phrase with a weekday that stood behind it, to be checked against the date.
    fileprivate func on(_ weekday: Weekday) -> DatePhrase {
        guard case .point(var piece) = self else { return self }
        piece.weekday = piece.weekday ?? weekday
        return .point(piece)
    }
}

extension [DateNote] {
    func adding(_ note: DateNote) -> [DateNote] {
        contains(note) ? self : self + [note]
    }
}
