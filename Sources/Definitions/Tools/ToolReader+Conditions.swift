import CareTools
import DataFormats

extension ToolReader {
    /// The condition in the `when` of an element; `nil` where it has none.
    mutating func condition(of element: XMLElement, owner: ToolElements.Owner) -> Condition? {
        let found = element.children("when")
        guard let when = found.first else { return nil }
        if found.count > 1 { faults.add("<when> may stand once", at: found[1]) }
        faults.checkNames(
            of: when,
            attributes: [],
            children: ["all", "any", "not", "answered", "is", "at-least", "age"]
        )
        guard let child = when.children.first, when.children.count == 1 else {
            faults.add("<when> holds one condition", at: when)
            return nil
        }
        return condition(child, owner)
    }

    private mutating func condition(_ element: XMLElement, _ owner: ToolElements.Owner) -> Condition? {
        let condition: Condition? =
            switch element.name {
            case "all", "any", "not": combined(element, owner)
            case "answered": answered(element)
            case "is": isAnswered(element)
            case "at-least": atLeast(element)
            case "age": age(element)
            default: nil
            }
        if let condition { elements.conditions.append((owner, condition, element)) }
        return condition
    }

    private mutating func combined(_ element: XMLElement, _ owner: ToolElements.Owner) -> Condition? {
        faults.checkNames(
            of: element,
            attributes: [],
            children: ["all", "any", "not", "answered", "is", "at-least", "age"]
        )
        let parts = element.children.compactMap { condition($0, owner) }
        if element.name == "not" {
            if element.children.count != 1 { faults.add("<not> holds one condition", at: element) }
            return parts.first.map(Condition.not)
        }
        if element.children.isEmpty { faults.add("<\(element.name)> holds at least one condition", at: element) }
        return element.name == "all" ? .all(parts) : .any(parts)
    }

    private mutating func answered(_ element: XMLElement) -> Condition {
        faults.checkNames(of: element, attributes: ["ref"], children: [])
        return .answered(ItemID(faults.attribute("ref", of: element)))
    }

    private mutating func isAnswered(_ element: XMLElement) -> Condition {
        faults.checkNames(of: element, attributes: ["ref", "code"], children: [])
        return .isAnswered(
            ItemID(faults.attribute("ref", of: element)),
            code: faults.attribute("code", of: element)
        )
    }

    /// Whether it means an item or a score is told when all of them are known.
    private mutating func atLeast(_ element: XMLElement) -> Condition {
        faults.checkNames(of: element, attributes: ["ref", "value"], children: [])
        let id = faults.attribute("ref", of: element)
        if element["value"] == nil { faults.add("<at-least> needs the attribute 'value'", at: element) }
        return .atLeast(reference(id), decimal("value", of: element) ?? 0)
    }

    private mutating func age(_ element: XMLElement) -> Condition {
        faults.checkNames(of: element, attributes: ["from", "to"], children: [])
        guard let band = ages(of: element, from: "from", to: "to") else {
            faults.add("<age> needs 'from' or 'to'", at: element)
            return .age(AgeBand(from: nil, to: nil))
        }
        return .age(band)
    }

    /// What an identifier means: a score where the document has one of that name, else an item.
    func reference(_ id: String) -> Reference {
        root.children("score").contains { $0["id"] == id } ? .score(ScoreID(id)) : .item(ItemID(id))
    }
}
