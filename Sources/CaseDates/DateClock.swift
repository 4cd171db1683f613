/// Takes the times of day out of the tokens of a date cell, so that the rest is only the date.
struct DateClock {
    /// The tokens without their times.
    private(set) var tokens: [DateToken]
    /// The first time of the cell; `nil` when there is none, and for midnight to the second, which exports write
    /// where no time is known.
    private(set) var time: TimeOfDay?
    /// Minutes east of Greenwich, where a zone is written behind the time.
    private(set) var zone: Int?
    private(set) var notes: [DateNote] = []

    init(_ tokens: [DateToken]) {
        self.tokens = tokens
        var index = 0
        var isFirst = true
        while index < self.tokens.count {
            guard let found = clock(at: index) else {
                index += 1
                continue
            }
            if isFirst {
                isFirst = false
                zone = found.zone
                if let read = TimeOfDay(hour: found.hour, minute: found.minute), !found.isEitherHalf {
                    time = read.minute == 0 && !found.isSpoken ? nil : read
                } else {
                    notes = [.timeNotRead]
                }
            }
            var start = index
            while start > 0, introduces(start - 1) { start -= 1 }
            self.tokens.removeSubrange(start..<found.next)
            if start < self.tokens.count { self.tokens[start].hasSpaceBefore = true }
            index = start
        }
    }

    private struct Clock {
        var hour: Int
        var minute: Int
        var zone: Int?
        /// Whether it was written with "am", "pm" or "hrs", so that midnight is meant as a time.
        var isSpoken = false
        /// Whether it may be before noon or after it, as "2:30" may.
        var isEitherHalf = false
        var next: Int
    }

    /// Whether the token before a time belongs to it: "at", "approx", a dash between two times.
    private func introduces(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .word(let word):
            return ["at", "approx", "approximately", "about", "around"].contains(word)
                || index > 0 && ["t", "from", "between", "circa"].contains(word)
                || index > 0 && word == "c" && !tokens[index - 1].isMark("/")
        case .mark("@"): return true
        case .mark("."): return index > 0 && ["approx", "c"].contains(tokens[index - 1].word)
        case .mark, .number: return false
        }
    }

    private func clock(at index: Int) -> Clock? {
        guard var clock = oneClock(at: index) ?? openingClock(at: index) else { return nil }
        // "10:00 - 11:30", "from 2pm to 4pm": the end of the time goes with it.
        var next = clock.next
        if next < tokens.count, tokens[next].isMark("-") || ["to", "until", "till", "and"].contains(tokens[next].word) {
            next += 1
            if let end = oneClock(at: next, isEnd: true) {
                clock.next = end.next
                if clock.isEitherHalf, end.isSpoken {
                    // "2:30-4pm" says which half of the day it is.
                    clock.isEitherHalf = false
                    if end.hour >= 12, clock.hour + 12 <= end.hour { clock.hour += 12 }
                }
            }
        }
        return clock
    }

    /// Reads the start of "9-10am" and "10.00 to 11.30am", which says nothing itself of being a time.
    private func openingClock(at index: Int) -> Clock? {
        guard index == 0 || !tight(index), let hour = number(index, 1...2), hour <= 23 else { return nil }
        var next = index + 1
        var minute = 0
        if isMark(next, "."), let written = number(next + 1, 2...2), tight(next), tight(next + 1) {
            minute = written
            next += 2
        }
        guard
            isMark(next, "-")
                || ["to", "until", "till"].contains(tokens.indices.contains(next) ? tokens[next].word : nil),
            let end = oneClock(at: next + 1, isEnd: true), end.isSpoken
        else { return nil }
        // "9-10am" is in the morning, "2-4pm" in the afternoon.
        let isAfternoon = end.hour >= 12 && hour < 12 && hour + 12 <= end.hour
        return Clock(hour: isAfternoon ? hour + 12 : hour, minute: minute, isSpoken: true, next: next)
    }

    private func oneClock(at index: Int, isEnd: Bool = false) -> Clock? {
        if let hour = number(index, 1...2), isMark(index + 1, ":"), let minute = number(index + 2, 2...2),
            tight(index + 1), tight(index + 2)
        {
            var next = index + 3
            var hasSeconds = false
            // "14:03:2015" is no time.
            if isMark(next, ":"), tight(next), tight(next + 1), number(next + 1, 3...9) != nil { return nil }
            if isMark(next, ":"), number(next + 1, 1...2) != nil, tight(next), tight(next + 1) {
                hasSeconds = true
                next += 2
                if isMark(next, "."), number(next + 1, 1...9) != nil, tight(next), tight(next + 1) { next += 2 }
            }
            var clock = halfDay(Clock(hour: hour, minute: minute, next: next))
            let isBehindT = index > 0 && tokens[index - 1].word == "t"
            clock = withZone(clock, mayBeOffset: isBehindT || hasSeconds && isMark(clock.next, "+"))
            clock.isEitherHalf =
                !clock.isSpoken && !hasSeconds && clock.zone == nil && !isBehindT
                && number(index, 1...1).map((1...7).contains) ?? false
            return clock
        }
        if let hour = number(index, 1...2), isMark(index + 1, "."), let minute = number(index + 2, 2...2),
            tight(index + 1), tight(index + 2), !(index > 0 && isMark(index - 1, ".") && tight(index))
        {
            let clock = halfDay(Clock(hour: hour, minute: minute, next: index + 3))
            return clock.isSpoken ? clock : nil
        }
        if let hour = number(index, 1...2), (1...12).contains(hour),
            !tight(index) || index == 0 || !(isMark(index - 1, "/") || isMark(index - 1, ".")),
            isEnd || !endsDashedDate(index)
        {
            let clock = halfDay(Clock(hour: hour, minute: 0, next: index + 1))
            if clock.isSpoken, !["hrs", "hours", "h", "hr"].contains(tokens[clock.next - 1].word) { return clock }
        }
        if let figures = number(index, 4...4) {
            let clock = halfDay(Clock(hour: figures / 100, minute: figures % 100, next: index + 1))
            if clock.isSpoken, ["hrs", "hours", "h", "hr"].contains(tokens[clock.next - 1].word) { return clock }
        }
        return nil
    }

    /// Reads "am", "p.m.", "hrs" behind a time.
    private func halfDay(_ clock: Clock) -> Clock {
        var clock = clock
        let next = clock.next
        guard next < tokens.count, let word = tokens[next].word else { return clock }
        switch word {
        case "am", "pm": break
        case "noon" where clock.hour == 12, "midday" where clock.hour == 12:
            (clock.isSpoken, clock.next) = (true, next + 1)
            return clock
        case "midnight" where clock.hour == 12:
            (clock.hour, clock.isSpoken, clock.next) = (0, true, next + 1)
            return clock
        case "hrs", "hours", "h", "hr":
            clock.isSpoken = true
            clock.next = next + 1
            return clock
        default: return clock
        }
        let isAfternoon = word.first == "p"
        if isAfternoon, clock.hour < 12 { clock.hour += 12 }
        if !isAfternoon, clock.hour == 12 { clock.hour = 0 }
        clock.isSpoken = true
        clock.next = next + 1
        return clock
    }

    private func withZone(_ clock: Clock, mayBeOffset: Bool) -> Clock {
        var clock = clock
        let next = clock.next
        switch next < tokens.count ? tokens[next].kind : .mark(" ") {
        case .word("z"), .word("utc"), .word("gmt"): (clock.zone, clock.next) = (0, next + 1)
        case .word("bst"): (clock.zone, clock.next) = (60, next + 1)
        case .mark("+") where mayBeOffset, .mark("-") where mayBeOffset:
            let sign = isMark(next, "-") ? -1 : 1
            var (offset, end) = (0, next + 2)
            if let hours = number(next + 1, 2...2), tight(next + 1) {
                offset = hours * 60
                if isMark(next + 2, ":"), let minutes = number(next + 3, 2...2) {
                    (offset, end) = (offset + minutes, next + 4)
                }
            } else if let figures = number(next + 1, 4...4), tight(next + 1) {
                offset = figures / 100 * 60 + figures % 100
            } else {
                break
            }
            // No zone lies further from Greenwich, or off the quarter of an hour: it is the end of a time range.
            if offset <= 14 * 60, offset % 15 == 0 { (clock.zone, clock.next) = (sign * offset, end) }
        default: break
        }
        return clock
    }

    /// Whether a number is the last of three with hyphens between them, as in "2015-03-10".
    private func endsDashedDate(_ index: Int) -> Bool {
        index > 3 && isMark(index - 1, "-") && tight(index) && tight(index - 1) && isMark(index - 3, "-")
            && number(index - 2, 1...2) != nil && number(index - 4, 1...4) != nil
    }

    private func number(_ index: Int, _ figures: ClosedRange<Int>) -> Int? {
        guard tokens.indices.contains(index), case .number(let value, let count) = tokens[index].kind,
            figures.contains(count)
        else { return nil }
        return value
    }

    private func isMark(_ index: Int, _ mark: Character) -> Bool {
        tokens.indices.contains(index) && tokens[index].isMark(mark)
    }

    private func tight(_ index: Int) -> Bool {
        tokens.indices.contains(index) && !tokens[index].hasSpaceBefore
    }
}
