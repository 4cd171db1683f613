extension XMLElement {
    /// Parses a whole XML document that fits in memory.
    ///
    /// It is read as ``XMLStream`` reads it.
    ///
    /// - Throws: the first ``XMLFault`` that libxml2 reports, or one for a document that is empty or goes beyond the
    ///   limits.
    public init(parsing bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws(XMLFault) {
        var builder = XMLElementBuilder()
        var root: XMLElement?
        try XMLStream.read(ByteSource(bytes), limits: limits) { (piece) throws(XMLFault) in
            if let element = builder.take(piece) { root = element }
        }
        guard let root else { throw XMLFault(message: "the document has no element", line: 1, column: 1) }
        self = root
    }
}

/// Puts the pieces of a document together to elements.
public struct XMLElementBuilder: Sendable {
    private var open: [XMLElement] = []

    /// Makes a builder with no element begun.
    public init() {}

    /// Whether an element is begun and not ended.
    public var isInside: Bool { !open.isEmpty }

    /// Takes the next piece; returns the outermost element when it ends.
    ///
    /// Text outside it is passed over.
    public mutating func take(_ piece: XMLStream.Piece) -> XMLElement? {
        switch piece {
        case .start(let tag):
            open.append(
                XMLElement(
                    name: tag.name,
                    namespace: tag.namespace,
                    attributes: tag.attributes.map { ($0.name, $0.value) },
                    line: tag.line,
                    column: tag.column
                )
            )
        case .text(let text):
            if !open.isEmpty { open[open.count - 1].text += text }
        case .end:
            guard let element = open.popLast() else { return nil }
            if open.isEmpty { return element }
            open[open.count - 1].children.append(element)
        }
        return nil
    }
}
