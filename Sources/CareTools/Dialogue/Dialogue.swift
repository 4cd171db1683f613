public import CaseDates  // Nothing may lie after a day.

/// A conversation that asks the questions of a tool one after the other: questions out, lines in, no screen and no file.
///
/// It asks only what is shown with the answers so far. After an answer comes the next question that has none yet; what
/// was skipped is not asked twice. Whoever goes back finds the earlier answer and may keep it.
public struct Dialogue: Sendable {
    /// The tool.
    public let tool: Tool
    /// The answers so far.
    public internal(set) var response: Response
    /// What is asked now; `nil` when everything was asked.
    public private(set) var question: Question?
    /// The alerts that the last reply raised.
    public private(set) var newAlerts: [Alert] = []
    /// What the last reply makes doubtful; `nil` for nothing.
    public private(set) var newWarning: String?

    let reader: AnswerReader
    let asksForOverrides: Bool
    let layout: ToolLayout
    private(set) var result: Result
    private var history: [Question.Subject] = []
    /// What was asked and left without an answer.
    var passed: Set<Question.Subject> = []

    /// Begins, or goes on with answers that were saved.
    ///
    /// - Parameters:
    ///   - tool: The tool.
    ///   - asOf: The day after which nothing can have happened.
    ///   - saved: Answers to this very tool; what they hold is not asked again.
    ///   - asksForOverrides: Whether scores that may have another value are shown and asked for at the end.
    public init(_ tool: Tool, asOf: CalendarDay, resuming saved: Response? = nil, asksForOverrides: Bool = false) {
        self.tool = tool
        self.asksForOverrides = asksForOverrides
        response = saved ?? Response(to: tool)
        response.status = .inProgress
        reader = AnswerReader(tool, asOf: asOf)
        layout = ToolLayout(tool)
        result = tool.result(of: response)
        passOverEarlierInstances()
        // Saved answers go on behind the last of them; what was skipped before comes at the end.
        question = next(after: subjects().last { $0.isQuestion && !isOpen($0) }).map(makeQuestion)
    }

    /// What the answers so far come to.
    public var outcome: Result { result }

    /// How many questions come before the one that is asked, and how many there are with the answers so far.
    public var progress: (done: Int, all: Int) {
        let all = subjects().filter(\.isQuestion)
        let done = question.flatMap { question in all.firstIndex(of: question.subject) } ?? all.count
        return (done, all.count)
    }

    // MARK: Replies

    /// What came of a reply.
    public enum Reply: Sendable, Hashable {
        /// It was taken, and the next question is asked.
        case taken
        /// It cannot be taken, for a reason of one line; the question stands.
        case refused(String)
        /// Help was asked for, in paragraphs; the question stands.
        case help([String])
        /// The conversation is to end.
        case quit
    }

    /// Takes a line that was typed: a command, or the answer to the question.
    public mutating func reply(_ line: String) -> Reply {
        newAlerts = []
        newWarning = nil
        guard let question else { return .quit }
        let text = line.trimmed
        if text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F }) {
            return .refused("a key was pressed that writes nothing; type the line again")
        }
        switch text.lowercased() {
        case "b", "back": return back()
        case "s", "skip": return skip()
        case "?", "h", "help": return .help(question.help)
        case "q", "quit": return .quit
        case "-": return clear()
        case "": return keep()
        default: return answer(text, to: question)
        }
    }

    private mutating func back() -> Reply {
        while let subject = history.popLast() {
            // What is no longer shown is not gone back to.
            guard subjects().contains(subject) else { continue }
            question = makeQuestion(subject)
            return .taken
        }
        return .refused("this is the first question")
    }

    private mutating func skip() -> Reply {
        guard let subject = question?.subject else { return .quit }
        passed.insert(subject)
        advance(from: subject)
        return .taken
    }

    private mutating func keep() -> Reply {
        guard let question else { return .quit }
        if question.answer == nil, question.isRequired {
            return .refused("an answer is needed; s leaves it for later, ? helps")
        }
        return skip()
    }

    private mutating func clear() -> Reply {
        guard let subject = question?.subject else { return .quit }
        switch subject {
        case .field(let name): response.about[name] = nil
        case .answer(let key): response.answers[key] = nil
        case .evidence(let key): response.evidence[key] = nil
        case .another: return .refused("answer y or n")
        case .override(let id): response.overrides[id] = nil
        case .reason(let id): response.overrides[id]?.reason = nil
        }
        result = tool.result(of: response)
        return skip()
    }

    private mutating func answer(_ text: String, to question: Question) -> Reply {
        let before = result.alerts
        if case .another(let section, let number) = question.subject {
            guard let isWanted = Self.isYes(text) else { return .refused("answer y or n") }
            if isWanted {
                response.instances[section] = number + 1
            } else {
                passed.insert(question.subject)
            }
        } else if let reason = put(text, question) {
            return .refused(reason)
        } else {
            passed.remove(question.subject)
        }
        result = tool.result(of: response)
        newAlerts = result.alerts.filter { !before.contains($0) }
        if case .field = question.subject, let ages = tool.ages, ages.holds(response.ageInMonths) == false {
            newWarning = "the age on the day of completion lies outside \(ages.words), for which the tool is made"
        }
        advance(from: question.subject)
        return .taken
    }

    private static func isYes(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "y", "yes": true
        case "n", "no": false
        default: nil
        }
    }

    // MARK: What comes next

    private mutating func advance(from subject: Question.Subject) {
        history.append(subject)
        question = next(after: subject).map(makeQuestion)
    }

    /// The first question behind one that is open, else the first that is open at all.
    private func next(after subject: Question.Subject?) -> Question.Subject? {
        let all = subjects()
        let start = subject.flatMap(all.firstIndex).map { $0 + 1 } ?? all.startIndex
        return all[start...].first(where: isOpen) ?? all[..<start].first(where: isOpen)
    }

    func isOpen(_ subject: Question.Subject) -> Bool {
        if passed.contains(subject) { return false }
        return switch subject {
        case .field(let name): response.about[name] == nil
        case .answer(let key): response.answers[key] == nil || result.contradicting.contains(key)
        case .evidence(let key): response.evidence[key] == nil
        case .another(_, let number): number > 0
        case .override(let id): response.overrides[id] == nil
        case .reason(let id): response.overrides[id]?.reason == nil
        }
    }

    private func makeQuestion(_ subject: Question.Subject) -> Question {
        Question(subject, in: tool, layout, result)
    }
}
