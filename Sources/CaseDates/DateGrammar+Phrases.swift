/// Whole cells: spans, lists, weeks, open ends, and what is counted from elsewhere.
extension DateGrammar {
    /// All readings from a place; of two that reach equally far the earlier is the better.
    func phrases(at index: Int) -> [Reading<DatePhrase>] {
        weeks(at: index) + daysOfOneMonth(at: index) + wholePoints(at: index) + spans(at: index) + lists(at: index)
            + openEnds(at: index)
            + relatives(at: index) + ages(at: index) + pregnancies(at: index) + elsewhere(at: index)
    }

    /// One date that is more than the bare number of a day.
    private func wholePoints(at index: Int) -> [Reading<DatePhrase>] {
        points(at: index).compactMap { piece, next in
            if piece.isBareDay {
                // "14th" takes its month from the row above; "14" could be anything.
                guard piece.isOrdinal, piece.year == nil else { return nil }
            }
            return (.point(piece), next)
        }
    }

    // MARK: Spans

    private func spans(at index: Int) -> [Reading<DatePhrase>] {
        var matching: [Reading<DatePhrase>] = []
        var others: [Reading<DatePhrase>] = []
        let isBetween = isWord(index, "between")
        let start = isBetween || isWord(index, "from") ? index + 1 : index
        for (first, next) in points(at: start) {
            // "3/2/1 May 2015" is not 3 February to 1 May.
            if first.isFigures, first.year == nil, !space(next), tokens[start + 1].kind == token(next)?.kind {
                continue
            }
            for (joint, after) in joints(at: next, isBetween: isBetween) {
                for (last, end) in points(at: after) where canSpan(first, joint, last) && !isVerb(last, end) {
                    var first = first
                    if last.day != nil, first.day != nil { first.notes.removeAll { $0 == .monthAndYearOrDay } }
                    let reading = (joint == .or ? DatePhrase.either(first, last) : .span(first, last), end)
                    // Both ends are more likely alike: "March 12 to March 14, 2015" is not March 2012.
                    if (first.day == nil) == (last.day == nil) {
                        matching.append(reading)
                    } else {
                        others.append(reading)
                    }
                }
            }
        }
        return matching + others + lostDashes(at: index)
    }

    private enum Joint { case dash, slash, or }

    private func joints(at index: Int, isBetween: Bool) -> [(Joint, Int)] {
        guard let token = token(index) else { return [] }
        switch token.kind {
        case .mark("-"): return [(.dash, isMark(index + 1, "-") || isMark(index + 1, ">") ? index + 2 : index + 1)]
        case .mark(">"): return [(.dash, index + 1)]
        case .mark("/"): return [(.slash, index + 1)]
        case .word("to"), .word("until"), .word("till"), .word("til"), .word("through"), .word("thru"), .word("into"):
            return [(.dash, isWord(index + 1, "the") ? index + 2 : index + 1)]
        case .word("and"): return isBetween ? [(.dash, index + 1)] : []
        case .word("up"): return isWord(index + 1, "to") ? [(.dash, index + 2)] : []
        case .word("or"): return [(.or, index + 1)]
        case .word, .mark, .number: return []
        }
    }

    /// Whether a month with neither day nor year has a word behind it, as in "- may return".
    private func isVerb(_ piece: DatePiece, _ end: Int) -> Bool {
        piece.month != nil && piece.day == nil && piece.year == nil && word(end) != nil
    }

    private func canSpan(_ first: DatePiece, _ joint: Joint, _ last: DatePiece) -> Bool {
        // A bare day needs a day with its month at the other end, or an ending at both: "14th-16th".
        if first.isBareDay, last.isBareDay { return first.isOrdinal && last.isOrdinal && first.year == nil }
        if last.isBareDay {
            return joint == .dash && first.day != nil && first.month != nil && first.year == nil && last.year != nil
        }
        if first.isBareDay { return last.day != nil && first.year == nil && !(joint == .slash && last.isFigures) }
        switch joint {
        case .dash: return true
        case .or: return first.day == nil || last.day != nil
        case .slash:
            // "Nov / Dec 2006", "2013/2014", "Summer/Autumn 2014", "28 May/3 June 2015"; never a figure month.
            switch (first.kind, last.kind) {
            case (.parts(_, let month, let day), .parts(_, let lastMonth, let lastDay)):
                return (month == nil) == (lastMonth == nil) && (day == nil) == (lastDay == nil)
            case (.season, .season): return true
            default: return false
            }
        }
    }

    /// `27 31 May 2002`: hearing dates that lost their dash.
    private func lostDashes(at index: Int) -> [Reading<DatePhrase>] {
        guard let day = number(index, figures: 1...2) else { return [] }
        let second = word(index + 1).map(DateWords.isOrdinalEnding) ?? false ? index + 2 : index + 1
        guard number(second, figures: 1...2) != nil, space(second) else { return [] }
        return points(at: second).compactMap { last, end in
            guard last.month != nil, let lastDay = last.day, day < lastDay, word(second + 1) != nil else { return nil }
            return (.span(DatePiece(year: nil, day: day, notes: [.lostDash]), last), end)
        }
    }

    // MARK: Lists

    /// `10/11/12 May 2015`, `1-2-3 March 2015`, `9/10 and 11 May 2015`: days of the month that stands at the end.
    private func daysOfOneMonth(at index: Int) -> [Reading<DatePhrase>] {
        var days: [DatePiece] = []
        var next = index
        var (dashes, slashes, others) = (0, 0, 0)
        while days.count < 31, let day = number(next, figures: 1...2), days.last?.day ?? 0 < day {
            let last = dayMonthWord(at: next).filter { word($0.next - 1) != nil || $0.value.year != nil }
            if !last.isEmpty {
                guard slashes > 0 && slashes + others > 1 && dashes == 0 || dashes > 1 && slashes + others == 0 else {
                    return []
                }
                return last.compactMap { piece, end in
                    guard case .full? = piece.year else { return nil }
                    return (.list(days + [piece]), end)
                }
            }
            days.append(DatePiece(year: nil, day: day))
            next = ordinalEnding(at: next + 1).0
            if isMark(next, "-") {
                (dashes, next) = (dashes + 1, next + 1)
            } else if isMark(next, "/") {
                (slashes, next) = (slashes + 1, next + 1)
            } else {
                let joint = next
                while isMark(next, ",") || isMark(next, "&") || isWord(next, "and") { next += 1 }
                if next == joint { return [] }
                others += 1
            }
        }
        return []
    }

    /// `25, 26 and 27 November 2014 and 2, 3 December 2014`, `03/05/15 & 05/05/15`.
    private func lists(at index: Int) -> [Reading<DatePhrase>] {
        var pieces: [DatePiece] = []
        var next = index
        var readings: [Reading<DatePhrase>] = []
        while pieces.count < 40, let (item, end) = listItem(at: next) {
            var piece = item
            piece.notes.removeAll { $0 == .monthAndYearOrDay }
            pieces.append(piece)
            // "March 12, 13 and 14 2015": the month stands before the first day.
            let isBehindMonth = piece.isBareDay && piece.year != nil && pieces[0].month != nil && pieces[0].year == nil
            if pieces.count > 1, !piece.isBareDay || isBehindMonth { readings.append((.list(pieces), end)) }
            var joint = end
            while isMark(joint, ",") || isMark(joint, ";") || isMark(joint, "&") || isMark(joint, "+")
                || isWord(joint, "and") || isMark(joint, "/") && piece.isBareDay
            {
                joint += 1
            }
            if joint > end || isWord(joint, "then"), piece.month != nil || !piece.isBareDay {
                while isWord(joint, "then", "again", "also", "on") { joint += 1 }
            }
            if joint == end {
                // Two whole dates side by side, as on two lines of one cell.
                guard piece.isWhole, listItem(at: end)?.value.isWhole ?? false else { break }
                pieces[pieces.count - 1] = piece.noting(.sideBySide)
            }
            next = joint
        }
        return readings
    }

    /// The longest date with a day in it, or a bare day.
    private func listItem(at index: Int) -> Reading<DatePiece>? {
        let days = points(at: index).filter { piece, next in
            // "12/13/14 March 2015" is three days of March, not a day in 2014.
            piece.day != nil && piece.part == nil && !(piece.isFigures && word(next).flatMap(DateWords.month) != nil)
        }
        // "3, 5" must not be read as "3.5": figures that only commas join are days of their own.
        return days.filter { !isCommaJoined(index, $0.next) }.max { $0.next < $1.next }
    }

    private func isCommaJoined(_ start: Int, _ end: Int) -> Bool {
        (start..<end).contains {
            isMark($0, ",") && number($0 - 1, figures: 1...2) != nil && number($0 + 1, figures: 1...2) != nil
        }
    }

    // MARK: Open ends

    private func openEnds(at index: Int) -> [Reading<DatePhrase>] {
        var readings: [Reading<DatePhrase>] = []
        var start = index
        while isWord(start, "just", "shortly", "some", "time", "sometime", "soon", "on", "or") { start += 1 }
        switch word(start) {
        case "before", "until", "till", "til", "by", "pre", "up", "prior":
            var next = start + 1
            while isMark(next, "-") || isWord(next, "to", "the", "and") { next += 1 }
            readings += points(at: next).filter { !$0.value.isBareDay }.map { (.before($0.value), $0.next) }
        case "after", "since", "post", "from":
            var next = start + 1
            while isMark(next, "-") || isWord(next, "the") { next += 1 }
            for (piece, end) in points(at: next) where !piece.isBareDay {
                readings.append((.after(piece), end))
                if let openEnd = openEnd(at: end) { readings.append((.after(piece), openEnd)) }
            }
        default: break
        }
        for (piece, end) in points(at: index) where !piece.isBareDay {
            if let openEnd = openEnd(at: end) { readings.append((.after(piece), openEnd)) }
            if isMark(end, "-") || isWord(end, "to", "until", "till"), let next = unknown(at: end + 1),
                next == tokens.count
            {
                readings.append((.toUnknown(piece), next))
            }
        }
        if index == 0, let next = unknown(at: 0), isMark(next, "-") || isWord(next, "to") {
            readings += points(at: next + 1).filter { !$0.value.isBareDay }.map { (.fromUnknown($0.value), $0.next) }
        }
        if index == 0, !isWord(0, "today", "now"), let next = ongoing(at: index) { readings.append((.ongoing, next)) }
        return readings
    }

    /// Words for an end that nobody knows.
    private func unknown(at index: Int) -> Int? {
        if isMark(index, "?") || isWord(index, "unknown", "nk") { return index + 1 }
        if isWord(index, "not"), isWord(index + 1, "known") { return index + 2 }
        return isWord(index, "n") && isMark(index + 1, "/") && isWord(index + 2, "k") ? index + 3 : nil
    }

    /// `onwards`, `- ongoing`, `to date`, `to the present day`, `+`.
    private func openEnd(at index: Int) -> Int? {
        if isWord(index, "onward", "onwards", "forward", "forwards") { return index + 1 }
        if isWord(index, "and"), isWord(index + 1, "onwards", "ongoing", "after", "continuing", "beyond") {
            return index + 2
        }
        if isMark(index, "+"), token(index + 1) == nil { return index + 1 }
        var next = index
        while isMark(next, "-") || isMark(next, ">") || isMark(next, ",") || isMark(next, "(")
            || isWord(next, "to", "until", "till", "the")
        {
            next += 1
        }
        return next > index || space(index) ? ongoing(at: next) : nil
    }

    private func ongoing(at index: Int) -> Int? {
        var next = index
        while isWord(next, "still") { next += 1 }
        if isWord(next, "further"), isWord(next + 1, "notice") { return next + 2 }
        guard
            isWord(
                next,
                "ongoing",
                "present",
                "date",
                "current",
                "currently",
                "now",
                "continuing",
                "continues",
                "today",
                "on"
            )
        else {
            return nil
        }
        if isWord(next, "date", "today", "on"), next == 0 { return nil }
        if isWord(next, "on"), isWord(next + 1, "going") { return next + 2 }
        if isWord(next, "on") { return nil }
        return isWord(next + 1, "day", "time") ? next + 2 : next + 1
    }

    // MARK: Weeks

    func weeks(at index: Int) -> [Reading<DatePhrase>] {
        var readings: [Reading<DatePhrase>] = []
        for (next, isEnd) in weekWords(at: index) {
            for (piece, end) in points(at: next) where piece.day != nil && piece.month != nil {
                readings.append((isEnd ? .weekTo(piece) : .weekFrom(piece), end))
                guard !isEnd, isMark(end, "-") || isWord(end, "to", "until", "till") else { continue }
                for (next, isEnd) in weekWords(at: end + 1) where !isEnd {
                    for (last, end) in points(at: next) where last.day != nil && last.month != nil {
                        readings.append((.weekSpan(piece, last), end))
                    }
                }
            }
        }
        let start = isWord(index, "the") ? index + 1 : index
        if isWord(start, "weekend"),
            isWord(start + 1, "of", "commencing", "beginning") || number(start + 1, figures: 1...2) != nil
        {
            let next = isWord(start + 1, "of", "commencing", "beginning") ? start + 2 : start + 1
            for (piece, end) in points(at: next) where piece.day != nil && piece.month != nil {
                readings.append((.weekend(piece), end))
            }
        }
        return readings
    }

    /// The ways of writing "week commencing" and "week ending".
    private func weekWords(at index: Int) -> [(next: Int, isEnd: Bool)] {
        let start = isWord(index, "the", "in", "during") ? index + 1 : index
        func past(_ next: Int) -> Int {
            var next = next
            while isMark(next, ":") || isMark(next, "-") || isMark(next, ".") { next += 1 }
            return next
        }
        switch word(start) {
        case "wc", "wb", "wkc": return [(past(start + 1), false)]
        case "we": return [(past(start + 1), true)]
        case "w", "wk", "week", "weeks":
            var next = start + 1
            while isMark(next, "/") || isMark(next, ".") || isMark(next, "-") { next += 1 }
            switch word(next) {
            case "c", "b", "of", "commencing", "comm", "com", "beginning", "beg", "begin", "starting", "start", "from":
                return [(past(next + 1), false)]
            case "e", "ending", "end", "ended", "to": return [(past(next + 1), true)]
            default: return isWord(start, "week", "wk") ? [(next, false)] : []
            }
        default: return []
        }
    }

    // MARK: Counted from the row above

    private func relatives(at index: Int) -> [Reading<DatePhrase>] {
        var next = index
        while isWord(next, "the", "on", "later", "again") || isMark(next, "-") { next += 1 }
        if let end = sameAsAbove(at: next) { return [(.sameAsAbove, end)] }
        if isWord(next, "next", "following", "same", "that", "previous"),
            let unit = word(next + 1).flatMap(DateWords.unit)
        {
            let step = isWord(next, "next", "following") ? 1 : isWord(next, "previous") ? -1 : 0
            return [(.later(step, unit), next + 2)]
        }
        if isWord(next, "next", "following"), let part = word(next + 1), DateWords.partsOfDay.contains(part) {
            return [(.later(1, .day), next + 2)]
        }
        if let unit = word(next).flatMap(DateWords.unit), isWord(next + 1, "after", "before", "later"),
            token(next + 2) == nil
        {
            return [(.later(isWord(next + 1, "before") ? -1 : 1, unit), next + 2)]
        }
        guard let count = count(next) else { return [] }
        let unitIndex = isWord(next + 1, "of") ? next + 2 : next + 1
        guard let unit = word(unitIndex).flatMap(DateWords.unit) else { return [] }
        switch word(unitIndex + 1) {
        case "later", "after", "afterwards", "following", "on":
            return [(.later(count, unit), isWord(unitIndex + 2, "on", "that", "this") ? unitIndex + 3 : unitIndex + 2)]
        case "earlier", "before", "previously", "prior": return [(.later(-count, unit), unitIndex + 2)]
        case "ago": return [(.unresolved, unitIndex + 2)]
        default: return []
        }
    }

    private func sameAsAbove(at index: Int) -> Int? {
        if isMark(index, "\""), tokens.allSatisfy({ if case .mark = $0.kind { true } else { false } }) {
            return tokens.count
        }
        switch word(index) {
        case "same":
            if isWord(index + 1, "day", "date", "time", "morning", "afternoon", "evening", "night") {
                return isWord(index + 2, "as") && isWord(index + 3, "above") ? index + 4 : index + 2
            }
            if isWord(index + 1, "as"), isWord(index + 2, "above", "before", "previous") { return index + 3 }
            return token(index + 1) == nil ? index + 1 : nil
        case "as": return isWord(index + 1, "above", "before", "previous", "previously") ? index + 2 : nil
        case "that":
            let next = isWord(index + 1, "same") ? index + 2 : index + 1
            return isWord(next, "day", "morning", "afternoon", "evening", "night") ? next + 1 : nil
        case "ditto", "idem", "dto": return index + 1
        case "do", "above": return tokens.count == index + 1 || isMark(index + 1, ".") ? index + 1 : nil
        default: return nil
        }
    }

    // MARK: Ages and pregnancy

    private func ages(at index: Int) -> [Reading<DatePhrase>] {
        var next = index
        var hasMarker = false
        var (before, after) = (0, 0)
        while let word = word(next) {
            switch word {
            case "aged", "age", "at", "when": hasMarker = true
            case "nearly", "almost": before = 3
            case "just", "over": after = 3
            case "the", "of", "turned", "child", "he", "she", "they", "was", "were": break
            case "birth" where hasMarker && token(next + 1) == nil:
                return [(.age(months: 0, days: 0, unit: .day, slackBefore: 0, slackAfter: 0), next + 1)]
            default:
                return quantity(at: next, hasMarker: hasMarker, slack: (before, after))
            }
            next += 1
        }
        return quantity(at: next, hasMarker: hasMarker, slack: (before, after))
    }

    private func quantity(at index: Int, hasMarker: Bool, slack: (before: Int, after: Int)) -> [Reading<DatePhrase>] {
        var (months, days) = (0, 0)
        var finest: DateUnit?
        var next = index
        while let count = count(next) {
            var halves = 0
            var unitIndex = next + 1
            if isMark(unitIndex, "\u{BD}") { (halves, unitIndex) = (1, unitIndex + 1) }
            if isWord(unitIndex, "and"), isWord(unitIndex + 1, "a"), isWord(unitIndex + 2, "half") {
                (halves, unitIndex) = (1, unitIndex + 3)
            }
            // "6/52" is six weeks.
            let isOfYear = isMark(next + 1, "/") && number(next + 2, figures: 2...2) == 52 && !space(next + 2)
            if isOfYear { unitIndex = next + 2 }
            guard let unit = isOfYear ? .week : word(unitIndex).flatMap(DateWords.unit) else { break }
            switch unit {
            case .year:
                months += count * 12 + halves * 6
                finest = halves > 0 ? .month : .year
            case .month: (months, finest) = (months + count, .month)
            case .fortnight: (days, finest) = (days + count * 14, .week)
            case .week: (days, finest) = (days + count * 7, .week)
            case .day: (days, finest) = (days + count, .day)
            }
            next = unitIndex + 1
            while isWord(next, "and") || isMark(next, ",") { next += 1 }
        }
        if let finest {
            var isAge = hasMarker
            if isWord(next, "old") { (isAge, next) = (true, next + 1) }
            if isWord(next, "of"), isWord(next + 1, "age") { (isAge, next) = (true, next + 2) }
            guard isAge else { return [(.unresolved, next)] }
            return [
                (
                    .age(months: months, days: days, unit: finest, slackBefore: slack.before, slackAfter: slack.after),
                    next
                )
            ]
        }
        // "aged 3": years.
        guard hasMarker, (0..<index).contains(where: { isWord($0, "aged", "age", "when") }),
            let years = number(index, figures: 1...2), token(index + 1)?.number == nil, !isMark(index + 1, "/")
        else { return [] }
        return [
            (
                .age(months: years * 12, days: 0, unit: .year, slackBefore: slack.before, slackAfter: slack.after),
                index + 1
            )
        ]
    }

    /// `22 weeks pregnant`, `24+3 weeks gestation`, `20/40`.
    private func pregnancies(at index: Int) -> [Reading<DatePhrase>] {
        var next = index
        while isWord(next, "at", "when", "pregnant", "pregnancy", "gestation", "the", "of", "a") || isMark(next, ":") {
            next += 1
        }
        let hasWordBefore = (index..<next).contains { isWord($0, "pregnant", "pregnancy", "gestation") }
        guard let count = count(next) else { return [] }
        next += 1
        var days = 0
        var isHalf = false
        if isMark(next, "\u{BD}") { (isHalf, next) = (true, next + 1) }
        if isMark(next, "+"), let more = number(next + 1, figures: 1...1), more <= 6 {
            days = more
            next += 2
        }
        if isMark(next, "/"), number(next + 1, figures: 2...2) == 40 {
            return [(.pregnancy(days: count * 7 + days, span: days > 0 ? 1 : 7), next + 2)]
        }
        guard let unit = word(next).flatMap(DateWords.unit) else { return [] }
        next += 1
        if isMark(next, "+"), let more = number(next + 1, figures: 1...1), more <= 6 {
            days = more
            next += 2
        }
        while isWord(next, "of", "into", "in") { next += 1 }
        if isWord(next, "the") { next += 1 }
        let hasWordBehind = isWord(next, "pregnant", "pregnancy", "gestation", "gestational", "antenatal", "gest")
        guard hasWordBefore || hasWordBehind else { return [] }
        let end = hasWordBehind ? next + 1 : next
        switch unit {
        case .week: return [(.pregnancy(days: count * 7 + days, span: days > 0 ? 1 : 7), end)]
        case .month: return [(.pregnancy(days: count * 30 + (isHalf ? 15 : 0), span: 31), end)]
        case .day, .fortnight, .year: return []
        }
    }

    // MARK: Counted from what no cell can give

    private func elsewhere(at index: Int) -> [Reading<DatePhrase>] {
        var next = index
        let fillers: Set<String> = [
            "in", "at", "the", "during", "a", "few", "several", "some", "many", "when", "since", "last", "this",
            "early",
            "late", "before", "prior", "to", "after", "from",
        ]
        while let filler = word(next), fillers.contains(filler) { next += 1 }
        guard let word = word(next) else { return [] }
        if DateWords.relativeWords.contains(word) { return [(.unresolved, next + 1)] }
        if word == "pregnancy" || word == "antenatally" {
            return [(.pregnancy(days: 0, span: Age.daysOfPregnancy), next + 1)]
        }
        if DateWords.schoolYears.contains(word) || word == "week" || word == "wk" || word == "month" || word == "day"
            || word == "session"
        {
            if number(next + 1, figures: 1...2) != nil { return [(.unresolved, next + 2)] }
            if word == "nursery" || word == "reception" || word == "preschool" {
                return [(.unresolved, isWord(next + 1, "year", "class") ? next + 2 : next + 1)]
            }
        }
        guard next > index, DateWords.unit(word) != nil else { return [] }
        return isWord(next + 1, "ago", "later", "before", "earlier", "after") || token(next + 1) == nil
            ? [(.unresolved, min(next + 2, tokens.count))] : []
    }
}

extension DatePiece {
    /// Whether it has its day, its month and its year.
    fileprivate var isWhole: Bool { day != nil && month != nil && year != nil }
}
