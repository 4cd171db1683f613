import CareTools
import DataFormats
import Diagnostics

/// Checks that the parts of a tool fit each other: that what is named is there, that nothing depends on itself, that all
/// can be reached.
struct ToolCheck {
    let tool: Tool
    let elements: ToolElements
    var faults: FaultList

    init(_ tool: Tool, _ elements: ToolElements, _ faults: FaultList) {
        self.tool = tool
        self.elements = elements
        self.faults = faults
    }

    /// Reports every fault.
    mutating func run() {
        for section in tool.sections { check(section, within: tool.ages) }
        for scale in tool.scales where !tool.items.contains(where: { $0.scale == scale.id }) {
            if let element = elements.scales[scale.id] {
                faults.add("no item has the scale '\(scale.id)'", at: element)
            }
        }
        checkAlone()
        checkAboutAge()
        for (owner, condition, element) in elements.conditions { check(condition, of: owner, at: element) }
        for score in tool.scores { checkInputs(of: score) }
        checkTargets()
        checkActions()
        checkModerations()
        checkSuggestions()
        checkVersions()
        // What depends on itself has no values to be reached.
        guard !findsLoops() else { return }
        for (_, condition, element) in elements.conditions { checkReach(of: condition, at: element) }
        for score in tool.scores where isWhole(score) { checkReach(of: score) }
    }

    // MARK: Sections and items

    private mutating func check(_ section: Section, within ages: AgeBand?) {
        for item in section.items {
            guard let element = elements.items[item.id] else { continue }
            check(item, at: element, within: ages)
        }
        for section in section.sections { check(section, within: ages) }
    }

    private mutating func check(_ item: Item, at element: XMLElement, within ages: AgeBand?) {
        if let id = item.scale, !tool.scales.contains(where: { $0.id == id }) {
            faults.add("there is no scale '\(id)'" + near(id, tool.scales.map(\.id)), at: element)
        }
        if let band = item.ages, !overlap(band, ages) {
            faults.add("the item is never asked: its ages are outside those of the tool", at: element)
        }
        let prompts = element.children("prompt")
        for (index, prompt) in item.prompts.enumerated() where prompts.indices.contains(index) {
            guard let band = prompt.ages else { continue }
            if !overlap(band, item.ages) || !overlap(band, ages) {
                faults.add("the prompt is never shown: its ages are outside those of the item", at: prompts[index])
            }
        }
        for (index, anchor) in item.anchors.enumerated() {
            let child = element.children("anchor")[index]
            if item.scale == nil {
                faults.add("an item without a scale has no anchors", at: child)
            } else if let scale = tool.scale(of: item), scale.option(anchor.code) == nil {
                faults.add(
                    "the scale '\(scale.id)' has no code '\(anchor.code)'"
                        + near(anchor.code, scale.options.map(\.code)),
                    at: child
                )
            }
        }
        let needsEvidence = tool.scale(of: item)?.options.contains(where: \.needsEvidence) ?? false
        if item.takesEvidence, item.scale == nil { faults.add("evidence goes with a scale", at: element) }
        if needsEvidence, !item.takesEvidence {
            faults.add(
                "the scale '\(item.scale ?? "")' asks for evidence, and the item takes none: add evidence=\"yes\"",
                at: element
            )
        }
    }

    /// An option can stand alone only where others could stand beside it.
    private mutating func checkAlone() {
        let several = Set(tool.items.filter { $0.kind == .choices }.compactMap(\.scale))
        for scale in tool.scales where !several.contains(scale.id) {
            for (option, child) in zip(scale.options, elements.scales[scale.id]?.children("option") ?? [])
            where option.standsAlone {
                faults.add(
                    "no item with type=\"choices\" has the scale '\(scale.id)', so every option stands alone",
                    at: child
                )
            }
        }
    }

    private func overlap(_ band: AgeBand, _ other: AgeBand?) -> Bool {
        guard let other else { return true }
        return (band.from ?? 0) <= (other.to ?? .max) && (other.from ?? 0) <= (band.to ?? .max)
    }

    /// An age can be asked for only where the day of birth stands above the questions.
    private mutating func checkAboutAge() {
        guard !tool.about.contains(where: { $0.name == .born }) else { return }
        let ageing =
            tool.items.first { $0.ages != nil || $0.prompts.contains { $0.ages != nil } }.flatMap {
                elements.items[$0.id]
            }
            ?? elements.conditions.first { if case .age = $0.condition { true } else { false } }?.element
        if let ageing { faults.add("ages are asked for, and <about> has no field 'born'", at: ageing) }
    }

    // MARK: What conditions and scores name

    private mutating func check(_ condition: Condition, of owner: ToolElements.Owner, at element: XMLElement) {
        for reference in ownReferences(of: condition) { checkExists(reference, at: element) }
        switch condition {
        case .isAnswered(let id, let code):
            guard let item = tool.item(id) else { return }
            guard let scale = tool.scale(of: item) else {
                if item.scale == nil { faults.add("'\(id.text)' has no codes: it is no choice", at: element) }
                return
            }
            if scale.option(code) == nil {
                faults.add("'\(id.text)' has no code '\(code)'" + near(code, scale.options.map(\.code)), at: element)
            }
        case .atLeast(.item(let id), _):
            if let item = tool.item(id), !item.isScorable { faults.add("'\(id.text)' has no value", at: element) }
        case .age(let band):
            if !overlap(band, tool.ages) { faults.add("no child of the tool's ages is in this band", at: element) }
        case .all(let parts): checkChoices(parts, at: element)
        case .any, .not, .answered, .atLeast(.score, _): break
        }
    }

    /// One choice cannot have two answers, nor one child two ages.
    private mutating func checkChoices(_ parts: [Condition], at element: XMLElement) {
        var codes: [ItemID: String] = [:]
        var band: AgeBand?
        for part in parts {
            if case .isAnswered(let id, let code) = part, tool.item(id)?.kind == .choice {
                if let other = codes.updateValue(code, forKey: id), other != code {
                    faults.add("it never holds: '\(id.text)' cannot be '\(other)' and '\(code)'", at: element)
                }
            }
            if case .age(let next) = part {
                if !overlap(next, band) { faults.add("it never holds: no age is in both bands", at: element) }
                band = next
            }
        }
    }

    /// What a condition names itself, not what the conditions in it name.
    private func ownReferences(of condition: Condition) -> [Reference] {
        switch condition {
        case .all, .any, .not, .age: []
        case .answered, .isAnswered, .atLeast: condition.references
        }
    }

    private mutating func checkExists(_ reference: Reference, at element: XMLElement) {
        switch reference {
        case .item(let id) where tool.item(id) == nil && !id.text.isEmpty:
            let known = tool.items.map(\.id.text) + tool.scores.map(\.id.text)
            let what = elements.sections[id.text] == nil ? "" : "; it is a section, which has no answer"
            faults.add(
                "there is no item or score '\(id.text)'" + (what.isEmpty ? near(id.text, known) : what),
                at: element
            )
        case .item, .score: break
        }
    }

    /// Whether everything that a score is made from is there.
    func isWhole(_ score: Score) -> Bool {
        score.inputs.allSatisfy { input in
            switch input.reference {
            case .item(let id): tool.item(id).map { $0.scale == nil || tool.scale(of: $0) != nil } ?? false
            case .score(let id): tool.score(id).map(isWhole) ?? false
            }
        }
    }

    /// Reports values that are put together though one end of them is the better one here and the worse one there.
    private mutating func checkPolarities(of score: Score, at element: XMLElement) {
        switch score.method {
        case .countOfCodes, .countAtLeast, .spread: return
        case .sum, .mean, .highest, .lowest, .modeWithCeiling, .weightedSum, .proratedSum, .shareOfMaximum,
            .shareOfRange:
            break
        }
        var seen: Polarity = .none
        // What is turned round is worded the other way, whatever its scale says.
        for (input, child) in zip(score.inputs, element.children("input"))
        where !input.weight.isZero && !input.isReversed {
            let own: Polarity? =
                switch input.reference {
                case .item(let id): tool.item(id)?.polarity
                case .score(let id): tool.score(id)?.polarity
                }
            guard let own, own != .none else { continue }
            if seen == .none { seen = own }
            if own != seen {
                faults.add(
                    "'\(input.reference.text)' is better where the inputs before it are worse: turn it round with reversed=\"yes\"",
                    at: child
                )
            }
        }
    }

    private mutating func checkInputs(of score: Score) {
        guard let element = elements.scores[score.id] else { return }
        checkPolarities(of: score, at: element)
        let inputs = element.children("input")
        for (index, input) in score.inputs.enumerated() where inputs.indices.contains(index) {
            let child = inputs[index]
            checkExists(input.reference, at: child)
            switch input.reference {
            case .item(let id):
                guard let item = tool.item(id) else { continue }
                if tool.reachableValues(of: item, by: score.method) == nil,
                    item.scale.map({ elements.scales[$0] != nil }) ?? true
                {
                    let isMany =
                        item.kind == .choices && tool.scale(of: item)?.options.contains { $0.value != nil } ?? false
                    let only = ": of several answers only highest, lowest, sum and count-of make one"
                    let what = if case .countOfCodes = score.method { "codes" } else { "value" }
                    faults.add("'\(id.text)' has no \(what)\(isMany ? only : "")", at: child)
                }
                if item.kind == .choices, input.isReversed || input.weight != 1 && !input.weight.isZero {
                    faults.add("several answers are neither turned round nor weighted", at: child)
                }
                if score.method == .shareOfMaximum, tool.reachableValues(of: item)?.lowest.isNegative ?? false {
                    faults.add("a share of the maximum has no values below 0", at: child)
                }
            case .score(let id):
                if input.isReversed { faults.add("a score is not turned round", at: child) }
                if score.method == .shareOfMaximum || score.method == .shareOfRange {
                    faults.add("a share is made of items, not of scores", at: child)
                }
                if case .countOfCodes = score.method {
                    faults.add("'\(id.text)' is a score and has no codes", at: child)
                }
            }
        }
        checkCodes(of: score, at: element)
        let most = score.inputs.reduce(0) { $0 + instances(of: $1) }
        if score.missing.minimum > most {
            faults.add("it never has a value: it needs \(score.missing.minimum) of \(most) inputs", at: element)
        }
    }

    private mutating func checkCodes(of score: Score, at element: XMLElement) {
        guard case .countOfCodes(let codes) = score.method else { return }
        let known = score.inputs.flatMap { input -> [String] in
            guard case .item(let id) = input.reference, let item = tool.item(id) else { return [] }
            return (tool.scale(of: item)?.options ?? []).filter { $0.kind == .answer }.map(\.code)
        }
        for code in codes where !known.isEmpty && !known.contains(code) {
            faults.add("no input has the code '\(code)'" + near(code, known), at: element)
        }
    }

    private func instances(of input: Score.Input) -> Int {
        if input.weight.isZero { return 0 }
        guard case .item(let id) = input.reference else { return 1 }
        return tool.sections.lazy.compactMap { $0.most(of: id) }.first ?? 1
    }

    func near(_ word: String, _ known: [String]) -> String {
        // A word of one or two letters is near to every other.
        word.utf8.count < 3
            ? "" : nearestWords(to: word, in: known, most: 1).first.map { "; did you mean '\($0)'?" } ?? ""
    }
}

extension Section {
    /// How many instances of an item there can be; `nil` where it stands elsewhere.
    fileprivate func most(of id: ItemID) -> Int? {
        guard allItems.contains(where: { $0.id == id }) else { return nil }
        return repetition?.most ?? sections.lazy.compactMap { $0.most(of: id) }.first ?? 1
    }
}
