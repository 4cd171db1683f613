extension Dialogue {
    /// Everything that can be asked with the answers so far, in order.
    func subjects() -> [Question.Subject] {
        let shown = Set(result.shown)
        let lacking = Set(result.evidenceMissing)
        var subjects = tool.about.map { Question.Subject.field($0.name) }
        func add(_ items: [Item], _ instance: Int?) {
            for item in items {
                let key = AnswerKey(item.id, instance: instance)
                guard shown.contains(key) else { continue }
                subjects.append(.answer(key))
                if lacking.contains(key) || response.evidence[key] != nil { subjects.append(.evidence(key)) }
            }
        }
        func add(_ section: Section) {
            guard let repetition = section.repetition else {
                add(section.items, nil)
                for section in section.sections { add(section) }
                return
            }
            let count = max(1, response.instances[section.id] ?? 1)
            let start = subjects.count
            for number in 1...count { add(section.items, number) }
            if subjects.count > start, count < repetition.most { subjects.append(.another(section.id, after: count)) }
        }
        for section in tool.sections { add(section) }
        guard asksForOverrides else { return subjects }
        for score in result.scores where score.score.isOverridable && (score.calculated != nil || score.override != nil)
        {
            subjects.append(.override(score.score.id))
            if score.override != nil { subjects.append(.reason(score.score.id)) }
        }
        return subjects
    }

    /// With saved answers, a repeated section is over where something behind it is answered.
    mutating func passOverEarlierInstances() {
        var isBehind = false
        for subject in subjects().reversed() {
            if case .another = subject {
                if isBehind { passed.insert(subject) }
            } else if !isOpen(subject) {
                isBehind = true
            }
        }
    }
}
