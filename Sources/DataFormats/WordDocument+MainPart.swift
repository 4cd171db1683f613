extension WordDocument {
    private static let mainPartTypes: Set<String> = [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
    ]

    /// Returns where the main part of a document stands in its archive.
    ///
    /// - Parameter relationships: The part `_rels/.rels`.
    /// - Returns: The name of the entry, without a leading slash; `nil` when there is no main part inside the archive.
    /// - Throws: an ``XMLFault`` when the relationships are no XML.
    public static func mainPart(relationships: [UInt8]) throws(XMLFault) -> String? {
        var target: String?
        try XMLStream.read(ByteSource(relationships)) { (piece) throws(XMLFault) in
            guard target == nil, case .start(let tag) = piece, tag.name == "Relationship",
                tag["TargetMode"] != "External",
                let type = tag["Type"], mainPartTypes.contains(type)
            else { return }
            target = tag["Target"]
        }
        return target.flatMap(entryName)
    }

    /// A target of the root as the name of an entry, with its dots resolved.
    private static func entryName(_ target: String) -> String? {
        var parts: [Substring] = []
        for part in target.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }
}
