/// What a schema has against a document, with the value of the record taken out of the words.
///
///     Element 'CINreferralDate': 'last May' is not a valid value of the atomic type 'xs:date'.
struct SchemaMessage {
    /// The words without the value.
    let summary: String
    /// The value; `nil` where the words hold none.
    let value: String?

    /// The words before a value and the possible words behind it.
    private static let frames: [(before: String, after: [String])] = [
        (
            "The value '",
            [
                "' is not ", "' has a length ", "' has more ", "' has less ", "' is greater ", "' is less ",
                "' must be ",
                "' does not ",
            ]
        ),
        ("': '", ["' is not a valid value "]), ("key-sequence ['", ["'] "]),
    ]

    init(_ message: String) {
        for frame in Self.frames {
            guard let start = Self.firstEnd(of: frame.before, in: message[...]) else { continue }
            // The value may hold the same words: the last place counts.
            let ends = frame.after.compactMap { Self.lastStart(of: $0, in: message[start...]) }
            guard let end = ends.max() else { continue }
            summary = "\(message[..<start])…\(message[end...])"
            value = String(message[start..<end])
            return
        }
        summary = message
        value = nil
    }

    private static func firstEnd(of words: String, in text: Substring) -> String.Index? {
        text.indices.first { text[$0...].hasPrefix(words) }.map { text.index($0, offsetBy: words.count) }
    }

    private static func lastStart(of words: String, in text: Substring) -> String.Index? {
        text.indices.last { text[$0...].hasPrefix(words) }
    }
}
