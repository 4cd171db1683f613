public import CaseDates  // It makes the table of named dates.
import DataFormats

extension DefinitionSource {
    /// Reads `tools-definitions/named-dates.xml`.
    ///
    /// - Throws: ``DefinitionFaults`` with all faults: unknown elements, days and months that no calendar has, and names
    ///   that are given twice.
    public func dateNames() throws(DefinitionFaults) -> DateNames {
        let path = "tools-definitions/named-dates.xml"
        let root = try root(at: path, named: "named-dates")
        var faults = FaultList(path)
        faults.checkNames(of: root, attributes: [], children: ["day", "period", "event", "no-date", "fill"])
        var meanings: [String: DateNames.Meaning] = [:]
        var noDateWords: Set<String> = []
        var fillDays: Set<CalendarDay> = []
        for element in root.children {
            switch element.name {
            case "no-date":
                faults.checkNames(of: element, attributes: [], children: ["name"])
                for name in element.children("name") { noDateWords.insert(Self.name(name.text)) }
            case "fill":
                faults.checkNames(of: element, attributes: ["day"], children: [])
                if let day = element["day"].flatMap(CalendarDay.init(iso:)) {
                    fillDays.insert(day)
                } else {
                    faults.add("a fill day is a day of the calendar, such as 1900-01-01", at: element)
                }
            default:
                guard let meaning = Self.meaning(element, &faults) else { continue }
                if element.children("name").isEmpty { faults.add("<\(element.name)> has no name", at: element) }
                for name in element.children("name")
                where meanings.updateValue(meaning, forKey: Self.name(name.text)) != nil {
                    faults.add("'\(name.text)' is named twice", at: name)
                }
            }
        }
        try faults.throwIfAny()
        return DateNames(meanings: meanings, noDateWords: noDateWords, fillDays: fillDays)
    }

    private static func meaning(_ element: XMLElement, _ faults: inout FaultList) -> DateNames.Meaning? {
        switch element.name {
        case "day":
            faults.checkNames(of: element, attributes: ["month", "day", "easter", "about"], children: ["name"])
            let isApproximate = element["about"] == "yes"
            if let offset = element["easter"].flatMap({ Int($0) }) {
                return .day(DateNames.Day(rule: .easter(offset: offset), isApproximate: isApproximate))
            }
            guard let month = element["month"].flatMap({ Int($0) }), let day = element["day"].flatMap({ Int($0) }),
                CalendarDay(year: 2000, month: month, day: day) != nil
            else {
                faults.add("a day has a month and a day of the calendar, or a number of days from Easter", at: element)
                return nil
            }
            return .day(DateNames.Day(rule: .fixed(month: month, day: day), isApproximate: isApproximate))
        case "period":
            faults.checkNames(of: element, attributes: ["from", "to", "local"], children: ["name"])
            guard let start = element["from"].flatMap(monthDay), let end = element["to"].flatMap(monthDay) else {
                faults.add("a period runs from one month or day to another, such as 09 to 12-20", at: element)
                return nil
            }
            return .period(DateNames.Period(start: start, end: end, isLocal: element["local"] == "yes"))
        case "event":
            faults.checkNames(of: element, attributes: ["date", "source"], children: ["name"])
            guard let date = element["date"].flatMap(EDTF.init), element["source"] != nil else {
                faults.add("an event has a date in EDTF and a source", at: element)
                return nil
            }
            return .event(date)
        default: return nil
        }
    }

    private static func monthDay(_ text: String) -> DateNames.MonthDay? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let month = parts.first.flatMap({ Int($0) }), (1...12).contains(month), parts.count <= 2 else {
            return nil
        }
        guard parts.count == 2 else { return DateNames.MonthDay(month: month, day: nil) }
        guard let day = Int(parts[1]), CalendarDay(year: 2000, month: month, day: day) != nil else { return nil }
        return DateNames.MonthDay(month: month, day: day)
    }

    /// The name as the reader of dates compares it: lower-case words and numbers, no marks.
    private static func name(_ text: String) -> String {
        var words: [String] = [""]
        for scalar in text.lowercased().unicodeScalars {
            if scalar == "'" || scalar == "\u{2019}" { continue }
            let isPart = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            if isPart { words[words.count - 1].unicodeScalars.append(scalar) } else { words.append("") }
        }
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
