/// The parts of an Office file and what they point at, as ECMA-376 part 2 has it.
struct OfficePackage: Sendable {
    let archive: ZipArchive

    /// More targets than one part points at.
    private static let mostRelationships = 100_000

    /// Where one part points.
    struct Relationship: Sendable, Hashable {
        let id: String
        /// The last word of the type, in lower case: both sets of namespaces end alike.
        let type: String
        /// The name of the part in the archive; `nil` when the target is outside it.
        let part: String?
    }

    /// Returns what a part points at; that of the whole package for an empty name.
    func relationships(of part: String) throws(OfficePackageFault) -> [Relationship] {
        let (folder, name) = Self.split(part)
        guard let bytes = try bytes(of: folder + "_rels/" + name + ".rels") else { return [] }
        var found: [Relationship] = []
        do throws(XMLFault) {
            try XMLPath.read(bytes) { (path, tag) throws(XMLFault) in
                guard path == ["Relationships", "Relationship"] else { return }
                guard found.count < Self.mostRelationships else {
                    throw XMLFault(message: "too many relationships", line: tag.line, column: 0)
                }
                if let relationship = relationship(tag, folder: folder) { found.append(relationship) }
            }
        } catch {
            throw .brokenXML(error)
        }
        return found
    }

    /// The part that the package is about, as its relationships have it; `nil` when they name none that is there.
    var mainPart: String? {
        let main = (try? relationships(of: ""))?.first { $0.type == "officedocument" }?.part
        return main.flatMap { archive.contains($0) ? $0 : nil }
    }

    /// Returns the content of a part; `nil` when there is none of that name.
    func bytes(of part: String) throws(OfficePackageFault) -> [UInt8]? {
        do throws(ArchiveFault) {
            return try archive.bytes(of: part)
        } catch {
            throw .archive(error)
        }
    }

    /// Returns the name of the first part whose content type ends so; `nil` also when the list of types is broken.
    func part(ofContentType isWanted: (String) -> Bool) -> String? {
        guard let bytes = try? archive.bytes(of: "[Content_Types].xml") else { return nil }
        var found: String?
        // What stands before a fault is as good as the rest: the list is a second way, taken when the first leads nowhere.
        try? XMLPath.read(bytes) { (path, tag) throws(XMLFault) in
            guard found == nil, path == ["Types", "Override"], let type = tag["ContentType"],
                isWanted(type.lowercased()),
                let name = tag["PartName"]
            else { return }
            found = resolved(name, from: "").flatMap { archive.contains($0) ? $0 : nil }
        }
        return found
    }

    private func relationship(_ tag: XMLTag, folder: String) -> Relationship? {
        guard let id = tag["Id"], let type = tag["Type"], let target = tag["Target"] else { return nil }
        let isOutside = tag["TargetMode"]?.lowercased() == "external"
        return Relationship(
            id: id,
            type: type.split(separator: "/").last.map { $0.lowercased() } ?? "",
            part: isOutside ? nil : resolved(target, from: folder)
        )
    }

    /// The folder of a part, with its last slash, and the rest.
    private static func split(_ part: String) -> (folder: String, name: String) {
        guard let slash = part.lastIndex(of: "/") else { return ("", part) }
        return (String(part[...slash]), String(part[part.index(after: slash)...]))
    }

    /// The name of a part by a target such as `worksheets/sheet1.xml`, `/xl/styles.xml` or `../media/a%20b.png`.
    ///
    /// The archive should hold names as targets are written; some programs put them in without `%20`.
    private func resolved(_ target: String, from folder: String) -> String? {
        let path = target.prefix { $0 != "#" && $0 != "?" }
        guard let name = Self.joined(String(path), to: folder) else { return nil }
        if archive.contains(name) { return name }
        guard let decoded = Self.joined(Self.decoded(path), to: folder), archive.contains(decoded) else { return name }
        return decoded
    }

    private static func joined(_ target: String, to folder: String) -> String? {
        let plain = String(target.map { $0 == "\\" ? "/" : $0 })
        var steps: [Substring] = []
        let whole = plain.first == "/" ? plain : folder + plain
        for step in whole.split(separator: "/") where step != "." {
            if step == ".." {
                guard steps.popLast() != nil else { return nil }
            } else {
                steps.append(step)
            }
        }
        return steps.isEmpty ? nil : steps.joined(separator: "/")
    }

    /// A target with `%20` and its like decoded; as it is when that gives no text.
    private static func decoded(_ target: Substring) -> String {
        guard target.utf8.contains(UInt8(ascii: "%")) else { return String(target) }
        var bytes: [UInt8] = []
        var rest = Array(target.utf8)[...]
        while let byte = rest.popFirst() {
            let figures = rest.prefix(2)
            if byte == UInt8(ascii: "%"), figures.count == 2, figures.first != UInt8(ascii: "+"),
                let value = UInt8(String(decoding: figures, as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self) ?? String(target)
    }
}
