/// What the elements and attributes of web pages and Office parts mean for the flow of text.
enum MarkupNames {
    /// Elements that a sentence runs through, in web pages and pictures.
    static let inline: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "textpath", "time",
        "tspan", "tt", "u", "var", "wbr",
    ]

    /// Elements that a sentence runs through, in Office parts.
    static let inlineOfOffice: Set<String> = [
        "r", "t", "delText", "rPr", "proofErr", "bookmarkStart", "bookmarkEnd", "hyperlink", "smartTag", "smartTagPr",
        "ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
        "moveToRangeEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef",
        "footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef", "lastRenderedPageBreak", "noBreakHyphen",
        "softHyphen", "tab", "br", "cr", "sym", "fldChar", "fldSimple", "fldData", "sdt", "sdtPr", "sdtEndPr",
        "sdtContent", "customXml", "customXmlPr", "permStart", "permEnd", "fld", "dir", "bdo",
    ]

    /// Elements that say how text looks; nothing in them is text.
    static let looks: Set<String> = ["rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"]

    /// Attributes that are identifiers or addresses.
    static let identifiers: Set<String> = [
        "id", "for", "headers", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns",
        "aria-details", "aria-flowto", "href", "src", "srcset", "action", "data", "xlink:href", "class", "usemap",
        "cite", "poster",
    ]

    /// Attributes of Office parts that name other parts or addresses.
    static let targets: Set<String> = ["Target", "PartName", "href", "src"]

    /// Attributes of Office parts that people read or write.
    static let words: Set<String> = [
        "descr", "title", "tooltip", "display", "alt", "author", "initials", "prompt", "promptTitle", "error",
        "errorTitle", "caption", "comment", "userId",
    ]

    /// Attributes of Office parts that hold the names of typefaces.
    static let typefaces: Set<String> = ["ascii", "hAnsi", "eastAsia", "cs", "typeface", "panose"]
}
