import CareTools
import DataFormats

extension ToolReader {
    private static let methods = [
        "sum", "mean", "highest", "lowest", "mode-with-ceiling", "count-of", "weighted-sum", "prorated-sum",
        "share-of-maximum", "share-of-range", "spread",
    ]

    private static let weightedMethods: Set = [
        "mean", "weighted-sum", "prorated-sum", "share-of-maximum", "share-of-range",
    ]

    mutating func score(_ element: XMLElement) -> Score {
        let order = ["note", "input", "band"]
        faults.checkNames(
            of: element,
            attributes: [
                "id", "title", "level", "method", "polarity", "ceiling", "ties", "codes", "at-least", "missing",
                "minimum", "minimum-share", "no-score-code", "places", "rounding", "overridable",
            ],
            children: order
        )
        checkOrder(of: element, order)
        let id = ownIdentifier(of: element)
        claim(id, element)
        elements.scores[ScoreID(id)] = element
        var score = Score(
            id: ScoreID(id),
            title: faults.attribute("title", of: element),
            method: method(of: element),
            polarity: faults.choice("polarity", of: element, as: Polarity.self) ?? .none,
            inputs: inputs(of: element)
        )
        if element["level"] != nil { score.level = faults.choice("level", of: element, as: Score.Level.self) ?? .score }
        score.missing = missing(of: element)
        score.rounding = rounding(of: element)
        score.isOverridable = faults.flag("overridable", of: element)
        score.codeWithoutScore = element["no-score-code"]
        score.notes = paragraphs("note", of: element)
        score.bands = element.children("band").map { band($0) }
        return score
    }

    private mutating func method(of element: XMLElement) -> ScoreMethod {
        let name = faults.attribute("method", of: element)
        if !name.isEmpty, !Self.methods.contains(name) {
            faults.add("method is one of \(Self.methods.joined(separator: ", ")), not '\(name)'", at: element)
        }
        for (attribute, wanted) in [
            ("ceiling", "mode-with-ceiling"), ("ties", "mode-with-ceiling"), ("codes", "count-of"),
            ("at-least", "count-of"),
        ] where element[attribute] != nil && name != wanted {
            faults.add("'\(attribute)' goes with the method '\(wanted)'", at: element)
        }
        switch name {
        case "mean": return .mean
        case "highest": return .highest
        case "lowest": return .lowest
        case "mode-with-ceiling": return mode(element)
        case "count-of": return count(element)
        case "weighted-sum": return .weightedSum
        case "prorated-sum": return .proratedSum
        case "share-of-maximum": return .shareOfMaximum
        case "share-of-range": return .shareOfRange
        case "spread": return .spread
        default: return .sum
        }
    }

    private mutating func mode(_ element: XMLElement) -> ScoreMethod {
        if element["ceiling"] == nil { faults.add("the method 'mode-with-ceiling' needs 'ceiling'", at: element) }
        if element.children("note").isEmpty {
            faults.add("the method 'mode-with-ceiling' needs a <note> with the reason for its ties", at: element)
        }
        return .modeWithCeiling(
            ceiling: decimal("ceiling", of: element) ?? 0,
            ties: faults.choice("ties", of: element, as: ScoreMethod.Ties.self) ?? .highestMode
        )
    }

    private mutating func count(_ element: XMLElement) -> ScoreMethod {
        let codes = element["codes"].map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        if (codes == nil) == (element["at-least"] == nil) {
            faults.add("the method 'count-of' needs either 'codes' or 'at-least'", at: element)
        }
        if let codes {
            if codes.isEmpty { faults.add("'codes' names no code", at: element) }
            return .countOfCodes(codes)
        }
        return .countAtLeast(decimal("at-least", of: element) ?? 0)
    }

    private mutating func inputs(of element: XMLElement) -> [Score.Input] {
        let isWeighted = Self.weightedMethods.contains(element["method"] ?? "")
        var inputs: [Score.Input] = []
        for child in element.children("input") {
            faults.checkNames(of: child, attributes: ["ref", "weight", "reversed"], children: [])
            let weight = decimal("weight", of: child) ?? 1
            if weight.isNegative { faults.add("a weight is not negative", at: child) }
            if weight > 1000 { faults.add("a weight is 1000 at most", at: child) }
            if weight != 1, !weight.isZero, !isWeighted {
                faults.add("the method '\(element["method"] ?? "")' takes no weights but 0", at: child)
            }
            let input = Score.Input(
                reference(faults.attribute("ref", of: child)),
                weight: weight,
                isReversed: faults.flag("reversed", of: child)
            )
            if inputs.contains(where: { $0.reference == input.reference }) {
                faults.add("'\(input.reference.text)' is an input twice", at: child)
            }
            inputs.append(input)
        }
        if inputs.isEmpty { faults.add("a score needs an input", at: element) }
        if !inputs.isEmpty, inputs.allSatisfy(\.weight.isZero) { faults.add("every weight is 0", at: element) }
        return inputs
    }

    private mutating func missing(of element: XMLElement) -> MissingPolicy {
        var policy = MissingPolicy()
        switch element["missing"] {
        case nil, "leave-out": break
        case "refuse": policy.refusesAny = true
        case let other?: faults.add("missing is 'leave-out' or 'refuse', not '\(other)'", at: element)
        }
        if element["minimum"] != nil { policy.minimum = faults.number("minimum", of: element, in: 1...1000) }
        if let share = decimal("minimum-share", of: element) {
            if share.isNegative || share.isZero || share > 1 {
                faults.add("minimum-share is above 0 and 1 at most", at: element)
            }
            policy.minimumShare = share
        }
        if policy.refusesAny, element["minimum"] != nil || element["minimum-share"] != nil {
            faults.add("where one missing input is enough, there is no minimum", at: element)
        }
        return policy
    }

    private mutating func rounding(of element: XMLElement) -> Rounding {
        var rounding = Rounding()
        if element["places"] != nil { rounding.places = faults.number("places", of: element, in: 0...6) }
        if element["rounding"] != nil {
            rounding.mode = faults.choice("rounding", of: element, as: Rounding.Mode.self) ?? .halfUp
        }
        return rounding
    }

    private mutating func band(_ element: XMLElement) -> Score.Band {
        faults.checkNames(of: element, attributes: ["from", "to", "label", "response"], children: [])
        for name in ["from", "to"] where element[name] == nil {
            faults.add("<band> needs the attribute '\(name)'", at: element)
        }
        let band = Score.Band(
            from: decimal("from", of: element) ?? 0,
            to: decimal("to", of: element) ?? 0,
            label: faults.attribute("label", of: element),
            response: element["response"] ?? ""
        )
        if band.to < band.from { faults.add("a band ends before it begins", at: element) }
        return band
    }

    // MARK: Alerts and steps

    mutating func alert(_ element: XMLElement) -> Alert {
        faults.checkNames(of: element, attributes: ["id", "title"], children: ["text", "when"])
        let id = identifier(of: element)
        if elements.alerts.updateValue(element, forKey: id) != nil {
            faults.add("there are two alerts '\(id)'", at: element)
        }
        return Alert(
            id: id,
            title: faults.attribute("title", of: element),
            text: paragraphs("text", of: element, atLeastOne: true),
            condition: neededCondition(of: element, owner: .alert(id))
        )
    }

    mutating func suggestions(_ element: XMLElement) -> Suggestions {
        faults.checkNames(of: element, attributes: ["decision", "followed", "followed-on"], children: ["step"])
        var steps: [Suggestions.Step] = []
        for child in element.children("step") {
            faults.checkNames(of: child, attributes: ["code", "title"], children: ["text", "rule", "when"])
            let code = identifier(of: child, attribute: "code")
            if steps.contains(where: { $0.code == code }) { faults.add("the code '\(code)' stands twice", at: child) }
            steps.append(
                Suggestions.Step(
                    code: code,
                    title: faults.attribute("title", of: child),
                    text: paragraphs("text", of: child),
                    rule: paragraphs("rule", of: child),
                    condition: neededCondition(of: child, owner: .step(code))
                )
            )
        }
        if steps.isEmpty { faults.add("<suggestions> needs a <step>", at: element) }
        return Suggestions(
            steps: steps,
            decision: element["decision"].map { ItemID($0) },
            followed: element["followed"].map { ItemID($0) },
            followedOn: element["followed-on"].map { ItemID($0) }
        )
    }

    private mutating func neededCondition(of element: XMLElement, owner: ToolElements.Owner) -> Condition {
        let before = faults.diagnostics.count
        if let condition = condition(of: element, owner: owner) { return condition }
        if faults.diagnostics.count == before { faults.add("<\(element.name)> needs a <when>", at: element) }
        return .all([])
    }
}
