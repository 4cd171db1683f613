import DataFormats
import Diagnostics

/// Collects the faults of one definition, so that all are reported at once.
struct FaultList {
    let path: String
    private(set) var diagnostics: [Diagnostic] = []

    init(_ path: String) {
        self.path = path
    }

    mutating func add(_ summary: String, at element: XMLElement) {
        diagnostics.append(
            Diagnostic(
                id: "definition.fault",
                severity: .error,
                summary: summary,
                place: Place(path: path, line: element.line, column: element.column > 0 ? element.column : nil)
            )
        )
    }

    /// Reports child elements and attributes that the definition does not know.
    mutating func checkNames(of element: XMLElement, attributes: [String], children: [String]) {
        for attribute in element.attributes where !attributes.contains(attribute.name) {
            add("<\(element.name)> has no attribute '\(attribute.name)'", at: element)
        }
        for child in element.children where !children.contains(child.name) {
            add("<\(child.name)> cannot stand in <\(element.name)>", at: child)
        }
    }

    /// The value of an attribute that must be there; blank, with a fault, where it is not.
    mutating func attribute(_ name: String, of element: XMLElement) -> String {
        if let value = element[name], !value.isEmpty { return value }
        add("<\(element.name)> needs the attribute '\(name)'", at: element)
        return ""
    }

    /// Whether an attribute says "yes"; one that is not there says "no".
    mutating func flag(_ name: String, of element: XMLElement) -> Bool {
        switch element[name] {
        case "yes": return true
        case nil, "no": return false
        case let other?:
            add("\(name) is 'yes' or 'no', not '\(other)'", at: element)
            return false
        }
    }

    /// The value of an attribute that is one of a closed set; `nil`, with a fault, where it is another or is missing.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String,
        of element: XMLElement,
        as type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        let text = attribute(name, of: element)
        if let choice = Choice(rawValue: text) { return choice }
        if !text.isEmpty {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            add("\(name) is one of \(known), not '\(text)'", at: element)
        }
        return nil
    }

    /// The year that an attribute gives; `nil` where it is not there.
    mutating func year(_ name: String, of element: XMLElement) -> Int? {
        guard let text = element[name] else { return nil }
        if text.utf8.count == 4, let year = Int(text), (2000...2100).contains(year) { return year }
        add("\(name) is a year, not '\(text)'", at: element)
        return nil
    }

    /// The number that an attribute gives; the least that may be, with a fault, where it gives none within the range.
    mutating func number(_ name: String, of element: XMLElement, in range: ClosedRange<Int>) -> Int {
        let text = attribute(name, of: element)
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), range.contains(number) {
            return number
        }
        if !text.isEmpty {
            add("\(name) is a number from \(range.lowerBound) to \(range.upperBound), not '\(text)'", at: element)
        }
        return range.lowerBound
    }

    /// The one child element of a name; the element itself, with a fault, where there is none or there are several.
    mutating func child(_ name: String, of element: XMLElement) -> XMLElement {
        let found = element.children(name)
        if let child = found.first, found.count == 1 { return child }
        add("<\(element.name)> needs one <\(name)>", at: found.last ?? element)
        return found.first ?? element
    }

    func throwIfAny() throws(DefinitionFaults) {
        guard !diagnostics.isEmpty else { return }
        throw DefinitionFaults(
            diagnostics.enumerated().sorted {
                ($0.element.place?.line ?? 0, $0.offset) < ($1.element.place?.line ?? 0, $1.offset)
            }.map(\.element)
        )
    }
}
