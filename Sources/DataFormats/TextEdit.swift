/// Bytes to stand in the place of others.
public struct TextEdit: Sendable, Hashable {
    /// Which bytes are replaced; an empty range only inserts.
    public let range: Range<Int>
    /// What stands there instead.
    public let replacement: [UInt8]

    /// Makes an edit.
    public init(_ range: Range<Int>, _ replacement: [UInt8]) {
        self.range = range
        self.replacement = replacement
    }

    /// Returns edits in the order of their places, without those that lie over an earlier one.
    ///
    /// The edits of one flow come before those of a later one.
    public static func inOrder(_ edits: [TextEdit]) -> [TextEdit] {
        var end = -1
        var last: Range<Int>?
        let sorted = edits.enumerated().sorted {
            ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
                < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
        }
        return sorted.compactMap { _, edit in
            guard edit.range.lowerBound >= end, edit.range != last else { return nil }
            end = edit.range.upperBound
            last = edit.range
            return edit
        }
    }

    /// Returns the bytes with all edits made.
    ///
    /// - Parameters:
    ///   - edits: In the order of their places, none over another; one that reaches beyond the end is left out.
    ///   - bytes: What they are made in.
    /// - Returns: The new bytes.
    public static func apply(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + edits.count * 8)
        var place = 0
        for edit in edits where edit.range.lowerBound >= place && edit.range.upperBound <= bytes.count {
            result += bytes[place..<edit.range.lowerBound]
            result += edit.replacement
            place = edit.range.upperBound
        }
        result += bytes[place...]
        return result
    }
}
