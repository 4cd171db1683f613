import DataFormats

/// The digests of style sheets and scripts that a web page holds in its Content-Security-Policy.
enum EmbeddedDigests {
    /// Returns the edits that make the digests anew for contents that other edits change.
    static func edits(_ embedded: [Range<Int>], _ edits: [TextEdit], in bytes: [UInt8]) -> [TextEdit] {
        var digests: [TextEdit] = []
        var rest = edits[...]
        for range in embedded {
            rest = rest.drop { $0.range.upperBound <= range.lowerBound }
            let inside = rest.prefix { $0.range.upperBound <= range.upperBound }.map { edit in
                TextEdit(
                    edit.range.lowerBound - range.lowerBound..<edit.range.upperBound - range.lowerBound,
                    edit.replacement
                )
            }
            guard !inside.isEmpty else { continue }
            let content = Array(bytes[range])
            let before = Array("sha256-\(SHA256(of: content).base64)".utf8)
            let after = Array("sha256-\(SHA256(of: TextEdit.apply(inside, to: content)).base64)".utf8)
            // The policy stands in the head of the page, before what it is about.
            for place in places(of: before, in: bytes, before: range.lowerBound) {
                digests.append(TextEdit(place..<place + before.count, after))
            }
        }
        return digests
    }

    private static func places(of text: [UInt8], in bytes: [UInt8], before end: Int) -> [Int] {
        var places: [Int] = []
        var place = 0
        while place + text.count <= end {
            if bytes[place] == text[0], bytes[place..<place + text.count].elementsEqual(text) {
                places.append(place)
                place += text.count
            } else {
                place += 1
            }
        }
        return places
    }
}
