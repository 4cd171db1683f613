/// One question of a dialogue.
public struct Question: Sendable, Hashable {
    /// What it is about.
    public let subject: Subject
    /// Where it stands, such as the title of its section.
    public let heading: String
    /// The words.
    public let text: String
    /// What may be chosen; none where something is to be written.
    public let choices: [Choice]
    /// Whether several may be chosen.
    public let allowsSeveral: Bool
    /// What is to be written, in a few words; `nil` where something is to be chosen.
    public let form: String?
    /// Whether an answer is needed.
    public let isRequired: Bool
    /// The answer that is there already, in words.
    public let answer: String?
    /// What is to be known before answering, such as the next step that is suggested.
    public let notes: [String]
    /// What helps to answer, a paragraph each.
    public let help: [String]

    /// What a question is about.
    public enum Subject: Sendable, Hashable {
        /// Something above the questions.
        case field(AboutField.Name)
        /// The answer to an item.
        case answer(AnswerKey)
        /// The evidence beside an answer.
        case evidence(AnswerKey)
        /// Whether there is another instance of a repeated section.
        case another(String, after: Int)
        /// Another value in place of a score.
        case override(ScoreID)
        /// The reason for it.
        case reason(ScoreID)

        /// Whether it counts as a question of the tool.
        var isQuestion: Bool {
            switch self {
            case .field, .answer, .evidence: true
            case .another, .override, .reason: false
            }
        }
    }

    /// Something that may be chosen.
    public struct Choice: Sendable, Hashable {
        /// What is typed for it.
        public let key: String
        /// The code that is saved.
        public let code: String
        /// The words.
        public let label: String
    }

    /// Why a line is none of the choices.
    struct Refusal: Error {
        let words: String
    }

    /// What a line stands for.
    func values(of line: String) -> Swift.Result<[AnswerSheet.Value], Refusal> {
        guard !choices.isEmpty else { return .success([.text(line)]) }
        if let choice = choice(line) { return .success([.code(choice.code)]) }
        let words = line.split { $0 == " " || $0 == "," || $0 == ";" }.map(String.init)
        let found = words.map(choice)
        if allowsSeveral, !found.contains(nil) { return .success(found.compactMap { $0.map { .code($0.code) } }) }
        let keys = choices.map(\.key).joined(separator: ", ")
        let several = allowsSeveral ? "; several with spaces between" : ""
        return .failure(Refusal(words: "type one of \(keys)\(several)"))
    }

    /// The choice of a key, a code or a label, in this order.
    private func choice(_ word: String) -> Choice? {
        let folded = word.lowercased()
        return choices.first { $0.key == folded } ?? choices.first { $0.code == word }
            ?? choices.first { $0.label.lowercased() == folded }
    }
}

extension Question.Choice {
    /// Choices with what is typed for each.
    ///
    /// Codes that are numbers are typed as they are; other options are numbered. What is not known is k and what does not
    /// apply is n, where that is plain.
    static func keyed(_ options: [(code: String, label: String, kind: Scale.Option.Kind)]) -> [Question.Choice] {
        let codes = Set(options.map(\.code))
        let hasNumbers = options.contains { isNumber($0.code) }
        func letter(_ kind: Scale.Option.Kind) -> String? {
            let letter: String? =
                switch kind {
                case .answer: nil
                case .notKnown: "k"
                case .notApplicable: "n"
                }
            let isPlain = options.count { $0.kind == kind } == 1 && !codes.contains(letter ?? "")
            return isPlain ? letter : nil
        }
        var number = 0
        return options.map { option in
            if let letter = letter(option.kind) { return .init(key: letter, code: option.code, label: option.label) }
            if hasNumbers { return .init(key: option.code, code: option.code, label: option.label) }
            number += 1
            return .init(key: String(number), code: option.code, label: option.label)
        }
    }

    private static func isNumber(_ code: String) -> Bool {
        !code.isEmpty && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
