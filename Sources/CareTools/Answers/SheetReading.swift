import CaseDates
import Diagnostics

/// Reads the entries of one sheet.
struct SheetReading {
    private let sheet: AnswerSheet
    private let reader: AnswerReader
    private(set) var diagnostics: [Diagnostic] = []
    private var made: Response
    /// Where the answers stand that were used.
    private(set) var places: [AnswerKey: Place] = [:]
    /// What stands for each answer, by its key with the number of the instance as the file has it.
    private var found: [AnswerKey: Found] = [:]
    private var order: [AnswerKey] = []
    private var numbers: [String: Set<Int>] = [:]
    private var reasons: [(score: String, entry: AnswerSheet.Entry)] = []

    /// All values that stand for one answer.
    private struct Found {
        var values: [AnswerSheet.Value]
        let place: Place
        let target: Target
    }

    private enum Target {
        case answer(Item)
        case evidence
        case field(AboutField)
        case override(Score)
        case reason(Score)
    }

    init(_ sheet: AnswerSheet, by reader: AnswerReader) {
        self.sheet = sheet
        self.reader = reader
        made = Response(to: reader.tool, status: sheet.status)
    }

    /// The answers that fit; to be asked once.
    mutating func response() -> Response {
        for entry in sheet.entries { collect(entry) }
        let instances = compactedInstances()
        for key in order {
            guard let found = found[key] else { continue }
            guard let used = instance(of: key, instances) else { continue }
            places[used] = found.place
            use(found, at: used)
        }
        return made
    }

    private mutating func report(
        _ id: String,
        _ severity: Severity,
        _ summary: String,
        at place: Place,
        suggestion: String? = nil,
        value: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                id: id,
                severity: severity,
                summary: summary,
                place: place,
                suggestion: suggestion,
                value: value
            )
        )
    }

    // MARK: Entries

    private mutating func collect(_ entry: AnswerSheet.Entry) {
        // What forms of other makers ask because they cannot count; the age is counted from the dates.
        if entry.id == AboutField.ageInMonths.text { return }
        guard let (target, section) = target(of: entry.id) else {
            // A heading, or a group that is there without answers.
            guard !entry.values.isEmpty else {
                if reader.repetition(of: entry.id) != nil {
                    numbers[entry.id, default: []].insert(entry.groups[entry.id] ?? entry.number ?? 1)
                }
                return
            }
            // Programs that cannot count an age ask for it, to know what to show.
            guard entry.id != "about.age-months" else {
                return report(
                    "answers.age.notUsed",
                    .note,
                    "about.age-months is not used; the age is counted from the dates",
                    at: entry.place
                )
            }
            return reportUnknown(entry)
        }
        var key = AnswerKey(ItemID(entry.id))
        if let section {
            let number = entry.groups[section] ?? entry.number ?? 1
            numbers[section, default: []].insert(number)
            key.instance = number
        } else if let number = entry.number, number > 1 {
            return report(
                "answers.instance",
                .error,
                "\(entry.id) is asked once, and the answer with the number \(number) is not used",
                at: entry.place
            )
        }
        guard !entry.values.isEmpty else { return }
        if found[key]?.values.append(contentsOf: entry.values) == nil {
            found[key] = Found(values: entry.values, place: entry.place, target: target)
            order.append(key)
        }
    }

    /// What an identifier names, and the repeated section that it stands in; `nil` for none that the tool has.
    private func target(of id: String) -> (Target, section: String?)? {
        if let item = reader.layout.item(ItemID(id)) {
            return (.answer(item), reader.layout.repeatedSection(of: item.id))
        }
        if let name = id.rest(behind: "about.") { return reader.field(name).map { (.field($0), nil) } }
        if let name = id.rest(behind: "override.") {
            if let score = reader.score(name) { return (.override(score), nil) }
            return name.rest(before: ".reason").flatMap(reader.score).map { (.reason($0), nil) }
        }
        if let name = id.rest(before: ".evidence"), let item = reader.layout.item(ItemID(name)) {
            return (.evidence, reader.layout.repeatedSection(of: item.id))
        }
        return nil
    }

    private mutating func reportUnknown(_ entry: AnswerSheet.Entry) {
        let near = reader.nearest(to: entry.id).map { "'\($0)'" }
        let quoted = near.isEmpty ? nil : WrittenID(entry.id).heading
        let values = entry.values.map(\.text).joined(separator: "; ")
        report(
            "answers.item.unknown",
            .error,
            (quoted.map { "'\($0)'" } ?? "what stands in the place of an identifier")
                + " is no item of \(reader.tool.id) \(reader.tool.version); its answer is not used",
            at: entry.place,
            suggestion: near.isEmpty ? nil : "did you mean \(near.joined(separator: " or "))?",
            value: quoted == nil ? "\(entry.id): \(values)" : values
        )
    }

    // MARK: Instances

    /// The number of each instance that is used, by section and number in the file: counted from 1 without gaps.
    private mutating func compactedInstances() -> [String: [Int: Int]] {
        var places: [String: [Int: Int]] = [:]
        for section in numbers.keys.sorted() {
            guard let used = numbers[section], let repetition = reader.repetition(of: section) else { continue }
            let kept = used.sorted().prefix(repetition.most)
            if used.count > kept.count {
                report(
                    "answers.instances",
                    .error,
                    "\(section) stands there \(used.count) times and can stand there \(repetition.most) times at most; "
                        + "those beyond are not used",
                    at: sheet.place
                )
            }
            made.instances[section] = kept.count
            places[section] = Dictionary(uniqueKeysWithValues: zip(kept, 1...))
        }
        return places
    }

    /// The key with the number of its instance; `nil` where that is one too many.
    private func instance(of key: AnswerKey, _ instances: [String: [Int: Int]]) -> AnswerKey? {
        guard let number = key.instance else { return key }
        let item = key.item.text.rest(before: ".evidence").map { ItemID($0) }
        let section =
            reader.layout.repeatedSection(of: key.item) ?? item.flatMap { reader.layout.repeatedSection(of: $0) }
        guard let section, let place = instances[section]?[number] else { return nil }
        return AnswerKey(key.item, instance: place)
    }

    // MARK: Values

    private mutating func use(_ found: Found, at key: AnswerKey) {
        let seen = found.values.filter { !$0.text.isBlank }
        if seen.isEmpty {
            return report("answers.blank", .note, "\(key.text) is blank and counts as not answered", at: found.place)
        }
        if case .answer(let item) = found.target, item.kind == .choices {
            return useChoices(seen, of: item, at: key, found.place)
        }
        guard seen.count == 1, let value = seen.first else {
            return report(
                "answers.several",
                .error,
                "\(key.text) has \(seen.count) answers where one is allowed; none of them is used",
                at: found.place,
                value: seen.map(\.text).joined(separator: "; ")
            )
        }
        switch found.target {
        case .answer(let item): made.answers[key] = answer(value, to: item, at: key, found.place)
        case .evidence:
            let item = key.item.text.rest(before: ".evidence") ?? key.item.text
            made.evidence[AnswerKey(ItemID(item), instance: key.instance)] = value.text
        case .field(let field): made.about[field.name] = about(value, field, at: key, found.place)
        case .override(let score): useOverride(value, of: score, at: key, found.place)
        case .reason(let score):
            // The value stands before its reason wherever this is written; where it does not, it is looked up.
            useReason(value.text, of: score, at: key, found.place)
        }
    }

    private mutating func useChoices(
        _ values: [AnswerSheet.Value],
        of item: Item,
        at key: AnswerKey,
        _ place: Place
    ) {
        guard let options = reader.options(of: item) else { return }
        var codes: [String] = []
        for value in values {
            for part in Self.parts(of: value, options) {
                if let code = options.code(for: part) {
                    codes.append(code)
                } else {
                    reportCode(part, options.codes, at: key, place)
                }
            }
        }
        if !codes.isEmpty { made.answers[key] = .codes(options.inOrder(codes)) }
    }

    /// A cell of a table holds several codes with semicolons between them.
    private static func parts(of value: AnswerSheet.Value, _ options: OptionWords) -> [AnswerSheet.Value] {
        guard case .text(let text) = value, options.code(for: value) == nil else { return [value] }
        return text.split(separator: ";").map { .text(String($0).trimmed) }.filter { !$0.text.isEmpty }
    }

    private mutating func answer(
        _ value: AnswerSheet.Value,
        to item: Item,
        at key: AnswerKey,
        _ place: Place
    ) -> Answer? {
        switch item.kind {
        case .choice, .choices: return code(value, reader.options(of: item), at: key, place).map { .codes([$0]) }
        case .text: return .text(value.text)
        case .day(let mayLieAhead): return day(value, mayLieAhead: mayLieAhead, at: key, place).map { .day($0) }
        case .number(let from, let to, let places):
            guard let number = number(value, at: key, place) else { return nil }
            guard from <= number, number <= to else {
                report(
                    "answers.number",
                    .error,
                    "\(key.text) is not from \(from) to \(to)",
                    at: place,
                    value: value.text
                )
                return nil
            }
            guard number.rounded(Rounding(places: places)) == number else {
                let most = places == 0 ? "is no whole number" : "has more than \(places) decimal places"
                report("answers.number", .error, "\(key.text) \(most)", at: place, value: value.text)
                return nil
            }
            return .number(number)
        case .itemOfTool:
            let id = ItemID(value.text.trimmed)
            guard let named = reader.layout.item(id), named.isScorable else {
                report(
                    "answers.code.unknown",
                    .error,
                    "\(key.text) names no item of \(reader.tool.id) that has a value; it is not used",
                    at: place,
                    value: value.text
                )
                return nil
            }
            return .item(id)
        }
    }

    private mutating func about(
        _ value: AnswerSheet.Value,
        _ field: AboutField,
        at key: AnswerKey,
        _ place: Place
    ) -> String? {
        if let options = reader.options(of: field) { return code(value, options, at: key, place) }
        guard field.name.isDay else { return value.text }
        return day(value, mayLieAhead: field.name == .expected, at: key, place)?.description
    }

    private mutating func code(
        _ value: AnswerSheet.Value,
        _ options: OptionWords?,
        at key: AnswerKey,
        _ place: Place
    ) -> String? {
        if let code = options?.code(for: value) { return code }
        reportCode(value, options?.codes ?? [], at: key, place)
        return nil
    }

    private mutating func reportCode(
        _ value: AnswerSheet.Value,
        _ codes: [String],
        at key: AnswerKey,
        _ place: Place
    ) {
        report(
            "answers.code.unknown",
            .error,
            "\(key.text) is answered with none of its options; it is not used",
            at: place,
            suggestion: "the options are \(codes.joined(separator: ", "))",
            value: value.text
        )
    }

    private mutating func number(_ value: AnswerSheet.Value, at key: AnswerKey, _ place: Place) -> ExactNumber? {
        if let number = ExactNumber(value.text.trimmed) { return number }
        report("answers.number", .error, "\(key.text) is no plain decimal number", at: place, value: value.text)
        return nil
    }

    private mutating func day(
        _ value: AnswerSheet.Value,
        mayLieAhead: Bool,
        at key: AnswerKey,
        _ place: Place
    ) -> CalendarDay? {
        guard let day = WrittenDay(value.text.trimmed).day else {
            report(
                "answers.date.impossible",
                .error,
                "\(key.text) is no day of the calendar; it is not used",
                at: place,
                suggestion: "write it as 2026-03-31 or 31/03/2026",
                value: value.text
            )
            return nil
        }
        guard mayLieAhead || day <= reader.asOf else {
            report(
                "answers.date.future",
                .error,
                "\(key.text) is \(day), which lies after \(reader.asOf); it is not used",
                at: place
            )
            return nil
        }
        return day
    }

    // MARK: Overrides

    private mutating func useOverride(
        _ value: AnswerSheet.Value,
        of score: Score,
        at key: AnswerKey,
        _ place: Place
    ) {
        guard score.isOverridable else {
            return report(
                "answers.override.notAllowed",
                .error,
                "the score \(score.id.text) can have no other value in its place; it is not used",
                at: place
            )
        }
        guard let number = number(value, at: key, place) else { return }
        guard reader.canHave(score, number) else {
            return report(
                "answers.override.outside",
                .error,
                "\(key.text) is no value that the score can have; it is not used",
                at: place,
                value: value.text
            )
        }
        let reason = reason(for: score)
        if reason == nil {
            report("answers.override.noReason", .warning, "\(key.text) has no reason beside it", at: place)
        }
        made.overrides[score.id] = Override(value: number, reason: reason)
    }

    private func reason(for score: Score) -> String? {
        let values = found[AnswerKey(ItemID("override.\(score.id.text).reason"))]?.values.filter { !$0.text.isBlank }
        return values?.count == 1 ? values?.first?.text : nil
    }

    /// A reason is taken with its value; one that has none is said to be left over.
    private mutating func useReason(_ text: String, of score: Score, at key: AnswerKey, _ place: Place) {
        guard found[AnswerKey(ItemID("override.\(score.id.text)"))] == nil else { return }
        report("answers.override.noValue", .warning, "\(key.text) is given and no value is", at: place, value: text)
    }
}

extension String {
    /// What follows a beginning; `nil` where it does not begin so.
    fileprivate func rest(behind beginning: String) -> String? {
        hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
    }

    /// What stands before an ending; `nil` where it does not end so.
    fileprivate func rest(before ending: String) -> String? {
        hasSuffix(ending) ? String(dropLast(ending.count)) : nil
    }
}
