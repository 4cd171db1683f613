import DataFormats
import Diagnostics

/// Where definitions come from: a folder that the user names, and what is built in for the rest.
public struct DefinitionSource: Sendable {
    /// The bytes of a file that replaces a built-in one, by its path in the package.
    private let replacements: [String: [UInt8]]
    /// Where the user has the files that replace built-in ones, by their paths in the package, by which faults name them.
    public let paths: [String: String]

    /// Makes a source; without replacements everything is built in.
    public init(replacements: [String: [UInt8]] = [:], paths: [String: String] = [:]) {
        self.replacements = replacements
        self.paths = paths
    }

    /// Returns a file by its path in the package, such as `tools-definitions/headings.xml`.
    ///
    /// - Throws: ``DefinitionFaults`` when there is none.
    func bytes(at path: String) throws(DefinitionFaults) -> [UInt8] {
        if let bytes = replacements[path] ?? BuiltInFile.bytes(at: path) { return bytes }
        throw DefinitionFaults([
            Diagnostic(
                id: "definition.missing",
                severity: .error,
                summary: "there is no such definition",
                place: Place(path: path)
            )
        ])
    }

    /// The paths of all files of a folder, built in or given, in the order of their bytes.
    func paths(under folder: String) -> [String] {
        Set(
            (replacements.keys.filter { $0.hasPrefix(folder) } + BuiltInFile.paths(under: folder))
                .filter { $0.hasSuffix(".xml") }
        )
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Whether any file of a folder is given in place of a built-in one, or beside them.
    public func replacesAny(under folder: String) -> Bool {
        replacements.keys.contains { $0.hasPrefix(folder) }
    }

    /// Returns the root of a definition in XML.
    ///
    /// - Throws: ``DefinitionFaults`` when it is not well-formed, or is something else.
    func root(at path: String, named name: String) throws(DefinitionFaults) -> XMLElement {
        let bytes = try bytes(at: path)
        let root: XMLElement
        do throws(XMLFault) {
            root = try XMLElement(parsing: bytes)
        } catch {
            let place = Place(of: error, in: path)
            throw DefinitionFaults([
                Diagnostic(id: "definition.xml", severity: .error, summary: error.message, place: place)
            ])
        }
        guard root.name == name, root.namespace == "urn:child-impact:definitions:1" else {
            let summary = "the document is not a <\(name)> of urn:child-impact:definitions:1"
            throw DefinitionFaults([
                Diagnostic(
                    id: "definition.root",
                    severity: .error,
                    summary: summary,
                    place: Place(path: path, line: root.line)
                )
            ])
        }
        return root
    }

    /// Returns the style sheet of documents.
    ///
    /// - Throws: ``DefinitionFaults`` when it is no valid UTF-8.
    public func style() throws(DefinitionFaults) -> String { try text(at: "exports/styles/document.css") }

    /// Returns the style sheet of results and comparisons: that of documents, and what they need besides.
    ///
    /// - Throws: ``DefinitionFaults`` when it is no valid UTF-8.
    public func resultStyle() throws(DefinitionFaults) -> String {
        try style() + text(at: "exports/styles/result.css")
    }

    /// Returns the style sheet of reports: that of documents, and what they need besides.
    ///
    /// - Throws: ``DefinitionFaults`` when it is no valid UTF-8.
    public func reportStyle() throws(DefinitionFaults) -> String {
        try style() + text(at: "exports/styles/report.css")
    }

    /// Returns a style sheet or script.
    ///
    /// - Throws: ``DefinitionFaults`` when it is no valid UTF-8.
    func text(at path: String) throws(DefinitionFaults) -> String {
        guard let text = String(validating: try bytes(at: path), as: UTF8.self) else {
            throw DefinitionFaults([
                Diagnostic(
                    id: "definition.text",
                    severity: .error,
                    summary: "the file is not UTF-8",
                    place: Place(path: path)
                )
            ])
        }
        return text
    }
}
