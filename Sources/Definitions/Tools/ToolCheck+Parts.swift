import CareTools
import DataFormats

extension ToolCheck {
    /// Checks that the targets stand in a repeated section, each in an item of its kind.
    mutating func checkTargets() {
        guard let targets = tool.targets, let element = elements.root.child("targets") else { return }
        guard let section = tool.sections.lazy.compactMap({ $0.section(targets.section) }).first else {
            return faults.add("there is no section '\(targets.section)'", at: element)
        }
        if section.repetition == nil { faults.add("the section of the targets is not repeated", at: element) }
        for (id, kind) in [
            (targets.item, "item"), (targets.current, "number or choice"), (targets.target, "number or choice"),
            (targets.by, "date"), (targets.actual, "number or choice"),
        ] {
            guard let item = section.allItems.first(where: { $0.id == id }) else {
                faults.add("the section '\(section.id)' has no item '\(id.text)'", at: element)
                continue
            }
            let fits =
                switch item.kind {
                case .itemOfTool: kind == "item"
                case .day: kind == "date"
                case .number, .choice: kind == "number or choice"
                case .choices, .text: false
                }
            if !fits { faults.add("'\(id.text)' must be of the type \(kind)", at: element) }
        }
    }

    /// Checks that the actions stand in a repeated section, each in an item of its kind, and that the state has the codes.
    mutating func checkActions() {
        guard let actions = tool.actions, let element = elements.root.child("actions") else { return }
        guard let section = tool.sections.lazy.compactMap({ $0.section(actions.section) }).first else {
            return faults.add("there is no section '\(actions.section)'", at: element)
        }
        if section.repetition == nil { faults.add("the section of the actions is not repeated", at: element) }
        for (id, kind) in [
            (actions.what, "text"), (actions.owner, "text or choice"), (actions.due, "date"), (actions.done, "date"),
            (actions.state, "choice"),
        ] {
            guard let item = section.allItems.first(where: { $0.id == id }) else {
                faults.add("the section '\(section.id)' has no item '\(id.text)'", at: element)
                continue
            }
            let fits =
                switch item.kind {
                case .text: kind.hasPrefix("text")
                case .day: kind == "date"
                case .choice: kind.hasSuffix("choice")
                case .choices, .number, .itemOfTool: false
                }
            if !fits { faults.add("'\(id.text)' must be of the type \(kind)", at: element) }
        }
        guard let state = tool.item(actions.state), let scale = tool.scale(of: state) else { return }
        for code in actions.closed + actions.waiting where scale.option(code) == nil {
            faults.add("the state '\(state.id.text)' has no code '\(code)'", at: element)
        }
    }

    /// Checks that the three judgements of a moderation are choices of one scale.
    mutating func checkModerations() {
        for (moderation, element) in zip(tool.moderations, elements.root.children("moderated")) {
            let ids = [moderation.first, moderation.second, moderation.agreed]
            let items = ids.compactMap { id in
                let item = tool.item(id)
                if item == nil {
                    faults.add("there is no item '\(id.text)'" + near(id.text, tool.items.map(\.id.text)), at: element)
                }
                return item
            }
            guard items.count == ids.count else { continue }
            if items.contains(where: { $0.kind != .choice }) || Set(items.map(\.scale)).count > 1 {
                faults.add("judgements that are moderated are choices of one scale", at: element)
            }
        }
    }

    /// Checks that the items of the decision and of what followed are there, and that the decision has the codes of the
    /// steps.
    mutating func checkSuggestions() {
        guard let suggestions = tool.suggestions, let element = elements.root.child("suggestions") else { return }
        for id in [suggestions.decision, suggestions.followed, suggestions.followedOn].compactMap(\.self)
        where tool.item(id) == nil {
            faults.add("there is no item '\(id.text)'" + near(id.text, tool.items.map(\.id.text)), at: element)
        }
        if let id = suggestions.decision, let item = tool.item(id) {
            let codes = tool.scale(of: item)?.options.map(\.code) ?? []
            if item.kind != .choice { faults.add("the decision '\(id.text)' is no choice", at: element) }
            for (step, child) in zip(suggestions.steps, element.children("step"))
            where item.kind == .choice && !codes.contains(step.code) {
                faults.add("the decision '\(id.text)' has no code '\(step.code)'", at: child)
            }
        }
        if let id = suggestions.followedOn, let item = tool.item(id) {
            if case .day = item.kind {} else { faults.add("'\(id.text)' must be of the type date", at: element) }
        }
    }

    /// Checks that what is compared with an earlier version is there now, and that no version is named twice.
    mutating func checkVersions() {
        let children = elements.root.children("comparable")
        var versions: Set = [tool.version]
        for (index, comparable) in tool.comparable.enumerated() where children.indices.contains(index) {
            if !versions.insert(comparable.version).inserted {
                faults.add("the version '\(comparable.version)' is the tool's own or stands twice", at: children[index])
            }
            for pair in comparable.pairs ?? []
            where tool.item(ItemID(pair.now)) == nil && tool.score(ScoreID(pair.now)) == nil {
                faults.add("there is no item or score '\(pair.now)'", at: children[index])
            }
        }
        for (index, id) in tool.followedBy.enumerated() where id == tool.id {
            faults.add("a tool is not followed by itself", at: elements.root.children("followed-by")[index])
        }
    }

    // MARK: Loops

    /// Reports what depends on itself: an item that its own answer shows, a score that is made from itself.
    ///
    /// - Returns: Whether anything does.
    mutating func findsLoops() -> Bool {
        var graph = DependencyGraph(tool)
        let loops = graph.loops()
        for loop in loops {
            let names = loop.map(\.text)
            guard let first = loop.first, let element = element(of: first) else { continue }
            faults.add(
                "'\(names[0])' depends on itself: " + (names + [names[0]]).joined(separator: ", then "),
                at: element
            )
        }
        return !loops.isEmpty
    }

    private func element(of reference: Reference) -> XMLElement? {
        switch reference {
        case .item(let id): elements.items[id]
        case .score(let id): elements.scores[id]
        }
    }

    // MARK: Reach

    /// Reports a value that cannot be reached.
    mutating func checkReach(of condition: Condition, at element: XMLElement) {
        guard case .atLeast(let reference, let least) = condition else { return }
        let values: ReachableValues? =
            switch reference {
            case .item(let id): tool.item(id).flatMap(tool.reachableValues)
            case .score(let id): tool.score(id).flatMap(tool.reachableValues)
            }
        guard let values, values.highest < least else { return }
        faults.add("it never holds: '\(reference.text)' is \(values.highest) at most", at: element)
    }

    /// Reports bands that leave out a value, share one or have none, and counts that can count nothing.
    mutating func checkReach(of score: Score) {
        guard let element = elements.scores[score.id], let values = tool.reachableValues(of: score) else { return }
        if values.highest > 1_000_000_000 || values.lowest < ExactNumber(-1_000_000_000) {
            faults.add("its values are too large", at: element)
        }
        if case .countAtLeast(let least) = score.method, !canReach(least, score) {
            faults.add("it counts nothing: no input is \(least) or more", at: element)
        }
        if let code = score.codeWithoutScore, let number = ExactNumber(code), values.holds(number) {
            faults.add("no-score-code \(code) is a value that the score can have", at: element)
        }
        let bands = zip(score.bands, element.children("band")).sorted { ($0.0.from, $0.0.to) < ($1.0.from, $1.0.to) }
        guard let first = bands.first else { return }
        if values.lowest < first.0.from {
            faults.add("no band has the value \(values.lowest), the lowest that can be reached", at: first.1)
        }
        var reached = first.0.to
        for (index, (band, child)) in bands.enumerated() {
            if (values.first(.from, band.from).map { $0 > band.to }) ?? true {
                faults.add("no value of the score is from \(band.from) to \(band.to)", at: child)
            }
            guard index > 0 else { continue }
            if band.from <= reached {
                faults.add("the value \(band.from) has two bands", at: child)
            } else if let missed = values.first(.above, reached), missed < band.from {
                faults.add("no band has the value \(missed)", at: child)
            }
            reached = max(reached, band.to)
        }
        if let last = bands.last, values.highest > reached {
            faults.add("no band has the value \(values.highest), the highest that can be reached", at: last.1)
        }
    }

    private func canReach(_ least: ExactNumber, _ score: Score) -> Bool {
        score.inputs.contains { input in
            let values: ReachableValues? =
                switch input.reference {
                case .item(let id): tool.item(id).flatMap { tool.reachableValues(of: $0, by: score.method) }
                case .score(let id): tool.score(id).flatMap(tool.reachableValues)
                }
            return values.map { $0.highest >= least } ?? false
        }
    }
}

extension Section {
    fileprivate func section(_ id: String) -> Section? {
        self.id == id ? self : sections.lazy.compactMap { $0.section(id) }.first
    }
}
