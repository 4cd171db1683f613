import DataFormats

/// What a key holds of one paper: how to make the bytes that it had.
struct KeyRecord: Sendable {
    /// Bytes of the finished text, and what stood there.
    struct Edit: Sendable, Hashable {
        let offset: Int
        let length: Int
        let original: [UInt8]

        /// Returns the edits that undo others; `nil` when what they replaced is no text.
        static func undoing(_ edits: [TextEdit], in text: [UInt8]) -> [Edit]? {
            var shift = 0
            var undo: [Edit] = []
            for edit in edits {
                let original = Array(text[edit.range])
                guard String(validating: original, as: UTF8.self) != nil else { return nil }
                undo.append(
                    Edit(offset: edit.range.lowerBound + shift, length: edit.replacement.count, original: original)
                )
                shift += edit.replacement.count - edit.range.count
            }
            return undo
        }
    }

    enum Content: Sendable {
        /// The edits that undo those of the text in UTF-8.
        case edits([Edit], encoding: TextEncoding, mark: [UInt8])
        /// The whole file as it was: an archive cannot be packed again to the same bytes.
        case original([UInt8])
    }

    /// The name before.
    let before: String
    /// The name after.
    var after: String
    let digestBefore: String
    let digestAfter: String
    let content: Content

    /// The bytes of before; `nil` when the key is damaged.
    func restored(from finished: [UInt8]) -> [UInt8]? {
        let bytes: [UInt8]?
        switch content {
        case .original(let original): bytes = original
        case .edits(let edits, let encoding, let mark):
            let text = RecodedText(finished, encoding: encoding).utf8
            var place = 0
            for edit in edits {
                guard edit.offset >= place, edit.length >= 0, edit.length <= text.count - edit.offset else {
                    return nil
                }
                place = edit.offset + edit.length
            }
            let back = edits.map { TextEdit($0.offset..<$0.offset + $0.length, $0.original) }
            bytes = RecodedText.file(of: TextEdit.apply(back, to: text), encoding: encoding, mark: mark)
        }
        guard let bytes, SHA256(of: bytes).hexadecimal == digestBefore else { return nil }
        return bytes
    }
}
