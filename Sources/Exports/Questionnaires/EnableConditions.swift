import CareTools

/// Puts the conditions of a tool into what `enableWhen` of FHIR R4 can ask.
///
/// A condition is true, false or open. What is asked here is whether it is true; "not" is pushed down to the answers,
/// where every test also asks that there is an answer. What a form cannot ask, such as most scores, counts as true: it
/// shows too much rather than too little, and what does not apply is not scored.
struct EnableConditions {
    private let tool: Tool
    private let places: [ItemID: Place]
    private var exactness: [ItemID: Bool] = [:]

    /// Where an item stands.
    private struct Place {
        let item: Item
        let number: Int
        let repeatedSection: String?
        let conditions: [Condition]
    }

    /// What a form can ask, and whether that is all of the condition.
    struct Asked {
        var enabling: Enabling
        var isExact: Bool
    }

    init(_ tool: Tool) {
        self.tool = tool
        var places: [ItemID: Place] = [:]
        func add(_ section: Section, _ conditions: [Condition], _ repeated: String?) {
            let conditions = conditions + [section.condition].compactMap(\.self)
            let repeated = section.repetition == nil ? repeated : section.id
            for item in section.items {
                places[item.id] = Place(
                    item: item,
                    number: places.count,
                    repeatedSection: repeated,
                    conditions: conditions + Self.conditions(of: item)
                )
            }
            for section in section.sections { add(section, conditions, repeated) }
        }
        for section in tool.sections { add(section, [], nil) }
        self.places = places
    }

    /// The conditions that an item has itself.
    static func conditions(of item: Item) -> [Condition] {
        [item.ages.map(Condition.age), item.condition].compactMap(\.self)
    }

    /// What a form can ask of conditions that must all be true, of an item or, where it is `nil`, of a section.
    mutating func asked(_ conditions: [Condition], of item: ItemID?) -> Asked {
        var translation = EnableTranslation(tool: tool)
        let whole = Enabling.all(conditions.map { enabling($0, is: true, from: item, &translation) })
        guard whole.clauses != nil else { return Asked(enabling: .always, isExact: false) }
        return Asked(enabling: whole, isExact: translation.isExact)
    }

    private mutating func enabling(
        _ condition: Condition,
        is wanted: Bool,
        from item: ItemID?,
        _ translation: inout EnableTranslation
    ) -> Enabling {
        switch condition {
        case .all(let parts):
            let made = parts.map { enabling($0, is: wanted, from: item, &translation) }
            return wanted ? .all(made) : .any(made)
        case .any(let parts):
            let made = parts.map { enabling($0, is: wanted, from: item, &translation) }
            return wanted ? .any(made) : .all(made)
        case .not(let part): return enabling(part, is: !wanted, from: item, &translation)
        case .answered(let id):
            guard let asked = reachable(id, from: item) else { return translation.notAsked() }
            return translation.answered(asked, is: wanted, mayBeShownTooOften: !isExact(id))
        case .isAnswered(let id, let code):
            guard let asked = reachable(id, from: item) else { return translation.notAsked() }
            return translation.isAnswered(asked, code, is: wanted)
        case .atLeast(.item(let id), let least):
            guard let asked = reachable(id, from: item) else { return translation.notAsked() }
            return translation.value(of: asked, isAtLeast: least, is: wanted)
        case .atLeast(.score(let id), let least):
            guard let score = tool.score(id) else { return translation.notAsked() }
            return self.score(score, isAtLeast: least, is: wanted, &translation)
        case .age(let band): return translation.age(band, is: wanted)
        }
    }

    /// The item whose answer a form finds when it looks from another; `nil` where it would find that of another
    /// instance, or only one of several.
    private func reachable(_ id: ItemID, from item: ItemID?) -> Item? {
        guard let place = places[id] else { return nil }
        guard let section = place.repeatedSection else { return place.item }
        guard let item, let other = places[item], other.repeatedSection == section, place.number < other.number else {
            return nil
        }
        return place.item
    }

    /// Whether a form shows an item exactly when it is to be shown.
    private mutating func isExact(_ id: ItemID) -> Bool {
        if let known = exactness[id] { return known }
        // While it is not known, as in a definition that goes in a circle, it is taken for not exact.
        exactness[id] = false
        guard let place = places[id] else { return false }
        let isExact = asked(place.conditions, of: id).isExact
        exactness[id] = isExact
        return isExact
    }

    private mutating func score(
        _ score: Score,
        isAtLeast least: ExactNumber,
        is wanted: Bool,
        _ translation: inout EnableTranslation
    ) -> Enabling {
        var inputs: [EnableTranslation.ScoreInput] = []
        for input in score.inputs where !input.weight.isZero {
            guard case .item(let id) = input.reference, let item = reachable(id, from: nil) else {
                return translation.notAsked()
            }
            inputs.append(.init(item: item, isReversed: input.isReversed, mayBeShownTooOften: !isExact(id)))
        }
        return translation.score(score, of: inputs, isAtLeast: least, is: wanted)
    }
}
