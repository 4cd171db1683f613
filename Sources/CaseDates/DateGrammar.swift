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
            case .mark: break
            case .word(let word):
                if DateWords.documentWords.contains(word) {
                    notes = notes.adding(.documentDate)
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
        "following", "previous", "not", "no", "never", "or", "by", "prior", "earlier", "within", "born", "age", "aged",
    ]

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
        var index = index
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
        if let (read, next) = plainClock(at: index), space(index) {
            time = read
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
        guard index < tokens.count else { return ([], time, weekday) }
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
        return ([hasAnotherDate(from: index) ? .anotherDate : .wordsOutside], time, weekday)
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
        case .point(let piece), .before(let piece), .after(let piece): piece.year == nil
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
