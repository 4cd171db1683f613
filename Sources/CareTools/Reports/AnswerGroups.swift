/// Answers sorted by what a field says.
struct AnswerGroups {
    /// One group.
    struct Group {
        let label: String
        var answers: [ReportedAnswers]
    }

    /// The groups: those of a choice in the order of its options, empty ones too; those of free words by their spelling,
    /// where capitals and spaces make no difference; last the answers that do not say, where there are any.
    let groups: [Group]

    var counts: [(label: String, count: Int)] { groups.map { ($0.label, $0.answers.count) } }

    init(_ answers: [ReportedAnswers], by field: AboutField) {
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
