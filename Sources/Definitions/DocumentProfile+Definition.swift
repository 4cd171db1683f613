import DataFormats
public import Exports  // It makes the profile of a document.

extension DefinitionSource {
    /// Reads the profile of a document, such as `exports/profiles/legal-gateway.xml`.
    ///
    /// - Throws: ``DefinitionFaults`` with all faults: unknown elements, kinds of section and columns, and a section
    ///   that needs columns and has none.
    public func profile(_ id: String) throws(DefinitionFaults) -> DocumentProfile {
        let path = "exports/profiles/\(id).xml"
        let root = try root(at: path, named: "document")
        var faults = FaultList(path)
        faults.checkNames(of: root, attributes: ["id", "title", "marking"], children: ["authority", "section"])
        for attribute in ["id", "title", "marking"] where root[attribute] == nil {
            faults.add("<document> has no '\(attribute)'", at: root)
        }
        if let named = root["id"], named != id { faults.add("the id is '\(named)' in the file of '\(id)'", at: root) }
        for element in root.children("authority") {
            faults.checkNames(of: element, attributes: [], children: ["agency", "not-involvement"])
        }
        var sections: [DocumentProfile.Section] = []
        for element in root.children("section") {
            if let section = Self.section(element, &faults) { sections.append(section) }
        }
        try faults.throwIfAny()
        return DocumentProfile(
            id: id,
            title: root["title"] ?? "",
            marking: root["marking"] ?? "",
            authorityNames: root.children("authority").flatMap { $0.children("agency") }.map { $0.text.lowercased() },
            notInvolvement: root.children("authority").flatMap { $0.children("not-involvement") }.map(\.text),
            sections: sections
        )
    }

    private static func section(_ element: XMLElement, _ faults: inout FaultList) -> DocumentProfile.Section? {
        typealias Kind = DocumentProfile.Section.Kind
        typealias Column = DocumentProfile.Column
        faults.checkNames(of: element, attributes: ["kind", "heading"], children: ["column", "p"])
        guard let kind = element["kind"].flatMap(Kind.init(rawValue:)) else {
            faults.add(
                "the kind of a section is one of \(Kind.allCases.map(\.rawValue).joined(separator: ", "))",
                at: element
            )
            return nil
        }
        guard let heading = element["heading"], !heading.isEmpty else {
            faults.add("a section needs a heading", at: element)
            return nil
        }
        var columns: [Column] = []
        for column in element.children("column") {
            faults.checkNames(of: column, attributes: ["field", "heading"], children: [])
            guard let field = column["field"].flatMap(Column.Field.init(rawValue:)), let heading = column["heading"],
                !heading.isEmpty
            else {
                faults.add(
                    "a column needs a heading and a field: one of \(Column.Field.allCases.map(\.rawValue).joined(separator: ", "))",
                    at: column
                )
                continue
            }
            columns.append(Column(field: field, heading: heading))
        }
        if [.chronology, .children, .undated].contains(kind), !columns.contains(where: { $0.field == .date }) {
            faults.add("a section of events needs its columns, the date among them", at: element)
        }
        return DocumentProfile.Section(
            kind: kind,
            heading: heading,
            paragraphs: element.children("p").map { $0.text.split { $0.isWhitespace }.joined(separator: " ") },
            columns: columns
        )
    }
}
