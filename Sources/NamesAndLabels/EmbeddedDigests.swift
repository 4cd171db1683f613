import DataFormats

/// The digests of style sheets and scripts that a web page holds in its Content-Security-Policy.
enum EmbeddedDigests {
    private static let head = Array("sha256-".utf8)
    /// The letters of a digest of 32 bytes.
    private static let length = 44

    /// Returns the edits that make the digests anew for contents that other edits change.
    static func edits(_ embedded: [Range<Int>], _ edits: [TextEdit], in bytes: [UInt8]) -> [TextEdit] {
        let digests = digests(embedded, edits, in: bytes)
        guard !digests.isEmpty else { return [] }
        var made: [TextEdit] = []
        var index = 0
        while index + head.count + length <= bytes.count {
            let start = index + head.count
            guard bytes[index] == head[0], bytes[index..<start].elementsEqual(head) else {
                index += 1
                continue
            }
            let range = start..<start + length
            if let digest = digests[String(decoding: bytes[range], as: UTF8.self)] {
                made.append(TextEdit(range, digest))
            }
            index = start
        }
        return made
    }

    /// The digest after the edits for each digest before them.
    private static func digests(
        _ embedded: [Range<Int>],
        _ edits: [TextEdit],
        in bytes: [UInt8]
    ) -> [String: [UInt8]] {
        var digests: [String: [UInt8]] = [:]
        var rest = edits[...]
        for range in embedded {
            while let first = rest.first, first.range.upperBound <= range.lowerBound { rest.removeFirst() }
            var inside: [TextEdit] = []
            while let first = rest.first, first.range.upperBound <= range.upperBound {
                rest.removeFirst()
                let place = first.range.lowerBound - range.lowerBound
                inside.append(TextEdit(place..<place + first.range.count, first.replacement))
            }
            guard !inside.isEmpty else { continue }
            let content = Array(bytes[range])
            digests[SHA256(of: content).base64] = Array(SHA256(of: TextEdit.apply(inside, to: content)).base64.utf8)
        }
        return digests
    }
}
