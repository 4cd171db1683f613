import Diagnostics

extension Dialogue {
    /// Puts an answer in its place; returns why it cannot be, in one line.
    ///
    /// A line is read as a file with this one answer is, so that the same rules hold.
    mutating func put(_ text: String, _ question: Question) -> String? {
        if case .reason(let id) = question.subject {
            response.overrides[id]?.reason = text
            return nil
        }
        switch question.values(of: text) {
        case .failure(let refusal): return refusal.words
        case .success(let values):
            let read = reader.read(sheet(with: values, for: question.subject))
            guard let found = read.response else { return read.diagnostics.first?.summary }
            if let refusal = take(found, for: question.subject) { return refusal.words }
            return isAnswered(question.subject, in: found) ? nil : Self.reason(in: read)
        }
    }

    private func sheet(with values: [AnswerSheet.Value], for subject: Question.Subject) -> AnswerSheet {
        let place = Place(path: tool.id)
        let entry = AnswerSheet.Entry(id: subject.id, values: values, place: place)
        return AnswerSheet(tool: tool.id, version: tool.version, status: .inProgress, entries: [entry], place: place)
    }

    /// The key under which an answer is found when it is read alone: in a repeated section that of the first instance.
    private func keyAlone(_ key: AnswerKey) -> AnswerKey {
        AnswerKey(key.item, instance: key.instance == nil ? nil : 1)
    }

    private func isAnswered(_ subject: Question.Subject, in found: Response) -> Bool {
        switch subject {
        case .field(let name): found.about[name] != nil
        case .answer(let key): found.answers[keyAlone(key)] != nil
        case .evidence(let key): found.evidence[keyAlone(key)] != nil
        case .override(let id): found.overrides[id] != nil
        case .another, .reason: true
        }
    }

    /// Takes the one answer that was read over to its place; returns why it cannot stand there.
    private mutating func take(_ found: Response, for subject: Question.Subject) -> Question.Refusal? {
        switch subject {
        case .field(let name):
            guard let value = found.about[name] else { return nil }
            if let refusal = refusal(of: value, for: name) { return refusal }
            response.about[name] = value
        case .answer(let key):
            guard let answer = found.answers[keyAlone(key)] else { return nil }
            if let option = excluding(answer, to: key.item) {
                return .init(words: "“\(option.label)” excludes the others; choose it alone, or the others")
            }
            response.answers[key] = answer
            if let section = layout.repeatedSection(of: key.item) {
                response.instances[section] = max(response.instances[section] ?? 1, key.instance ?? 1)
            }
        case .evidence(let key):
            if let words = found.evidence[keyAlone(key)] { response.evidence[key] = words }
        case .override(let id):
            guard let override = found.overrides[id] else { return nil }
            response.overrides[id] = Override(value: override.value, reason: response.overrides[id]?.reason)
        case .another, .reason: break
        }
        return nil
    }

    /// The option of an answer that excludes the others in it.
    private func excluding(_ answer: Answer, to item: ItemID) -> Scale.Option? {
        guard case .codes(let codes) = answer, codes.count > 1, let item = layout.item(item) else { return nil }
        return codes.lazy.compactMap { code in tool.scale(of: item)?.option(code) }.first(where: \.standsAlone)
    }

    private static func reason(in read: ResolvedAnswers) -> String {
        guard let fault = read.diagnostics.first(where: { $0.severity == .error }) else {
            return "there is nothing in it"
        }
        return fault.suggestion.map { "\(fault.summary); \($0)" } ?? fault.summary
    }

    /// Why a field cannot have a value beside those that are there already.
    private func refusal(of value: String, for name: AboutField.Name) -> Question.Refusal? {
        var changed = response
        changed.about[name] = value
        if tool.subject != .unborn, let born = changed.day(.born), let day = changed.day(.completed), born > day {
            return .init(words: "the date of birth lies after the day of completion")
        }
        if let from = changed.day(.from), let day = changed.day(.completed), from > day {
            return .init(words: "the first day lies after the day of completion")
        }
        return nil
    }
}

extension Question.Subject {
    /// The identifier under which it is saved.
    fileprivate var id: String {
        switch self {
        case .field(let name): name.item.text
        case .answer(let key): key.item.text
        case .evidence(let key): key.item.evidence.text
        case .another(let section, _): section
        case .override(let score): "override.\(score.text)"
        case .reason(let score): "override.\(score.text).reason"
        }
    }
}
