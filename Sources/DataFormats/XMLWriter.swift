import CLibXML2

/// Writes one XML document into memory, by libxml2's own writer.
///
/// Callers pass plain text; escaping is the writer's. A character that XML 1.0 does not allow becomes U+FFFD.
///
///     let bytes = XMLWriter.document { writer in
///         writer.element("chronology", ["xmlns": "urn:…"]) { writer.text("…") }
///     }
@safe
public final class XMLWriter {
    private let buffer: xmlBufferPtr
    private let writer: xmlTextWriterPtr
    private var holdsText = false

    /// Writes a document in UTF-8, indented by two spaces, and returns its bytes.
    ///
    /// An element whose content begins with text is never indented inside, so that its text is exactly what was given.
    public static func document<Failure: Error>(
        _ content: (XMLWriter) throws(Failure) -> Void
    ) throws(Failure) -> [UInt8] {
        guard let writer = XMLWriter() else { preconditionFailure("no memory for an XML writer") }
        unsafe xmlTextWriterStartDocument(writer.writer, "1.0", "UTF-8", nil)
        try content(writer)
        unsafe xmlTextWriterEndDocument(writer.writer)
        unsafe xmlTextWriterFlush(writer.writer)
        let count = unsafe Int(xmlBufferLength(writer.buffer))
        guard count > 0, let start = unsafe xmlBufferContent(writer.buffer) else { return [] }
        return unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }

    private init?() {
        guard let buffer = unsafe xmlBufferCreateSize(1 << 18) else { return nil }
        guard let writer = unsafe xmlNewTextWriterMemory(buffer, 0) else {
            unsafe xmlBufferFree(buffer)
            return nil
        }
        unsafe self.buffer = buffer
        unsafe self.writer = writer
        unsafe xmlTextWriterSetIndent(writer, 1)
        unsafe xmlTextWriterSetIndentString(writer, "  ")
    }

    deinit {
        unsafe xmlFreeTextWriter(writer)
        unsafe xmlBufferFree(buffer)
    }

    /// Writes an element with its attributes, in the order given; an attribute without a value is left out.
    public func element<Failure: Error>(
        _ name: String,
        _ attributes: KeyValuePairs<String, String?> = [:],
        _ content: () throws(Failure) -> Void
    ) throws(Failure) {
        unsafe xmlTextWriterStartElement(writer, name)
        for (attribute, value) in attributes {
            if let value { unsafe xmlTextWriterWriteAttribute(writer, attribute, Self.allowed(value)) }
        }
        let outerHoldsText = holdsText
        try content()
        if holdsText, !outerHoldsText {
            // Raw text, even none, keeps the end tag where it is; the line ends behind it.
            unsafe xmlTextWriterSetIndent(writer, 1)
            unsafe xmlTextWriterWriteRaw(writer, "")
        }
        holdsText = outerHoldsText
        unsafe xmlTextWriterEndElement(writer)
    }

    /// Writes an element without content.
    public func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        element(name, attributes) {}
    }

    /// Writes an element that holds one text; nothing at all when the text is `nil`.
    public func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String?) {
        guard let text else { return }
        element(name, attributes) { self.text(text) }
    }

    /// Writes text inside the element that is open.
    public func text(_ text: String) {
        holdsText = true
        unsafe xmlTextWriterSetIndent(writer, 0)
        unsafe xmlTextWriterWriteString(writer, Self.allowed(text))
    }

    /// Returns the text with U+FFFD for every character outside the Char production of XML 1.0.
    ///
    /// Source: https://www.w3.org/TR/xml/#charsets
    static func allowed(_ text: String) -> String {
        func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
            default: false
            }
        }
        // Only controls and what begins with EF can be wrong, and most text has neither.
        if text.utf8.allSatisfy({ ($0 >= 0x20 || $0 == 0x0A || $0 == 0x09) && $0 != 0xEF }) { return text }
        if text.unicodeScalars.allSatisfy(isAllowed) { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { clean.append(isAllowed(scalar) ? scalar : "\u{FFFD}") }
        return String(clean)
    }
}
