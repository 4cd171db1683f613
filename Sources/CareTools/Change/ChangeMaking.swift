import CaseDates

/// Finds how each item and score has changed.
struct ChangeMaking {
    private let results: [Result]
    private let days: [CalendarDay]
    private let latest: Result
    private let layout: ToolLayout
    /// What each result calls an item or score of the latest definition.
    private let names: [IdentifierMapping]

    init(_ results: [Result], days: [CalendarDay], latest: Result) {
        self.results = results
        self.days = days
        self.latest = latest
        layout = ToolLayout(latest.tool)
        names = results.map { IdentifierMapping(from: latest.tool, to: $0.tool) }
    }

    // MARK: Items

    /// The items that have values or codes, without those of the table of targets.
    var items: [Change] {
        let layouts = results.map { ToolLayout($0.tool) }
        let shown = results.map { Set($0.shown) }
        let words = ToolWords(latest.tool)
        return latest.tool.items.compactMap { item in
            guard item.kind == .choice || item.isScorable,
                layout.repeatedSection(of: item.id) == nil
                    || layout.repeatedSection(of: item.id) != latest.tool.targets?.section
            else { return nil }
            let readings = results.indices.map { index -> Reading in
                self.reading(item.id.text, index) { name in
                    let id = ItemID(name)
                    guard let then = layouts[index].item(id) else { return nil }
                    guard layouts[index].repeatedSection(of: id) == nil else { return Reading(gap: .inList) }
                    return reading(then, of: results[index], isShown: shown[index].contains(AnswerKey(id)))
                }
            }
            return change(.item(item.id), title: words.title(of: AnswerKey(item.id)), readings, item.polarity)
        }
    }

    private func reading(_ item: Item, of result: Result, isShown: Bool) -> Reading {
        guard isShown else { return Reading(gap: .notAsked) }
        switch result.response.answers[AnswerKey(item.id)] {
        case .number(let number)?: return Reading(value: number)
        case .codes(let codes)?:
            let options = codes.compactMap { result.tool.scale(of: item)?.option($0) }
            if options.contains(where: { $0.kind == .notKnown }) { return Reading(gap: .notKnown) }
            if options.contains(where: { $0.kind == .notApplicable }) { return Reading(gap: .notApplicable) }
            let label = options.map(\.label).joined(separator: "; ")
            return Reading(value: options.first?.value, codes: codes, label: label)
        case .text?, .day?, .item?, nil: return Reading(gap: .notAnswered)
        }
    }

    // MARK: Scores

    /// The scores, each held against the items below it.
    func scores(over items: [Change]) -> [Change] {
        let byID = Dictionary(
            items.compactMap { change -> (ItemID, Change)? in
                if case .item(let id) = change.reference { (id, change) } else { nil }
            },
            uniquingKeysWith: { first, _ in first }
        )
        return latest.tool.scores.map { score in
            let readings = results.indices.map { index in reading(score.id, of: index) }
            var change = change(.score(score.id), title: score.title, readings, score.polarity)
            let below = latest.tool.itemsBelow(score)
            if below.contains(where: { layout.repeatedSection(of: $0) != nil }) {
                change.direction = .notComparable
                change.reason = "it rests on a list, and nothing says that its entries are of the same people"
                change.steps = change.steps.map { _ in .notComparable }
                change.isHeld = nil
                return change
            }
            hold(&change, against: below.compactMap { byID[$0] })
            return change
        }
    }

    private func reading(_ id: ScoreID, of index: Int) -> Reading {
        reading(id.text, index) { results[index].score(ScoreID($0)).map(reading) }
    }

    private func reading(_ score: ScoreResult) -> Reading {
        guard let value = score.value else { return Reading(gap: .noScore) }
        var reading = Reading(value: value)
        reading.isOverridden = score.override != nil
        reading.calculated = score.override == nil ? nil : score.calculated
        reading.band = score.band?.label
        return reading
    }

    /// A score that looks better or the same is mixed where an answer below it is worse or no longer known.
    private func hold(_ change: inout Change, against below: [Change]) {
        let hasBetterEnd = change.polarity != .none
        for item in below {
            guard case .item(let id) = item.reference, let first = item.readings.first, let last = item.readings.last
            else { continue }
            if item.direction == .worse, hasBetterEnd { change.worseBelow.append(id) }
            let (hadValue, hasValue) = (first.comparableValue != nil, last.comparableValue != nil)
            let isLost = hadValue && (last.gap == .notKnown || last.gap == .notAnswered)
            if isLost, hasBetterEnd { change.lostBelow.append(id) }
            if hadValue, last.gap == .notAsked || last.gap == .notApplicable { change.otherBasis.append(id) }
            if hasValue, !hadValue { change.otherBasis.append(id) }
        }
        // Where nothing is compared, its basis is no news either.
        if change.direction == .notComparable { change.otherBasis = [] }
        let isHidden = !change.worseBelow.isEmpty || !change.lostBelow.isEmpty
        if isHidden, change.direction == .improved || change.direction == .same { change.direction = .mixed }
        guard hasBetterEnd else { return }
        for index in change.steps.indices where change.steps[index] == .improved || change.steps[index] == .same {
            if below.contains(where: { $0.isWorseOrLost(at: index) }) { change.steps[index] = .mixed }
        }
        // What is mixed is no improvement, so none held.
        change.isHeld = change.direction == .mixed ? nil : isHeld(change.steps)
    }

    // MARK: Both

    /// What a result has by the name that the definitions give, else by the same name and not to be compared.
    private func reading(_ now: String, _ index: Int, _ read: (String) -> Reading?) -> Reading {
        if let reading = names[index].then(now).flatMap(read) { return reading }
        guard var reading = names[index].namesake(now).flatMap(read) else { return Reading(gap: .notInVersion) }
        if reading.gap == nil { reading.gap = .notSaidToBeTheSame }
        return reading
    }

    private func change(
        _ reference: Reference,
        title: String,
        _ readings: [Reading],
        _ polarity: Polarity
    ) -> Change {
        var change = Change(reference, title: title, readings: readings, polarity: polarity)
        guard let first = readings.first, let last = readings.last else { return change }
        change.reason = reason(readings)
        change.direction = change.reason == nil ? direction(first, last, polarity) : .notComparable
        change.steps = zip(readings, readings.dropFirst()).map { direction($0, $1, polarity) }
        change.isHeld = isHeld(change.steps)
        guard change.reason == nil else { return change }
        if let from = first.band, let to = last.band, from != to { change.bandsCrossed = [from, to] }
        if first.isOverridden || last.isOverridden {
            let values = [first, last].map { $0.isOverridden ? $0.calculated : $0.value }
            if let from = values[0], let to = values[1] { change.byRule = Direction(from: from, to: to, polarity) }
        }
        return change
    }

    /// Why the first and the latest cannot be compared; `nil` where they can.
    private func reason(_ readings: [Reading]) -> String? {
        let ends = [(readings.first, days.first, results.first), (readings.last, days.last, results.last)]
        let gaps = ends.compactMap { reading, day, result -> String? in
            guard let gap = reading?.gap else { return nil }
            switch gap {
            case .inList: return gap.words
            case .notSaidToBeTheSame: return gap.words
            case .notInVersion: return "\(gap.words) (\(result?.tool.id ?? "") \(result?.tool.version ?? ""))"
            case .notAnswered, .notKnown, .notApplicable, .notAsked, .noScore:
                return "\(gap.words) on \(day?.description ?? "")"
            }
        }
        guard !gaps.isEmpty else { return nil }
        return gaps.first == gaps.last ? gaps.first : gaps.joined(separator: "; ")
    }

    private func direction(_ first: Reading, _ second: Reading, _ polarity: Polarity) -> Direction {
        guard first.gap == nil, second.gap == nil else { return .notComparable }
        guard let from = first.value, let to = second.value else {
            return first.codes == second.codes ? .same : .changed
        }
        return Direction(from: from, to: to, polarity)
    }

    /// Whether the first improvement lasted through all later readings.
    private func isHeld(_ steps: [Direction]) -> Bool? {
        guard let better = steps.firstIndex(of: .improved), better + 1 < steps.count else { return nil }
        let later = steps[(better + 1)...]
        if later.contains(.worse) { return false }
        return later.contains(.notComparable) || later.contains(.mixed) ? nil : true
    }
}

extension Change {
    /// Whether an item is worse after a step than before it, or was known and is not any more.
    fileprivate func isWorseOrLost(at step: Int) -> Bool {
        let (before, after) = (readings[step], readings[step + 1])
        return steps[step] == .worse
            || before.comparableValue != nil && (after.gap == .notKnown || after.gap == .notAnswered)
    }
}

extension Tool {
    /// The items that a score rests on, through the scores between, in order and each once.
    func itemsBelow(_ score: Score) -> [ItemID] {
        var seen: Set<ItemID> = []
        return score.inputs.flatMap { input -> [ItemID] in
            if input.weight.isZero { return [] }
            switch input.reference {
            case .item(let id): return [id]
            case .score(let id): return self.score(id).map(itemsBelow) ?? []
            }
        }.filter { seen.insert($0).inserted }
    }
}
