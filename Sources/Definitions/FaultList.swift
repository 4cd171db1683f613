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
                place: Place(path: path, line: element.line)
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

    func throwIfAny() throws(DefinitionFaults) {
        guard !diagnostics.isEmpty else { return }
        throw DefinitionFaults(
            diagnostics.enumerated().sorted {
                ($0.element.place?.line ?? 0, $0.offset) < ($1.element.place?.line ?? 0, $1.offset)
            }.map(\.element)
        )
    }
}
