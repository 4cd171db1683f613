/// The closed vocabulary of date cells: months, seasons, doubt, numbers in words.
enum DateWords {
    /// The month that a word names in full or short, 1...12.
    static func month(_ word: String) -> Int? {
        switch word {
        case "january", "jan": 1
        case "february", "feb", "febuary", "febr": 2
        case "march", "mar": 3
        case "april", "apr": 4
        case "may": 5
        case "june", "jun": 6
        case "july", "jul": 7
        case "august", "aug": 8
        case "september", "sept", "sep": 9
        case "october", "oct": 10
        case "november", "nov": 11
        case "december", "dec": 12
        default: nil
        }
    }

    static func season(_ word: String) -> Season? {
        switch word {
        case "spring", "springtime": .spring
        case "summer", "summertime": .summer
        case "autumn", "fall": .autumn
        case "winter", "wintertime": .winter
        default: nil
        }
    }

    /// Words for doubt, each with the marks that it sets.
    static func doubt(_ word: String) -> Doubt? {
        switch word {
        case "probably", "prob", "possibly", "poss", "perhaps", "maybe", "unsure", "uncertain", "unconfirmed",
            "believed", "thought", "likely", "unclear", "presumably", "presumed", "tbc", "queried", "query":
            Doubt(isUncertain: true, isApproximate: false)
        case "c", "ca", "circa", "about", "abt", "approx", "approximately", "around", "roughly", "thereabouts", "ish",
            "est", "estimated", "estimate", "sometime":
            Doubt(isUncertain: false, isApproximate: true)
        default: nil
        }
    }

    /// Words that stand beside a date and say nothing that the date does not.
    static let fillers: Set<String> = [
        "on", "in", "at", "during", "the", "of", "date", "dated", "over", "for", "around", "as", "time", "times",
        "day", "month", "year", "throughout", "all",
    ]

    /// Words that say that a date is that of a document, not of an event.
    static let documentWords: Set<String> = [
        "updated", "update", "revised", "printed", "reported", "published", "report", "corrected", "reviewed",
        "prepared", "filed", "typed", "scanned", "uploaded", "undated",
    ]

    /// Words that say that a date was meant for something that may not have happened on it.
    static let plans: Set<String> = [
        "due", "planned", "booked", "scheduled", "arranged", "cancelled", "canceled", "postponed", "rescheduled",
        "rearranged",
    ]

    /// Words for dates that are not those of an event: births, expected births, last periods.
    static let otherKinds: Set<String> = ["edd", "edc", "lmp", "dob", "born"]

    /// Words for a part of the day; they narrow no date.
    static let partsOfDay: Set<String> = [
        "am", "pm", "morning", "afternoon", "evening", "night", "overnight", "lunchtime", "teatime", "midday", "noon",
        "midnight", "hours", "hrs", "evenings", "mornings",
    ]

    /// Words that speak of a time that only another date could give.
    static let relativeWords: Set<String> = [
        "today", "yesterday", "tomorrow", "recently", "recent", "previously", "lately", "historic", "historical",
        "historically", "childhood", "infancy", "birth", "toddler", "tonight",
    ]

    static let schoolYears: Set<String> = ["year", "yr", "y", "nursery", "reception", "preschool"]

    static func unit(_ word: String) -> DateUnit? {
        switch word {
        case "day", "days": .day
        case "week", "weeks", "wk", "wks": .week
        case "fortnight", "fortnights": .fortnight
        case "month", "months", "mth", "mths": .month
        case "year", "years", "yr", "yrs": .year
        default: nil
        }
    }

    static func number(_ word: String) -> Int? {
        let words = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        ]
        if let value = words.firstIndex(of: word) { return value }
        return word == "a" || word == "an" ? 1 : word == "couple" ? 2 : nil
    }

    static func ordinal(_ word: String) -> Int? {
        switch word {
        case "first": 1
        case "second": 2
        case "third": 3
        case "fourth": 4
        case "last", "final": 5
        default: nil
        }
    }

    static func isOrdinalEnding(_ word: String) -> Bool {
        word == "st" || word == "nd" || word == "rd" || word == "th"
    }

    /// Whether a text can hold nothing personal, so that a message may quote it: figures, marks and date words only.
    static func holdsOnlyDateWords(_ text: String) -> Bool {
        guard text.utf8.count <= 40, let tokens = DateToken.tokens(of: text), !tokens.isEmpty else { return false }
        // Numbers of people and of telephones are figures too; those of dates are short, or have marks between them.
        let figures = tokens.map { if case .number(_, let figures) = $0.kind { figures } else { 0 } }
        let hasDateMark = tokens.contains {
            $0.isMark("/") || $0.isMark(".") || $0.word.map { month($0) != nil } ?? false
        }
        guard !figures.contains(where: { $0 == 5 && tokens.count > 1 || $0 == 7 || $0 > 8 }),
            figures.reduce(0, +) <= 8 || hasDateMark
        else { return false }
        return tokens.allSatisfy { token in
            switch token.kind {
            case .number: true
            case .mark(let mark): mark.isASCII
            case .word(let word):
                month(word) != nil || season(word) != nil || doubt(word) != nil || unit(word) != nil
                    || isOrdinalEnding(word) || fillers.contains(word) || Weekday(word: word) != nil
                    || ["to", "and", "until", "till", "from", "between", "before", "after", "since", "t", "z", "or"]
                        .contains(word)
                    || partsOfDay.contains(word)
            }
        }
    }
}

/// A unit in which time is counted on.
enum DateUnit: Sendable, Hashable {
    case day, week, fortnight, month, year
}
