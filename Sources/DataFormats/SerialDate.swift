/// The dates and times of spreadsheets, which are numbers of days.
enum SerialDate {
    /// The day that number 0 stands for.
    enum System: Sendable, Hashable {
        /// 1 is 1 January 1900, and 60 is 29 February 1900, which never was: an error of 1983 that files keep.
        case from1900
        /// 0 is 1 January 1904.
        case from1904
    }

    /// What a number shows as.
    enum Moment: Sendable, Hashable {
        case text(String)
        case dayThatNeverWas
        case outOfRange
    }

    private static let secondsOfDay = 86_400
    /// Days from 1 January 1970 to 31 December 9999.
    private static let lastDay = 2_932_896

    /// A date, with its time where it is not midnight; a time alone for a number below 1.
    static func moment(_ number: DecimalNumber, in system: System, isTimeOnly: Bool) -> Moment {
        guard let total = number.seconds else { return .outOfRange }
        let (day, rest) = (total / secondsOfDay, total % secondsOfDay)
        // A time in a cell made for times may have run over midnight; no program shows the day then.
        if isTimeOnly && day < 366 || day == 0 && rest > 0 { return .text(time(rest)) }
        let number: Int
        switch system {
        case .from1900:
            if day == 60 { return .dayThatNeverWas }
            if day == 0 { return .outOfRange }
            number = day - (day > 60 ? 25_569 : 25_568)
        case .from1904: number = day - 24_107
        }
        guard number <= lastDay else { return .outOfRange }
        return .text(shown(day: number, seconds: rest))
    }

    /// A length of time in hours, minutes and, where they are not 0, seconds.
    static func elapsed(_ number: DecimalNumber) -> Moment {
        number.seconds.map { .text(time($0)) } ?? .outOfRange
    }

    private static func shown(day: Int, seconds: Int) -> String {
        var text = date(day)
        if seconds > 0 { text += [UInt8(ascii: " ")] + clock(seconds) }
        return String(decoding: text, as: UTF8.self)
    }

    private static func time(_ seconds: Int) -> String {
        String(decoding: clock(seconds), as: UTF8.self)
    }

    private static func clock(_ seconds: Int) -> [UInt8] {
        var text = figures(seconds / 3600, 2) + [UInt8(ascii: ":")] + figures(seconds / 60 % 60, 2)
        if seconds % 60 > 0 { text += [UInt8(ascii: ":")] + figures(seconds % 60, 2) }
        return text
    }

    /// A number in at least so many figures.
    private static func figures(_ number: Int, _ length: Int) -> [UInt8] {
        var figures: [UInt8] = []
        var rest = number
        while rest > 0 || figures.count < length {
            figures.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        return figures.reversed()
    }

    // MARK: Dates written out

    /// Brings `2019-03-12T14:30:05.2Z` and its like into the form of all dates here; `nil` when it is none.
    ///
    /// A place other than Greenwich is not known to the form, so that such a date is none.
    static func text(iso text: String) -> String? {
        var bytes = Array(text.utf8)
        if bytes.last == UInt8(ascii: "Z") || bytes.last == UInt8(ascii: "z") { bytes.removeLast() }
        let parts = bytes.split(separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 1, bytes.contains(UInt8(ascii: ":")) { return seconds(bytes[...]).map(time) }
        guard let first = parts.first, let seconds = parts.count == 2 ? seconds(parts[1]) : 0 else { return nil }
        if first.isEmpty { return parts.count == 2 ? time(seconds) : nil }
        guard let day = day(first) else { return nil }
        let (number, rest) = (day + seconds / secondsOfDay, seconds % secondsOfDay)
        guard number <= lastDay else { return nil }
        return shown(day: number, seconds: rest)
    }

    /// Days from 1 January 1970 to a day; `nil` when the month does not have it.
    static func days(year: Int, month: Int, day: Int) -> Int? {
        guard 1...9999 ~= year, 1...12 ~= month, 1...31 ~= day else { return nil }
        let number = number(year: year, month: month, day: day)
        let written = figures(year, 4) + [0x2D] + figures(month, 2) + [0x2D] + figures(day, 2)
        // A day that the month does not have runs into the next one.
        return written == date(number) ? number : nil
    }

    private static func day(_ text: ArraySlice<UInt8>) -> Int? {
        let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], let year = whole(parts[0]), let month = whole(parts[1]),
            let day = whole(parts[2])
        else { return nil }
        return days(year: year, month: month, day: day)
    }

    /// The seconds of `14:30`, `14:30:05` or `14:30:05.6`, rounded to the nearest.
    private static func seconds(_ text: ArraySlice<UInt8>) -> Int? {
        let halves = text.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let clock = halves.first else { return nil }
        let parts = clock.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.count == 2 ? whole($0) : nil }
        guard numbers.count == parts.count, 2...3 ~= numbers.count, numbers[0] < 24, numbers[1] < 60 else { return nil }
        var seconds = numbers[0] * 3600 + numbers[1] * 60
        if numbers.count == 3 {
            guard numbers[2] < 60 else { return nil }
            seconds += numbers[2]
        }
        if halves.count == 2 {
            guard let tenth = halves[1].first, halves[1].allSatisfy(isFigure) else { return nil }
            seconds += tenth >= UInt8(ascii: "5") ? 1 : 0
        }
        return seconds
    }

    private static func isFigure(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    private static func whole(_ text: ArraySlice<UInt8>) -> Int? {
        guard !text.isEmpty, text.count <= 4, text.allSatisfy(isFigure) else { return nil }
        return text.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    // MARK: The calendar

    /// Days from 1 January 1970.
    ///
    /// https://howardhinnant.github.io/date_algorithms.html#days_from_civil
    private static func number(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = (shifted / 400, shifted % 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    // https://howardhinnant.github.io/date_algorithms.html#civil_from_days
    private static func date(_ number: Int) -> [UInt8] {
        let (era, dayOfEra) = (number + 719_468).quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        return figures(year, 4) + [UInt8(ascii: "-")] + figures(month, 2) + [UInt8(ascii: "-")] + figures(day, 2)
    }
}
