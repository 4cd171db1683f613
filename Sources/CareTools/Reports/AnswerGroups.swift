/// Answers sorted by what a field says.
struct AnswerGroups {
    /// One group.
    struct Group {
        var label: String
        var answers: [ReportedAnswers]
    }

    /// The groups: those of a choice in the order of its options, empty ones too; those of free words by their spelling,
    /// where capitals and spaces make no difference; last the answers that do not say, where there are any.
    private(set) var groups: [Group]

    private let name: AboutField.Name
    /// Whether groups stand together because they are small.
    private(set) var isMerged = false

    /// How small groups are treated, where some are.
    var notes: [String] {
        isMerged
            ? ["Those with fewer than 6 stand together, with the next larger where they are fewer than 6 even so."] : []
    }

    /// Returns answers, each in its group.
    func split(_ answers: [ReportedAnswers]) -> [[ReportedAnswers]] {
        var places: [FoldedText?: Int] = [:]
        for (place, group) in groups.enumerated() {
            for answers in group.answers { places[key(answers)] = place }
        }
        var split = groups.map { _ in [ReportedAnswers]() }
        for answers in answers {
            if let place = places[key(answers)] { split[place].append(answers) }
        }
        return split
    }

    private func key(_ answers: ReportedAnswers) -> FoldedText? { answers.field(name).map(FoldedText.init) }

    var counts: [(label: String, count: Int)] { groups.map { ($0.label, $0.answers.count) } }

    /// Sorts answers; unless words are asked for, free words stand only where 6 answers or more say them.
    ///
    /// In a row that is shifted by a cell, a name stands in the place of an agency.
    init(_ answers: [ReportedAnswers], by field: AboutField, _ options: Report.Options) {
        self.init(answers, by: field)
        guard field.options == nil else { return }
        if !options.showsSmallCounts { merge() } else if !options.showsWords { takeNames() }
    }

    private mutating func takeNames() {
        let small = groups.indices.filter { place in
            SizeClass(groups[place].answers.count) == .small && groups[place].answers.contains { key($0) != nil }
        }
        for (number, place) in small.enumerated() { groups[place].label = "Named by fewer than 6, no. \(number + 1)" }
    }

    /// Takes small groups together, with the next larger ones until they are no small group themselves.
    private mutating func merge() {
        func isSmall(_ count: Int) -> Bool { SizeClass(count) == .small }
        var merged = groups.indices.filter { isSmall(groups[$0].answers.count) }
        guard !merged.isEmpty else { return }
        var rest = groups.indices.filter { !isSmall(groups[$0].answers.count) }
            .sorted { (groups[$0].answers.count, $0) < (groups[$1].answers.count, $1) }[...]
        while let next = rest.first, isSmall(merged.reduce(0) { $0 + groups[$1].answers.count }) {
            merged.append(next)
            rest = rest.dropFirst()
        }
        let others = Group(label: "Others together", answers: merged.sorted().flatMap { groups[$0].answers })
        groups = rest.sorted().map { groups[$0] } + [others]
        isMerged = true
    }

    init(_ answers: [ReportedAnswers], by field: AboutField) {
        name = field.name
        var groups: [Group] = []
        let given = answers.filter { $0.field(field.name) != nil }
        if let options = field.options {
            groups = options.map { option in
                Group(label: option.label, answers: given.filter { $0.field(field.name) == option.code })
            }
        } else {
            let spellings = Dictionary(grouping: given) { FoldedText($0.field(field.name) ?? "") }
            groups = spellings.sorted { $0.key < $1.key }.map { _, answers in
                Group(label: Self.label(answers.compactMap { $0.field(field.name) }), answers: answers)
            }
        }
        let known = groups.reduce(0) { $0 + $1.answers.count }
        if known < answers.count {
            let codes = field.options.map { Set($0.map(\.code)) }
            let others = answers.filter { answers in
                guard let text = answers.field(field.name) else { return true }
                return codes.map { !$0.contains(text) } ?? false
            }
            groups.append(Group(label: "Not given", answers: others))
        }
        self.groups = groups
    }

    /// The spelling that occurs most often; of several the first by its bytes.
    private static func label(_ spellings: [String]) -> String {
        let counts = Dictionary(spellings.map { ($0, 1) }, uniquingKeysWith: +)
        let best = counts.min { first, second in
            first.value != second.value
                ? first.value > second.value : first.key.utf8.lexicographicallyPrecedes(second.key.utf8)
        }
        return best?.key.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
    }
}
